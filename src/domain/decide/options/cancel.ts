import type { EpochDay } from '../../time/civil.ts';
import { type Ending, payEnding } from '../closing.ts';
import { cycleEnd, nextCharge, type Schedule } from '../cycle.ts';
import { bestOf, type Pay, type Plan, rangeOf, timelineOf, worstOf } from '../evaluate.ts';
import { isOver, type Known } from '../scenario.ts';

/** A way of ending that is settled: a choice has been made. */
type Mode = 'immediate' | 'end-of-cycle';

/** More readings of the calendar than this have no common window; the safest day is taken. */
const FEW = 8;

/**
 * When to cancel, and what it costs. Where the line ends with its cycle: the cycle end on or after the last day it is needed
 * that costs least in the worst case, with the first open day on which asking surely gives that end. Where it may end at
 * once: the first open day on which it is no longer needed, or a later bill where its credit is above the price.
 */
export function planCancel(known: Known, isOpen: (day: EpochDay) => boolean): Plan {
  if (!known.modes.includes('choice')) return planModes(known, known.modes as readonly Mode[], isOpen);
  const [later, now] = (['end-of-cycle', 'immediate'] as const).map((wanted) =>
    planModes(known, chosen(known, wanted), isOpen),
  ) as [Plan, Plan];
  const better = ceiling(now) < ceiling(later) ? now : later;
  const minCents = Math.min(now.cost.minCents, later.cost.minCents);
  return { ...better, cost: { ...better.cost, minCents } };
}

function chosen(known: Known, wanted: Mode): readonly Mode[] {
  return [...new Set(known.modes.map((mode) => (mode === 'choice' ? wanted : mode)))];
}

function ceiling(plan: Plan): number {
  return plan.cost.maxCents ?? Number.POSITIVE_INFINITY;
}

/** One reading of what asking on a given day does. */
interface Reading {
  schedule: Schedule;
  mode: Mode;
  /** Notice in days; only for the end of a cycle. */
  notice: number;
  prorated: boolean;
}

function planModes(known: Known, modes: readonly Mode[], isOpen: (day: EpochDay) => boolean): Plan {
  const all = readingsOf(known, modes);
  const pay: Pay<Ending> = (ledger, ending, side) => payEnding(ledger, known, ending, side);
  const at = (act: EpochDay): Ending[] => all.map((reading) => endingOf(known, reading, act));
  const from = firstOpen(known.needNumber, isOpen);

  let best: { act: EpochDay; end: EpochDay; cents: number; scenario: Ending } | null = null;
  for (const act of candidates(known, modes, from, isOpen)) {
    const endings = at(act);
    const end = earliest(known, endings);
    if (act !== from && end < known.needNumber) continue;
    const worst = worstOf(known, endings, pay);
    if (!best || before({ act, end, cents: worst.cents }, best)) best = { act, end, ...worst };
  }
  if (!best) throw new RangeError('there is always a day to cancel');

  const { act, end, cents, scenario } = best;
  const limit = lastOpen(lastDay(known, all, at(act), act), act, isOpen);
  const holds = limit > act && worstOf(known, at(limit), pay).cents <= cents;
  const cheapest = bestOf(
    known,
    all.flatMap((reading) => bestEndings(known, reading, from, isOpen)),
    pay,
  );
  return {
    actOn: act,
    lastDayToAct: holds ? limit : act,
    endsOn: end,
    cost: rangeOf(cheapest, cents),
    timeline: timelineOf(known, scenario, pay),
    endUnsure: at(act).some((ending) => ending.end !== end),
  };
}

function readingsOf(known: Known, modes: readonly Mode[]): Reading[] {
  return known.schedules.flatMap((schedule) =>
    modes.flatMap((mode): Reading[] =>
      mode === 'immediate'
        ? known.proration.map((prorated) => ({ schedule, mode, notice: 0, prorated }))
        : known.noticeDays.map((notice) => ({ schedule, mode, notice, prorated: false })),
    ),
  );
}

/** What asking on `act` does under one reading. Nothing is left to end where paid service is over and not wanted back. */
function endingOf(known: Known, reading: Reading, act: EpochDay): Ending {
  const { schedule, mode, notice, prorated } = reading;
  if (isOver(known, schedule)) return overAlready(known, schedule);
  const end = mode === 'immediate' ? act : cycleEnd(schedule, act + notice);
  return { schedule, end, lastCharge: end, prorated, restarts: true };
}

/** Paid service has run out before today. */
export function overAlready(known: Known, schedule: Schedule): Ending {
  return { schedule, end: known.today, lastCharge: known.today - 1, prorated: false, restarts: true };
}

/** Days worth trying, the safest first: on it the line is needed no longer. */
function candidates(
  known: Known,
  modes: readonly Mode[],
  from: EpochDay,
  isOpen: (day: EpochDay) => boolean,
): EpochDay[] {
  if (modes.includes('immediate')) {
    const [only, ...others] = known.schedules;
    return only && others.length === 0
      ? [from, ...billDays(known, only, { isOpen, whole: modes.includes('end-of-cycle') })]
      : [from];
  }
  const days = [from];
  const least = Math.min(...known.noticeDays);
  days.push(firstOpen(Math.max(known.today, known.needNumber - least), isOpen));
  if (known.schedules.length > FEW) return days;
  const most = Math.max(...known.noticeDays);
  for (const schedule of known.schedules) {
    const found = windows(known, schedule, { least, most, isOpen });
    // Waiting for credits is for those who know their calendar.
    for (const { act } of known.schedules.length === 1 ? found : found.slice(0, 2)) days.push(act);
  }
  return [...new Set(days)];
}

interface Notice {
  least: number;
  most: number;
  isOpen: (day: EpochDay) => boolean;
}

/**
 * The cycle ends from the last needed day on, each with the first open day on which asking surely gives it. Two of them; where
 * a promotional credit is above the price, all before the horizon and the user's return, since waiting is cheaper then.
 */
function windows(
  known: Known,
  { days }: Schedule,
  { least, most, isOpen }: Notice,
): { act: EpochDay; end: EpochDay }[] {
  const latest = Math.min(known.horizon, known.returnsOn ?? known.horizon);
  const found: { act: EpochDay; end: EpochDay }[] = [];
  let seen = 0;
  for (let k = 1; k < days.length; k += 1) {
    const end = (days[k] as EpochDay) - 1;
    if (end < known.needNumber) continue;
    seen += 1;
    // Ending a line only once its owner is back is no way to spare the cost of beginning anew.
    if (seen > 1 && end >= latest) break;
    if (seen > 2 && !(creditAbovePrice(known) && end < latest)) break;
    // Before the cycle already paid for there is nothing to end: any day from today on gives its end.
    const opens = k === 1 ? known.today : Math.max(known.today, (days[k - 1] as EpochDay) - least);
    const act = firstOpen(opens, isOpen);
    if (act <= end - most) found.push({ act, end });
  }
  return found;
}

/**
 * The days after the last needed one on which the next bills come, where each brings a promotional credit above the price:
 * waiting is cheaper then. All inside the window, with the whole cycle where the line may only end with it.
 */
function billDays(
  known: Known,
  { days }: Schedule,
  { isOpen, whole }: { isOpen: (day: EpochDay) => boolean; whole: boolean },
): EpochDay[] {
  if (!creditAbovePrice(known)) return [];
  const latest = Math.min(known.horizon, known.returnsOn ?? known.horizon);
  const inside = (k: number) =>
    whole ? (days[k + 1] ?? Number.POSITIVE_INFINITY) <= latest : (days[k] as EpochDay) < latest;
  return days.filter((day, k) => k > 0 && day > known.needNumber && inside(k)).map((day) => firstOpen(day, isOpen));
}

function creditAbovePrice({ installments, price }: Known): boolean {
  return installments.kind === 'known' && (installments.credit ?? Number.POSITIVE_INFINITY) > price.min;
}

/** The endings one reading offers to somebody who knows that it is the true one. */
function bestEndings(known: Known, reading: Reading, from: EpochDay, isOpen: (day: EpochDay) => boolean): Ending[] {
  const plain = endingOf(known, reading, from);
  const { schedule, notice } = reading;
  if (plain.lastCharge < known.today) return [plain];
  if (reading.mode === 'immediate') {
    // What is not known of a device may be a credit like that; one bill later is as good as it gets.
    const bills =
      known.installments.kind === 'unknown'
        ? [nextCharge(schedule, from)]
        : billDays(known, schedule, { isOpen, whole: false });
    return [plain, ...bills.map((day) => endingOf(known, reading, day))];
  }
  const ends = windows(known, schedule, { least: notice, most: notice, isOpen });
  return [plain, ...ends.map(({ end }) => ({ ...plain, end, lastCharge: end }))];
}

function before(
  a: { act: number; end: number; cents: number },
  b: { act: number; end: number; cents: number },
): boolean {
  if (a.cents !== b.cents) return a.cents < b.cents;
  return a.end === b.end ? a.act < b.act : a.end < b.end;
}

/** Up to this day every reading gives the end it gives on `act`, or no further charge. */
function lastDay(known: Known, all: readonly Reading[], endings: readonly Ending[], act: EpochDay): EpochDay {
  const surelyProrated = known.proration.every(Boolean);
  let last = Number.POSITIVE_INFINITY;
  for (const [i, { mode, notice, schedule }] of all.entries()) {
    const { end, lastCharge } = endings[i] as Ending;
    if (lastCharge < known.today) continue;
    const limit = mode === 'end-of-cycle' ? end - notice : surelyProrated ? act : nextCharge(schedule, act) - 1;
    last = Math.min(last, limit);
  }
  return last === Number.POSITIVE_INFINITY ? act : last;
}

/** The earliest end of a line that still runs; a line that may be off already says nothing about that. */
export function earliest(known: Known, endings: readonly Ending[]): EpochDay {
  let end = Number.POSITIVE_INFINITY;
  for (const ending of endings) if (ending.lastCharge >= known.today) end = Math.min(end, ending.end);
  return end === Number.POSITIVE_INFINITY ? known.today : end;
}

/** The first open day from `day` on; `day` itself where none opens within a month. */
function firstOpen(day: EpochDay, isOpen: (day: EpochDay) => boolean): EpochDay {
  for (let later = day; later < day + 31; later += 1) if (isOpen(later)) return later;
  return day;
}

function lastOpen(day: EpochDay, notBefore: EpochDay, isOpen: (day: EpochDay) => boolean): EpochDay {
  for (let earlier = day; earlier > notBefore; earlier -= 1) if (isOpen(earlier)) return earlier;
  return notBefore;
}
