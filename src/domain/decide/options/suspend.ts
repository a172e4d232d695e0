import { type Cents, parseUsd } from '../../money/money.ts';
import type { EpochDay } from '../../time/civil.ts';
import { payCharges, times } from '../charges.ts';
import { nextCharge, type Schedule } from '../cycle.ts';
import { bestOf, type Pay, type Plan, rangeOf, timelineOf, worstOf } from '../evaluate.ts';
import { readings } from '../facts.ts';
import { payWhileKept } from '../installments.ts';
import { put } from '../ledger.ts';
import type { Known } from '../scenario.ts';
import type { Bounds } from '../sums.ts';

interface Pause {
  schedule: Schedule;
  /** First day on which charges are full again. */
  resumes: EpochDay;
  /** What a month costs while paused. */
  monthly: Bounds;
}

/**
 * The line is paused from the last needed day on, for as long as the carrier allows or until the user is back, and costs the
 * full price again after. Charges while paused are the carrier's fee; unknown: between nothing and the full price.
 */
export function planSuspend(known: Known): Plan {
  const actOn = known.need;
  const pay: Pay<Pause> = (ledger, pause, side) => payPaused(ledger, known, pause, { actOn, side });
  const pauses = pausesOf(known, actOn);
  const worst = worstOf(known, pauses, pay);
  const limit = Math.min(
    ...known.schedules.map((schedule) => nextCharge(schedule, actOn) - 1),
    (known.returnsOn ?? Number.POSITIVE_INFINITY) - 1,
  );
  const later: Pay<Pause> = (ledger, pause, side) => payPaused(ledger, known, pause, { actOn: limit, side });
  const holds = limit > actOn && worstOf(known, pausesOf(known, limit), later).cents <= worst.cents;
  return {
    actOn,
    lastDayToAct: holds ? limit : actOn,
    endsOn: actOn,
    cost: rangeOf(bestOf(known, pauses, pay), worst.cents),
    timeline: timelineOf(known, worst.scenario, pay),
    endUnsure: false,
  };
}

function pausesOf(known: Known, actOn: EpochDay): Pause[] {
  const lengths = readings(known.product.suspend.maxDays, [0, Number.POSITIVE_INFINITY]);
  const back = known.returnsOn ?? Number.POSITIVE_INFINITY;
  const prices = pricesOf(known);
  return known.schedules.flatMap((schedule) =>
    lengths.flatMap((length) =>
      prices.map((monthly) => ({ schedule, monthly, resumes: Math.min(back, actOn + 1 + length) })),
    ),
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
  { schedule, resumes, monthly }: Pause,
  { actOn, side }: { actOn: EpochDay; side: 'worst' | 'best' },
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
