/**
 * A tiny world in which one line lives one calendar day after the other, for checking `decide` against. Everything in it
 * is known: no interval, no fact, no clever date arithmetic. It is written from the rules of a situation's costs alone.
 */
import type { OptionKind } from '../../domain/decide/types.ts';
import type { Cents } from '../../domain/money/money.ts';
import { daysInMonth, type EpochDay, partsOf } from '../../domain/time/civil.ts';
import { isBusinessDay } from '../../domain/time/holidays.ts';

/** When a new cycle begins: from `first` (the next charge) on, by months with an anchor or by a number of days. */
export interface Cycle {
  first: EpochDay;
  unit: 'month' | 'day';
  length: number;
  /** Day of month of a cycle by months; shorter months use their last day. */
  anchor: number;
}

/** A device on instalments. */
export interface Loan {
  left: Cents;
  monthly: Cents;
  credit: Cents;
  /** Other lines stay on the account and the carrier lets the instalments go on. */
  goesOnAfterClose: boolean;
}

/** Money the carrier holds: back `afterDays` after the end, or never. */
export interface Held {
  cents: Cents;
  comesBack: boolean;
  afterDays: number;
}

/**
 * One fully known scenario, but for prices nobody knows: those are NaN. Fields that do not concern the plan at hand are
 * zero or empty.
 */
export interface World {
  today: EpochDay;
  horizon: EpochDay;
  cycle: Cycle;
  /** What a charge at a cycle start costs. */
  termCents: Cents;
  overdueCents: Cents;
  prorated: boolean;
  effective: 'immediate' | 'end-of-cycle' | 'choice';
  /** Whole days that must lie between the order and the end. */
  noticeDays: number;
  feeCents: Cents;
  loan: Loan | null;
  balance: Held;
  /** On a line that goes on, the balance pays charges. */
  balancePays: boolean;
  deposit: Held;
  /** null: the full rate goes on. */
  pauseCents: Cents | null;
  /** Days without service, from the day after the pause is asked for. */
  pauseDays: number;
  /** What the new place takes at first, and every so often from then on. */
  portInCents: Cents;
  parkingCents: Cents;
  parkingEvery: Pick<Cycle, 'unit' | 'length'>;
  /** Days from the order to the first of these payments. */
  parkingAfterDays: number;
  /** Calendar days from the request until the number has moved; where told so, not beyond the next business day. */
  portTakes: { days: number; businessDayAtMost: boolean };
  /** SIM and activation, on coming back to a line that is gone. */
  restartCents: Cents[];
  returnsOn: EpochDay | null;
}

export interface Plan {
  kind: OptionKind;
  /** null: nothing is done. */
  actOn: EpochDay | null;
  /** What one asks for where the carrier lets one choose. */
  asksFor?: 'immediate' | 'end-of-cycle';
  /** On a line whose renewal is off, terms are paid by hand up to the one that covers this day. */
  byHandUntil?: EpochDay;
  /** Last day on which a parked number must be held; null: to the horizon and beyond. */
  parkUntil?: EpochDay | null;
}

export interface Lived {
  cents: Cents;
  /** Something of unknown price fell due; it is not in `cents`. */
  unpriced: boolean;
  /** Last day with service, before the pause where there is one; the day before the horizon where it goes on. */
  lastServiceDay: EpochDay;
  /** Last day on which the number is held; Infinity where it is not lost. */
  numberHeldUntil: number;
  events: { day: EpochDay; cents: Cents; what: string }[];
}

const LONG_AFTER = 800;
const parts = new Map<EpochDay, ReturnType<typeof partsOf>>();

function partsOfDay(day: EpochDay) {
  const known = parts.get(day);
  if (known) return known;
  const fresh = partsOf(day);
  parts.set(day, fresh);
  return fresh;
}

/** Whether `day` is the day `anchor` of its month, or the last day of a month too short for it. */
export function fallsOn(day: EpochDay, anchor: number): boolean {
  const { year, month, dayOfMonth } = partsOfDay(day);
  return dayOfMonth === anchor || (dayOfMonth < anchor && dayOfMonth === daysInMonth(year, month));
}

const monthNumber = (day: EpochDay) => partsOfDay(day).year * 12 + partsOfDay(day).month;

/** Whether a cycle begins on `day`; cycles before the next charge follow the same rhythm backwards. */
export function cycleBegins(cycle: Cycle, day: EpochDay): boolean {
  if (cycle.unit === 'day') return (day - cycle.first) % cycle.length === 0;
  return fallsOn(day, cycle.anchor) && (monthNumber(day) - monthNumber(cycle.first)) % cycle.length === 0;
}

/** The day a port asked for on `asked` is through. */
export function movesOn({ portTakes }: World, asked: EpochDay): EpochDay {
  const { days, businessDayAtMost } = portTakes;
  if (!businessDayAtMost) return asked + days;
  let day = asked + 1;
  while (!isBusinessDay(day)) day++;
  return Math.min(asked + days, day);
}

/** Cycle starts as flags for the days from `from` to LONG_AFTER beyond `to`; looking is slow, days are many. */
const flags = new WeakMap<Cycle, { from: EpochDay; starts: Uint8Array }>();

function startsOf(cycle: Cycle, today: EpochDay, horizon: EpochDay) {
  const known = flags.get(cycle);
  if (known) return known;
  const from = today - LONG_AFTER;
  const starts = new Uint8Array(horizon - from + LONG_AFTER);
  for (let i = 0; i < starts.length; i++) starts[i] = cycleBegins(cycle, from + i) ? 1 : 0;
  const fresh = { from, starts };
  flags.set(cycle, fresh);
  return fresh;
}

/** Lives `plan` through `world`, one day at a time, from today to the day before the horizon. */
export function live(world: World, plan: Plan, { keepEvents = false } = {}): Lived {
  const { today, horizon, cycle } = world;
  const { from, starts } = startsOf(cycle, today, horizon);
  const begins = (day: EpochDay) => starts[day - from] === 1;
  const lived: Lived = {
    cents: 0,
    unpriced: false,
    lastServiceDay: today - 1,
    numberHeldUntil: Number.POSITIVE_INFINITY,
    events: [],
  };
  const pay = (day: EpochDay, cents: Cents, what: string) => {
    if (cents === 0 || day >= horizon) return;
    if (Number.isNaN(cents)) lived.unpriced = true;
    if (Number.isNaN(cents)) return;
    lived.cents += cents;
    if (keepEvents) lived.events.push({ day, cents, what });
  };

  let alive = true;
  let purse = world.balancePays ? world.balance.cents : 0;
  let owed = world.loan?.left ?? 0;
  let billed = world.loan !== null;
  let pausedSince: EpochDay | null = null;
  let stopAskedOn: EpochDay | null = null;
  let movedOn: EpochDay | null = null;
  let parkedSince: EpochDay | null = null;

  const payCharge = (day: EpochDay, cents: Cents, what: string) => {
    const fromPurse = Number.isNaN(cents) ? 0 : Math.min(purse, cents);
    purse -= fromPurse;
    pay(day, cents - fromPurse, what);
  };
  const payInstalment = (day: EpochDay, withCredit: boolean) => {
    const { loan } = world;
    if (!loan || owed === 0 || !billed) return;
    if (Number.isNaN(owed)) pay(day, owed, 'instalment');
    if (Number.isNaN(owed)) return;
    const due = Math.min(loan.monthly, owed);
    owed -= due;
    pay(day, due, 'instalment');
    if (withCredit) pay(day, -Math.min(loan.credit, due), 'credit');
  };
  const nextStart = (day: EpochDay) => {
    let at = day + 1;
    while (!begins(at)) at++;
    return at;
  };
  const lastStart = (day: EpochDay) => {
    let at = day;
    while (!begins(at)) at--;
    return at;
  };
  const close = (day: EpochDay, { early, orderly }: { early: boolean; orderly: boolean }) => {
    alive = false;
    lived.lastServiceDay = day;
    lived.numberHeldUntil = plan.kind === 'port-out' ? Number.POSITIVE_INFINITY : day;
    if (orderly) pay(day, world.feeCents, 'fee');
    if (early && world.prorated && !Number.isNaN(world.termCents)) {
      const begin = lastStart(Math.max(day, cycle.first - 1));
      const end = nextStart(Math.max(day, cycle.first - 1));
      pay(day, -Math.floor((world.termCents * (end - 1 - day)) / (end - begin)), 'unused days');
    }
    if (world.loan?.goesOnAfterClose === false) {
      pay(day, owed, 'instalments due');
      owed = 0;
    }
    billed = owed > 0;
    if (world.balance.comesBack) pay(day + world.balance.afterDays, -world.balance.cents, 'balance back');
    if (world.deposit.comesBack) pay(day + world.deposit.afterDays, -world.deposit.cents, 'deposit back');
  };
  const wantsNow = () =>
    world.effective === 'immediate' || (world.effective === 'choice' && plan.asksFor !== 'end-of-cycle');

  pay(today, world.overdueCents, 'overdue');
  for (let day = today; day < horizon; day++) {
    if (begins(day) && day >= cycle.first) {
      if (alive) {
        const paused = pausedSince !== null && day > pausedSince && day <= pausedSince + world.pauseDays;
        const back = world.returnsOn !== null && day >= world.returnsOn;
        if (paused && !back && world.pauseCents !== null) payCharge(day, world.pauseCents, 'paused charge');
        else payCharge(day, world.termCents, 'charge');
      }
      payInstalment(day, alive);
    }
    if (day === plan.actOn && alive) {
      if (plan.kind === 'suspend') pausedSince = day;
      if (plan.kind === 'port-out') {
        movedOn = movesOn(world, day);
        parkedSince = day + world.parkingAfterDays;
      }
      if (plan.kind === 'cancel' && wantsNow()) close(day, { early: true, orderly: true });
      else if (plan.kind === 'cancel' || plan.kind === 'let-lapse') stopAskedOn = day;
    }
    if (alive && day === movedOn) {
      close(day, { early: true, orderly: true });
    }
    const paysOn = plan.byHandUntil !== undefined && day < plan.byHandUntil;
    if (
      alive &&
      stopAskedOn !== null &&
      !paysOn &&
      begins(day + 1) &&
      day + 1 >= cycle.first &&
      day - stopAskedOn >= world.noticeDays
    ) {
      close(day, { early: false, orderly: plan.kind === 'cancel' });
    }
    if (alive && (pausedSince === null || day === pausedSince)) lived.lastServiceDay = day;
    if (day === parkedSince) pay(day, world.portInCents, 'port-in fee');
    if (parkedSince !== null && day >= parkedSince && (plan.parkUntil == null || day <= plan.parkUntil)) {
      const rhythm = { first: parkedSince, anchor: partsOfDay(parkedSince).dayOfMonth, ...world.parkingEvery };
      if (world.parkingCents !== 0 && cycleBegins(rhythm, day)) pay(day, world.parkingCents, 'parking');
    }
    if (!alive && day === world.returnsOn) for (const cents of world.restartCents) pay(day, cents, 'restart');
    const parks = parkedSince !== null && (day < parkedSince || world.parkingCents !== 0);
    const isBack = world.returnsOn === null || day >= world.returnsOn;
    if (!alive && !billed && !parks && isBack) break;
  }
  return lived;
}
