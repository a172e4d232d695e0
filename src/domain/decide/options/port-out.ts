import { candidates, type ParkingTarget } from '../../catalog/index.ts';
import type { Term } from '../../catalog/schema.ts';
import { addMonths, type EpochDay } from '../../time/civil.ts';
import { addBusinessDays } from '../../time/holidays.ts';
import { type Ending, payEnding } from '../closing.ts';
import { nextCharge, type Schedule } from '../cycle.ts';
import { bestOf, type Pay, type Plan, rangeOf, timelineOf, worstOf } from '../evaluate.ts';
import { readings } from '../facts.ts';
import { type Ledger, merge, put, withEntries } from '../ledger.ts';
import { dayOf, type Known } from '../scenario.ts';
import type { Side } from '../side.ts';
import { pick, priceOf } from '../sums.ts';
import { overAlready } from './cancel.ts';

/** Where the number goes; null: a carrier that is not in the catalog. */
export type Target = ParkingTarget | null;

/**
 * The number moves on the last needed day, since a port may be done the same day; the old line ends with it. A charge that
 * falls while the port is under way counts in the worst case. Parking is paid from the port to the horizon, or for as long
 * as the number is wanted.
 */
export function planPortOut(known: Known, target: Target): Plan {
  const actOn = known.need;
  const { least, most } = delaysOf(target, actOn);
  const delays = [...new Set([least, most])];
  const endings = known.schedules.flatMap((schedule) =>
    known.proration.flatMap((prorated) => delays.map((delay) => endingOf(known, schedule, { actOn, delay, prorated }))),
  );
  const parking = {
    worst: parkedFrom(known, target, actOn + least, 'worst'),
    best: parkedFrom(known, target, actOn + most, 'best'),
  };
  const pay: Pay<Ending> = (ledger, ending, side) => {
    payEnding(ledger, known, ending, side);
    merge(ledger, side === 'worst' ? parking.worst : parking.best);
  };
  const worst = worstOf(known, endings, pay);
  return {
    actOn,
    lastDayToAct: lastDay(known, target, actOn, actOn + most),
    endsOn: actOn,
    cost: rangeOf(bestOf(known, endings, pay), worst.cents),
    timeline: timelineOf(known, worst.scenario, pay),
    endUnsure: most > 0,
  };
}

function endingOf(
  known: Known,
  schedule: Schedule,
  { actOn, delay, prorated }: { actOn: EpochDay; delay: number; prorated: boolean },
): Ending {
  if (schedule.lapsed && known.needFrom !== 'you') return { ...overAlready(known, schedule), restarts: false };
  return { schedule, end: actOn, lastCharge: actOn + delay, prorated, restarts: false };
}

/** Calendar days a port takes. A simple port of a wireless number takes one business day at most (47 CFR 52.35), or is done at once. */
function delaysOf(target: Target, actOn: EpochDay): { least: number; most: number } {
  const told = readings(target?.parking.portDays);
  if (told.length === 0) return { least: 0, most: addBusinessDays(actOn, 1) - actOn };
  return { least: Math.min(...told.map(({ min }) => min)), most: Math.max(...told.map(({ max }) => max)) };
}

/** Last day on which a port is surely through before the next charge; inside the US where the target asks for that. */
function lastDay(known: Known, target: Target, actOn: EpochDay, through: EpochDay): EpochDay {
  if (known.proration.every(Boolean)) return actOn;
  const charge = Math.min(...known.schedules.map((schedule) => nextCharge(schedule, through)));
  let last = charge - 1;
  while (last > actOn && last + delaysOf(target, last).most >= charge) last -= 1;
  const inUs = onlyFromUs(target) && known.leavesOn !== null ? known.leavesOn : Number.POSITIVE_INFINITY;
  return Math.max(actOn, Math.min(last, inUs));
}

/** Whether some page says that the request has to be made inside the US. */
export function onlyFromUs(target: Target): boolean {
  return readings(target?.parking.onlyFromUs).includes('yes');
}

/** The fee on the day of the port, then a month at a time: from the earliest port in the worst case, the latest in the best. */
function parkedFrom(known: Known, target: Target, from: EpochDay, side: Side): Ledger {
  const ledger = withEntries(known.today, known.horizon);
  if (!target) {
    put(ledger, from, side === 'worst' ? Number.POSITIVE_INFINITY : 0, 'new-carrier-price');
    return ledger;
  }
  const { portInFeeUsd, monthlyUsd, every } = target.parking;
  put(ledger, from, pick(priceOf(portInFeeUsd), side), 'port-in-fee', portInFeeUsd);
  const price = pick(priceOf(monthlyUsd), side);
  if (price === 0) return ledger;
  const keepUntil = known.keep === 'until' ? dayOf(known.situation.number?.keepUntil) : null;
  const last = Math.min(known.horizon - 1, keepUntil ?? known.horizon);
  const chargeDay = chargeDays(from, candidates(every), side);
  for (let k = 0; chargeDay(k) <= last; k += 1) put(ledger, chargeDay(k), price, 'parking-fee', monthlyUsd);
  return ledger;
}

/** The day of the k-th parking charge, from 0: every month, or as often as the target says; the shortest term where it says several and the worst is asked for. */
function chargeDays(from: EpochDay, terms: readonly Term[], side: Side): (k: number) => EpochDay {
  const [term] = terms;
  if (!term) return (k) => addMonths(from, k);
  const length = side === 'worst' ? Math.min(...term.lengths) : Math.max(...term.lengths);
  return (k) => (term.unit === 'day' ? from + k * length : addMonths(from, k * length));
}
