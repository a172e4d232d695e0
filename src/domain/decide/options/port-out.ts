import type { ParkingTarget } from '../../catalog/index.ts';
import { addMonths, type EpochDay, partsOf } from '../../time/civil.ts';
import { addBusinessDays } from '../../time/holidays.ts';
import { times } from '../charges.ts';
import { type Ending, payEnding } from '../closing.ts';
import { nextCharge, type Schedule, type TermLength } from '../cycle.ts';
import { bestOf, type Pay, type Plan, rangeOf, timelineOf, worstOf } from '../evaluate.ts';
import { readings } from '../facts.ts';
import { type Ledger, put } from '../ledger.ts';
import { dayOf, type Known } from '../scenario.ts';
import type { Side } from '../side.ts';
import { pick, priceOf } from '../sums.ts';
import { overAlready } from './cancel.ts';
import { firstDay, lastToWait } from './later.ts';

/** Where the number goes; null: a carrier that is not in the catalog. */
export type Target = ParkingTarget | null;

/**
 * The number moves on the last needed day, since a port may be done the same day, or later in the cycle paid by then where
 * that spares months of parking; the old line ends with it. A charge that falls while the port is under way counts in the
 * worst case. Parking is paid from the port to the horizon, or for as long as the number is wanted.
 */
export function planPortOut(known: Known, target: Target): Plan {
  const pay: Pay<Port> = (ledger, { ending, parked }, side) => {
    payEnding(ledger, known, ending, side);
    if (ledger.entries) park(ledger, target, parked);
    else ledger.total += parked.cents;
  };
  const worstOn = (day: EpochDay) => worstOf(known, portsOn(known, target, day), pay);
  const limit = lastDay(known, target);
  let actOn = known.need;
  let worst = worstOn(actOn);
  for (const day of cheaperDays(known, target, limit)) {
    const later = worstOn(day);
    if (later.cents < worst.cents) [actOn, worst] = [day, later];
  }
  return {
    actOn,
    lastDayToAct: limit > actOn && !costsMore(known, limit, () => worstOn(limit).cents > worst.cents) ? limit : actOn,
    endsOn: actOn,
    cost: rangeOf(bestOf(known, bestPorts(known, target), pay), worst.cents),
    timeline: timelineOf(known, worst.scenario, pay),
    endUnsure: delaysOf(target, actOn).most > 0,
  };
}

/** Whether waiting costs: where unused days come back, each day does; else only where money held would come back too late. */
function costsMore(known: Known, limit: EpochDay, isDearer: () => boolean): boolean {
  if (known.proration.every(Boolean)) return true;
  return known.balance + known.deposit > 0 && limit > known.need && isDearer();
}

/** The days after the last needed one from which on there is one payment of parking less. */
function cheaperDays(known: Known, target: Target, limit: EpochDay): EpochDay[] {
  const price = target ? pick(priceOf(target.parking.monthlyUsd), 'worst') : 0;
  // A price nobody knows is asked for, not dodged.
  if (price === 0 || price === Number.POSITIVE_INFINITY) return [];
  const last = lastToWait(known, limit);
  const payments = (day: EpochDay) => countPayments(known, target, day + delaysOf(target, day).least, 'worst');
  const most = payments(known.need);
  const fewest = last === known.need ? most : payments(last);
  return Array.from({ length: most - fewest }, (_, k) => firstDay(known.need, last, (day) => payments(day) < most - k));
}

/** One way a port may go. */
interface Port {
  ending: Ending;
  parked: Parked;
}

/** Every way a port asked for on a day may go; parked from the earliest day on. */
function portsOn(known: Known, target: Target, actOn: EpochDay): Port[] {
  const delays = delaysOf(target, actOn);
  const parked = parkedFrom(known, target, actOn + delays.least, 'worst');
  return known.schedules.flatMap((schedule) =>
    endingsOf(known, schedule, actOn, delays).map((ending) => ({ ending, parked })),
  );
}

/** For the best case: what comes back on the first day, and parking from the last day of the cycle paid by then. */
function bestPorts(known: Known, target: Target): Port[] {
  const delays = delaysOf(target, known.need);
  const seen = new Map<EpochDay, Parked>();
  return known.schedules.flatMap((schedule) => {
    const last = nextCharge(schedule, known.need + delays.most) - 1;
    const parked = seen.get(last) ?? parkedFrom(known, target, last + delaysOf(target, last).most, 'best');
    seen.set(last, parked);
    return endingsOf(known, schedule, known.need, delays).map((ending) => ({ ending, parked }));
  });
}

/** How the old line may end on one schedule: the soonest, the latest, and around a bill that comes in between. */
function endingsOf(known: Known, schedule: Schedule, actOn: EpochDay, { least, most }: Delays): Ending[] {
  const bill = nextCharge(schedule, actOn + least) - actOn;
  const delays = least === most ? [most] : bill > most ? [least, most] : [...new Set([least, bill - 1, bill, most])];
  return known.proration.flatMap((prorated) =>
    delays.map((delay) => endingOf(known, schedule, { actOn, delay, prorated })),
  );
}

function endingOf(
  known: Known,
  schedule: Schedule,
  { actOn, delay, prorated }: { actOn: EpochDay; delay: number; prorated: boolean },
): Ending {
  if (schedule.lapsed && known.needFrom !== 'you') return { ...overAlready(known, schedule), restarts: false };
  return { schedule, end: actOn, lastCharge: actOn + delay, prorated, restarts: false };
}

/** Calendar days. */
interface Delays {
  least: number;
  most: number;
}

/** Calendar days a port takes. A simple port of a wireless number takes one business day at most (47 CFR 52.35), or is done at once. */
function delaysOf(target: Target, actOn: EpochDay): Delays {
  const told = readings(target?.parking.portDays);
  if (told.length === 0) return { least: 0, most: addBusinessDays(actOn, 1) - actOn };
  return { least: Math.min(...told.map(({ min }) => min)), most: Math.max(...told.map(({ max }) => max)) };
}

/** Last day on which a port is surely through before the next charge and the horizon; inside the US where the target asks for that. */
function lastDay(known: Known, target: Target): EpochDay {
  const { need, leavesOn } = known;
  const through = need + delaysOf(target, need).most;
  const charge = Math.min(known.horizon, ...known.schedules.map((schedule) => nextCharge(schedule, through)));
  let last = charge - 1;
  while (last > need && last + delaysOf(target, last).most >= charge) last -= 1;
  const inUs = onlyFromUs(target) && leavesOn !== null ? leavesOn : Number.POSITIVE_INFINITY;
  return Math.max(need, Math.min(last, inUs));
}

/** Whether some page says that the request has to be made inside the US. */
export function onlyFromUs(target: Target): boolean {
  return readings(target?.parking.onlyFromUs).includes('yes');
}

/** What the new place takes inside the window. */
interface Parked {
  from: EpochDay;
  side: Side;
  count: number;
  cents: number;
}

function parkedFrom(known: Known, target: Target, from: EpochDay, side: Side): Parked {
  if (!target) {
    const counts = side === 'worst' && from < known.horizon;
    return { from, side, count: 0, cents: counts ? Number.POSITIVE_INFINITY : 0 };
  }
  const { portInFeeUsd, monthlyUsd } = target.parking;
  const count = countPayments(known, target, from, side);
  const fee = from < known.horizon ? pick(priceOf(portInFeeUsd), side) : 0;
  return { from, side, count, cents: fee + times(pick(priceOf(monthlyUsd), side), count) };
}

/** The fee on the day of the port, then every so often: from the earliest port in the worst case, the latest in the best. */
function park(ledger: Ledger, target: Target, { from, side, count }: Parked): void {
  if (!target) {
    put(ledger, from, side === 'worst' ? Number.POSITIVE_INFINITY : 0, 'new-carrier-price');
    return;
  }
  const { portInFeeUsd, monthlyUsd } = target.parking;
  put(ledger, from, pick(priceOf(portInFeeUsd), side), 'port-in-fee', portInFeeUsd);
  const price = pick(priceOf(monthlyUsd), side);
  for (let k = 0; k < count; k += 1) put(ledger, paymentDay(target, from, side, k), price, 'parking-fee', monthlyUsd);
}

/** How often parking is paid inside the window, for as long as the number is wanted. */
function countPayments(known: Known, target: Target, from: EpochDay, side: Side): number {
  const keepUntil = known.keep === 'until' ? dayOf(known.situation.number?.keepUntil) : null;
  const last = Math.min(known.horizon - 1, keepUntil ?? known.horizon);
  if (from > last) return 0;
  const { unit, length } = parkingTerm(target, side);
  if (unit === 'day') return Math.floor((last - from) / length) + 1;
  const [begin, end] = [partsOf(from), partsOf(last)];
  const whole = Math.floor(((end.year - begin.year) * 12 + end.month - begin.month) / length);
  return paymentDay(target, from, side, whole) <= last ? whole + 1 : whole;
}

function paymentDay(target: Target, from: EpochDay, side: Side, k: number): EpochDay {
  const { unit, length } = parkingTerm(target, side);
  return unit === 'day' ? from + k * length : addMonths(from, k * length);
}

/** Every month, or as often as the target says: of several terms the shortest in the worst case, the longest in the best. */
function parkingTerm(target: Target, side: Side): TermLength {
  if (!target?.parking.every) return MONTHLY;
  const terms = readings(target.parking.every)
    .flatMap(({ unit, lengths }) => lengths.map((length): TermLength => ({ unit, length })))
    .sort((a, b) => daysOf(a) - daysOf(b));
  return (side === 'worst' ? terms[0] : terms.at(-1)) ?? MONTHLY;
}

const MONTHLY: TermLength = { unit: 'month', length: 1 };

/** Long enough to tell terms apart: 30 days from a month. */
function daysOf({ unit, length }: TermLength): number {
  return unit === 'day' ? length : length * 30.4;
}
