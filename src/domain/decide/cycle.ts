import { type EpochDay, partsOf } from '../time/civil.ts';

/** How long one payment lasts. */
export interface TermLength {
  unit: 'month' | 'day';
  length: number;
}

/** One way the coming charges may fall. */
export interface Schedule {
  /** `days[0]` begins the cycle already paid for; all others are charges still to come, from today on, past `until`. */
  days: readonly EpochDay[];
  /** What one charge is, in monthly prices. */
  months: number;
  /** Charges that fell due before today and may still be open. */
  arrears: number;
  /** Paid service is over; a first new charge would be on `days[1]`, today. */
  lapsed: boolean;
}

/** What is known about billing. Days are epoch days. */
export interface BillingKnown {
  today: EpochDay;
  /** Schedules run past this day. */
  until: EpochDay;
  prepaid: boolean;
  cycleDay: number | null;
  paidThrough: EpochDay | null;
  /** Whether the carrier renews by itself; null: unknown. */
  autopay: boolean | null;
  terms: readonly TermLength[];
}

/** Every way the coming charges may fall; at least one. */
export function schedulesOf(known: BillingKnown): Schedule[] {
  const { paidThrough, today, terms } = known;
  if (paidThrough === null) return terms.flatMap((term) => unpaid(known, term));
  const all = terms.flatMap((term) => paid(known, term, paidThrough));
  // A term that would begin after today is not the one that is paid, unless every one is: then the line is paid ahead.
  const running = all.filter(({ days }) => (days[0] as EpochDay) <= today);
  return running.length > 0 ? running : all;
}

/** The monthly prices in one payment: 30 days count as a month, 90 as three; shorter ones as one. */
export function monthsOf({ unit, length }: TermLength): number {
  return unit === 'month' ? length : Math.max(1, Math.round(length / 30));
}

/** Last day of the first cycle that ends on `day` or later. */
export function cycleEnd(schedule: Schedule, day: EpochDay): EpochDay {
  const { days } = schedule;
  for (let k = 1; k < days.length; k += 1) {
    const next = days[k] as EpochDay;
    if (next > day) return next - 1;
  }
  return Math.max(day, (days.at(-1) as EpochDay) - 1);
}

/** First charge after `day`. */
export function nextCharge(schedule: Schedule, day: EpochDay): EpochDay {
  return cycleEnd(schedule, day) + 1;
}

function paid(known: BillingKnown, term: TermLength, paidThrough: EpochDay): Schedule[] {
  const { today, cycleDay, prepaid, autopay } = known;
  const due = paidThrough + 1;
  const anchors = anchorsOf(due, term, cycleDay);
  if (due >= today) return anchors.map((anchor) => make(known, term, due, anchor));
  if (prepaid && autopay === false) return [lapsed(known, term, due)];
  const running = anchors.map((anchor) => overdue(known, term, due, anchor));
  return prepaid && autopay === null ? [...running, lapsed(known, term, due)] : running;
}

/** The paid time of a prepaid line is over: nothing is owed, and going on costs a new term from today. */
function lapsed(known: BillingKnown, term: TermLength, due: EpochDay): Schedule {
  const anchor = partsOf(known.today).dayOfMonth;
  return {
    ...make(known, term, known.today, anchor),
    lapsed: true,
    days: [due - 1, ...charges(known, term, known.today, anchor)],
  };
}

/** `paidThrough` is past: the charges since then may be open (a bill) or the date is simply old (a renewing prepaid line). */
function overdue(known: BillingKnown, term: TermLength, due: EpochDay, anchor: number): Schedule {
  let count = 0;
  while (step(due, term, anchor, count) < known.today) count += 1;
  const schedule = make(known, term, step(due, term, anchor, count), anchor);
  return known.prepaid ? schedule : { ...schedule, arrears: count };
}

/** The last payment is unknown: the next charge can be on any cycle day (or any day) within one term. */
function unpaid(known: BillingKnown, term: TermLength): Schedule[] {
  const { today, cycleDay } = known;
  const last = term.unit === 'month' ? inMonth(monthOf(today) + term.length, 31) : today + Math.max(term.length, 31);
  // Terms counted in days drift through the month: where today is the cycle day, the next one may be a term away.
  const paidToday =
    term.unit === 'day' && cycleDay !== null && isCycleDay(today, cycleDay) ? today + term.length : null;
  const found: Schedule[] = [];
  for (let day = today; day <= last; day += 1) {
    if (cycleDay !== null && day !== paidToday && !isCycleDay(day, cycleDay)) continue;
    for (const anchor of anchorsOf(day, term, cycleDay)) {
      if (step(day, term, anchor, -1) <= today) found.push(make(known, term, day, anchor));
    }
  }
  // A cycle day that cannot fall inside so short a term says nothing about it.
  return found.length > 0 ? found : unpaid({ ...known, cycleDay: null }, term);
}

function isCycleDay(day: EpochDay, cycleDay: number): boolean {
  return inMonth(monthOf(day), cycleDay) === day;
}

/** The day of the month the cycle was born on. A cycle seen on 28 February may be one of the 29th, 30th or 31st. */
function anchorsOf(day: EpochDay, { unit }: TermLength, cycleDay: number | null): number[] {
  const { dayOfMonth } = partsOf(day);
  if (unit === 'day') return [dayOfMonth];
  if (cycleDay !== null && isCycleDay(day, cycleDay)) return [cycleDay];
  const isLast = partsOf(day + 1).dayOfMonth === 1;
  return isLast ? Array.from({ length: 32 - dayOfMonth }, (_, i) => dayOfMonth + i) : [dayOfMonth];
}

function make(known: BillingKnown, term: TermLength, first: EpochDay, anchor: number): Schedule {
  const days = [step(first, term, anchor, -1), ...charges(known, term, first, anchor)];
  return { days, months: monthsOf(term), arrears: 0, lapsed: false };
}

function charges({ until }: BillingKnown, term: TermLength, first: EpochDay, anchor: number): EpochDay[] {
  const days = [first];
  const month = term.unit === 'month' ? monthOf(first) : 0;
  for (let k = 1, day = first; day <= until; k += 1) {
    day = term.unit === 'day' ? first + k * term.length : inMonth(month + k * term.length, anchor);
    days.push(day);
  }
  return days;
}

function step(first: EpochDay, { unit, length }: TermLength, anchor: number, k: number): EpochDay {
  return unit === 'day' ? first + k * length : inMonth(monthOf(first) + k * length, anchor);
}

const monthStarts = new Map<number, EpochDay>();

/** First day of a month counted from year 0. Kept, since a plan asks for the same few months hundreds of times. */
function monthStart(month: number): EpochDay {
  const kept = monthStarts.get(month);
  if (kept !== undefined) return kept;
  const start = Date.UTC(Math.floor(month / 12), ((month % 12) + 12) % 12, 1) / 86_400_000;
  if (monthStarts.size < 4000) monthStarts.set(month, start);
  return start;
}

/** Months since year 0. */
function monthOf(day: EpochDay): number {
  const { year, month } = partsOf(day);
  return year * 12 + month - 1;
}

/** Day `anchor` of a month, or its last: as `addMonths` of civil.ts, from a table of month starts. */
function inMonth(month: number, anchor: number): EpochDay {
  return Math.min(monthStart(month) + anchor, monthStart(month + 1)) - 1;
}
