import type { EpochDay } from '../time/civil.ts';
import type { Schedule } from './cycle.ts';
import { type Ledger, put } from './ledger.ts';
import type { Known } from './scenario.ts';
import type { Side } from './side.ts';

/**
 * Plan charges from today through `last`, billed at the beginning of each cycle, with what is overdue (due today in the worst
 * case, paid already in the best). Gives their sum.
 */
export function payCharges(ledger: Ledger, known: Known, schedule: Schedule, last: EpochDay, side: Side): number {
  const price = times(side === 'worst' ? known.price.max : known.price.min, schedule.months);
  const before = ledger.total;
  if (side === 'worst' && schedule.arrears > 0)
    put(ledger, known.today, times(price, schedule.arrears), 'overdue-charge');
  const { days } = schedule;
  for (let k = 1; k < days.length; k += 1) {
    const day = days[k] as EpochDay;
    if (day > last || day >= known.horizon) break;
    // Whoever owes for months may also have paid them up to and including today.
    if (side === 'best' && schedule.arrears > 0 && day === known.today) continue;
    put(ledger, day, price, 'plan-charge');
  }
  return ledger.total - before;
}

/**
 * Days already paid for and not used after `end` come back, to the cent. With the price unknown nothing is counted: what is
 * unknown could only come back.
 */
export function refundUnusedDays(ledger: Ledger, known: Known, schedule: Schedule, end: EpochDay): void {
  if (known.price.max === Number.POSITIVE_INFINITY || schedule.lapsed) return;
  const { days, months } = schedule;
  let k = 1;
  while (k < days.length - 1 && (days[k] as EpochDay) <= end) k += 1;
  const begin = days[k - 1] as EpochDay;
  const next = days[k] as EpochDay;
  const unused = next - 1 - end;
  if (unused <= 0) return;
  const cents = Math.round((known.price.max * months * unused) / (next - begin));
  put(ledger, end, -cents, 'unused-days-refund', known.product.billing.proration);
}

/** Infinity times nothing is nothing here. */
export function times(price: number, count: number): number {
  return count === 0 || price === 0 ? 0 : price * count;
}
