import { type Cents, parseUsd } from '../../money/money.ts';
import type { EpochDay } from '../../time/civil.ts';
import { payCharges, times } from '../charges.ts';
import { nextCharge, type Schedule } from '../cycle.ts';
import { bestOf, type Pay, type Plan, rangeOf, timelineOf, worstOf } from '../evaluate.ts';
import { readings } from '../facts.ts';
import { payWhileKept } from '../installments.ts';
import { put } from '../ledger.ts';
import type { Known } from '../scenario.ts';
import type { Side } from '../side.ts';
import type { Bounds } from '../sums.ts';
import { firstDay, lastToWait } from './later.ts';

interface Pause {
  schedule: Schedule;
  actOn: EpochDay;
  /** First day on which charges are full again. */
  resumes: EpochDay;
  /** What a month costs while paused. */
  monthly: Bounds;
}

/**
 * The line is paused from the last needed day on, or later in the cycle paid by then where that spares a charge, for
 * as long as the carrier allows or until the user is back, and costs the full price again after. Charges while paused are
 * the carrier's fee; unknown: between nothing and the full price.
 */
export function planSuspend(known: Known): Plan {
  const pay: Pay<Pause> = (ledger, pause, side) => payPaused(ledger, known, pause, side);
  const rules = rulesOf(known);
  const begins = known.schedules.map((schedule) => ({ schedule, last: lastInCycle(known, schedule) }));
  const worstOn = (day: EpochDay) =>
    worstOf(
      known,
      known.schedules.flatMap((schedule) => pausesOf(rules, schedule, day)),
      pay,
    );
  const limit = Math.min(...begins.map(({ last }) => last));
  const { actOn, worst } = firstPause(known, limit, worstOn);
  const holds = limit > actOn && worstOn(limit).cents <= worst.cents;
  const best = begins.flatMap(({ schedule, last }) => [
    ...pausesOf(rules, schedule, known.need),
    ...(last > known.need ? pausesOf(rules, schedule, last) : []),
  ]);
  return {
    actOn,
    lastDayToAct: holds ? limit : actOn,
    endsOn: actOn,
    cost: rangeOf(bestOf(known, best, pay), worst.cents),
    timeline: timelineOf(known, worst.scenario, pay),
    endUnsure: false,
  };
}

interface Begin {
  actOn: EpochDay;
  worst: { cents: Cents; scenario: Pause };
}

/** The later a pause of a fixed length begins, the more charges it can spare; a price nobody knows is asked for, not dodged. */
function firstPause(known: Known, limit: EpochDay, worstOn: (day: EpochDay) => Begin['worst']): Begin {
  const last = lastToWait(known, limit);
  const now = { actOn: known.need, worst: worstOn(known.need) };
  if (last === known.need || now.worst.cents === Number.POSITIVE_INFINITY) return now;
  const least = worstOn(last).cents;
  if (least >= now.worst.cents) return now;
  const actOn = firstDay(known.need, last, (day) => worstOn(day).cents <= least);
  return { actOn, worst: worstOn(actOn) };
}

/** Last day of the cycle in which the line is last needed, and before the user is back. */
function lastInCycle(known: Known, schedule: Schedule): EpochDay {
  const back = known.returnsOn ?? Number.POSITIVE_INFINITY;
  return Math.max(known.need, Math.min(nextCharge(schedule, known.need), back) - 1);
}

interface Rules {
  /** Days. */
  lengths: readonly number[];
  prices: readonly Bounds[];
  back: EpochDay;
}

function rulesOf(known: Known): Rules {
  const lengths = readings(known.product.suspend.maxDays, [0, Number.POSITIVE_INFINITY]);
  return { lengths, prices: pricesOf(known), back: known.returnsOn ?? Number.POSITIVE_INFINITY };
}

function pausesOf({ lengths, prices, back }: Rules, schedule: Schedule, actOn: EpochDay): Pause[] {
  return lengths.flatMap((length) =>
    prices.map((monthly) => ({ schedule, actOn, monthly, resumes: Math.min(back, actOn + 1 + length) })),
  );
}

function pricesOf({ product, price }: Known): Bounds[] {
  const charges = readings(product.suspend.charge);
  if (charges.length === 0) return [{ min: 0, max: price.max }];
  return charges.map((charge) => (charge.mode === 'full-rate' ? price : exactly(parseUsd(charge.monthlyUsd) ?? 0)));
}

function exactly(cents: Cents): Bounds {
  return { min: cents, max: cents };
}

function payPaused(
  ledger: Parameters<Pay<Pause>>[0],
  known: Known,
  { schedule, actOn, resumes, monthly }: Pause,
  side: Side,
): void {
  let charged = payCharges(ledger, known, schedule, actOn, side);
  const before = ledger.total;
  const full = side === 'worst' ? known.price.max : known.price.min;
  const paused = side === 'worst' ? monthly.max : monthly.min;
  for (const [k, day] of schedule.days.entries()) {
    if (k === 0 || day <= actOn) continue;
    if (day >= known.horizon) break;
    if (day >= resumes) put(ledger, day, times(full, schedule.months), 'plan-charge');
    else put(ledger, day, times(paused, schedule.months), 'suspended-charge', known.product.suspend.charge);
  }
  charged += ledger.total - before;
  payWhileKept(ledger, known, schedule, side);
  if (side === 'best') put(ledger, known.today, -Math.min(known.balance, Math.max(0, charged)), 'balance-refund');
}
