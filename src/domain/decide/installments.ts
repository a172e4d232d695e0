import type { EpochDay } from '../time/civil.ts';
import type { Schedule } from './cycle.ts';
import { type Ledger, noteLoss, put } from './ledger.ts';
import type { Installments, Known } from './scenario.ts';
import type { Side } from './side.ts';

type Told = Extract<Installments, { kind: 'known' }>;

/**
 * What the device instalments cost where the line ends on `end`: monthly ones less their credit on each bill until then, and
 * the rest on the end day, or month by month where other lines stay on the account. A credit never exceeds its instalment,
 * so a bill with both costs at least nothing; with the instalment unknown, the worst case has the whole rest fall due and
 * no credit come.
 */
export function payOnClose(ledger: Ledger, known: Known, schedule: Schedule, end: EpochDay, side: Side): void {
  const { installments, installmentRules, horizon } = known;
  if (installments.kind === 'none') return;
  if (installments.kind === 'unknown') {
    unknownRest(ledger, Math.min(end, horizon - 1), side);
    return;
  }
  // Going on by the month never costs more inside the window than paying all at once.
  const atOnce = side === 'worst' ? installmentRules.includes('due') : !installmentRules.includes('on');
  const goesOn = end >= horizon || !atOnce;
  if (installments.monthly === null) {
    closeUnsure(ledger, known, schedule, { ...installments, end, side, goesOn });
    return;
  }

  const creditsUntil = goesOn && keepsCredits(known, side) ? horizon : end;
  const left = payBills(ledger, schedule, installments, { until: goesOn ? horizon - 1 : end, creditsUntil, side });
  if (!goesOn) put(ledger, end, left, 'installments-due', known.product.billing.installments);
  noteCreditsLost(ledger, known, end, restAfter(schedule, installments, end));
}

/** What the instalments cost where the line goes on. */
export function payWhileKept(ledger: Ledger, known: Known, schedule: Schedule, side: Side): void {
  const { installments, horizon, today } = known;
  if (installments.kind === 'none') return;
  const last = horizon - 1;
  if (installments.kind === 'unknown') {
    unknownRest(ledger, today, side);
    return;
  }
  if (installments.monthly !== null) {
    payBills(ledger, schedule, installments, { until: last, creditsUntil: horizon, side });
    return;
  }
  if (side === 'worst') put(ledger, lastBill(schedule, last) ?? last, installments.remaining, 'installment');
}

function unknownRest(ledger: Ledger, day: EpochDay, side: Side): void {
  if (side === 'worst') put(ledger, day, Number.POSITIVE_INFINITY, 'installments-due');
}

/** The monthly instalment is unknown: between the credit and the whole rest. */
function closeUnsure(
  ledger: Ledger,
  known: Known,
  schedule: Schedule,
  { remaining, credit, end, side, goesOn }: Told & { end: EpochDay; side: Side; goesOn: boolean },
): void {
  const fact = known.product.billing.installments;
  if (side === 'worst') {
    put(ledger, Math.min(end, known.horizon - 1), remaining, goesOn ? 'installment' : 'installments-due', fact);
    noteCreditsLost(ledger, known, end, remaining);
    return;
  }
  if (goesOn) return;
  const bills = billsThrough(schedule, end);
  const credited = credit === null ? (bills > 0 ? remaining : 0) : Math.min(remaining, bills * credit);
  put(ledger, end, remaining - credited, 'installments-due', fact);
}

interface Span {
  /** Last day of a bill that counts. */
  until: EpochDay;
  creditsUntil: EpochDay;
  side: Side;
}

/** Pays the monthly instalments on each bill; gives what is left after. */
function payBills(ledger: Ledger, { days }: Schedule, { remaining, monthly, credit }: Told, span: Span): number {
  let left = remaining;
  for (let k = 1; k < days.length && left > 0; k += 1) {
    const day = days[k] as EpochDay;
    if (day > span.until) break;
    const due = Math.min(monthly ?? left, left);
    if (due === 0) break;
    left -= due;
    put(ledger, day, due, 'installment');
    if (day > span.creditsUntil) continue;
    put(ledger, day, -Math.min(due, credit ?? (span.side === 'worst' ? 0 : due)), 'promo-credit');
  }
  return left;
}

function restAfter({ days }: Schedule, { remaining, monthly }: Told, end: EpochDay): number {
  const bills = days.filter((day, k) => k > 0 && day <= end).length;
  return Math.max(0, remaining - bills * (monthly ?? 0));
}

function keepsCredits(known: Known, side: Side): boolean {
  return side === 'worst' ? known.creditsKept.every(Boolean) : known.creditsKept.includes(true);
}

/** Credits that never come: no payment, but the reason why leaving costs more than staying. */
function noteCreditsLost(ledger: Ledger, known: Known, end: EpochDay, rest: number): void {
  if (!ledger.entries || known.installments.kind !== 'known' || keepsCredits(known, 'worst')) return;
  const { credit, monthly } = known.installments;
  if (!credit) return;
  const bills = monthly ? Math.ceil(rest / monthly) : Math.floor(rest / credit);
  noteLoss(ledger, end, Math.min(rest, bills * credit), 'promo-credit-lost', known.product.billing.promoCredits);
}

function billsThrough({ days }: Schedule, end: EpochDay): number {
  let bills = 0;
  while (bills + 1 < days.length && (days[bills + 1] as EpochDay) <= end) bills += 1;
  return bills;
}

function lastBill({ days }: Schedule, last: EpochDay): EpochDay | null {
  return days.findLast((day, k) => k > 0 && day <= last) ?? null;
}
