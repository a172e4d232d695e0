import { payCharges } from '../charges.ts';
import type { Schedule } from '../cycle.ts';
import { bestOf, type Pay, type Plan, rangeOf, timelineOf, worstOf } from '../evaluate.ts';
import { payWhileKept } from '../installments.ts';
import { put } from '../ledger.ts';
import type { Known } from '../scenario.ts';

/** The line goes on: every charge to the horizon, instalments on. Money on the line may pay some of it, in the best case. */
export function planKeep(known: Known): Plan {
  const pay: Pay<Schedule> = (ledger, schedule, side) => {
    const charged = payCharges(ledger, known, schedule, known.horizon, side);
    payWhileKept(ledger, known, schedule, side);
    if (side === 'best') put(ledger, known.today, -Math.min(known.balance, Math.max(0, charged)), 'balance-refund');
  };
  const worst = worstOf(known, known.schedules, pay);
  return {
    actOn: null,
    lastDayToAct: null,
    endsOn: null,
    cost: rangeOf(bestOf(known, known.schedules, pay), worst.cents),
    timeline: timelineOf(known, worst.scenario, pay),
    endUnsure: false,
  };
}
