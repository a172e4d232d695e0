/** Holds an answer of `decide` against everything that can happen in the simulated worlds. */
import type { Decision, Option } from '../../domain/decide/types.ts';
import type { Cents } from '../../domain/money/money.ts';
import { type EpochDay, formatDay, toDay } from '../../domain/time/civil.ts';
import type { Case } from './generated.ts';
import { live, movesOn, type Plan, type World } from './world.ts';
import { horizonOf, neededUntil, worldsOf } from './worlds.ts';

export interface Disagreement {
  rule: string;
  option: string;
  expected: string;
  got: string;
}

interface Trial {
  option: Option;
  worlds: World[];
  first: World;
  recommended: boolean;
  /** What the plan asks for where the carrier lets one choose: what gives the end it says. */
  asksFor: Ask;
  /** Whether the worlds hold the very worst one, and not only samples of what a device may cost a month. */
  exact: boolean;
  neededUntil: EpochDay;
  parkUntil: EpochDay | null;
  /** A refund for unused days is rounded to a cent. */
  slack: Cents;
}

/** Every way in which `decision` is not what the worlds show. */
export function judge(given: Case, decision: Decision): Disagreement[] {
  return decision.options
    .filter((option) => option.feasible)
    .flatMap((option, rank) => judged(trialOf(given, option, rank === 0)));
}

function trialOf(given: Case, option: Option, recommended: boolean): Trial {
  const { keep, keepUntil } = given.situation.number ?? {};
  const parking = given.targets.find((one) => one.target === option.target)?.parking ?? null;
  const worlds = worldsOf(given, option.kind, parking);
  const loan = given.situation.line.installments;
  const [first] = worlds;
  if (!first) throw new Error('there is always a world');
  const trial: Trial = {
    option,
    worlds,
    first,
    recommended,
    asksFor: 'immediate',
    exact: worlds.every((world) => world.loan === null) || loan?.monthlyUsd != null,
    neededUntil: Math.min(neededUntil(given, option.kind), horizonOf(given) - 1),
    parkUntil: keep === 'until' && keepUntil ? toDay(keepUntil) : null,
    slack: worlds.some((world) => world.prorated) ? 1 : 0,
  };
  const max = option.cost?.maxCents ?? 0;
  const away = (worst: Worst | null) => Math.abs((worst?.cents ?? 0) - max);
  const [asked] = asks(trial)
    .map((ask) => ({ ask, worst: tried(trial, option.actOn, ask).worst }))
    .filter(({ worst }) => worst && sameEnd(worst.earliestEnd, option.endsOn, trial.first.horizon))
    .sort((a, b) => away(a.worst) - away(b.worst));
  return { ...trial, asksFor: asked?.ask ?? trial.asksFor };
}

function judged(trial: Trial): Disagreement[] {
  const found: Disagreement[] = [];
  const { kind, target } = trial.option;
  const option = target ? `${kind}:${target}` : kind;
  const say: Say = (rule, expected, got) => found.push({ rule, option, expected, got });
  const decided = tried(trial, trial.option.actOn, trial.asksFor);
  if (!decided.worst) say('service-until', day(trial.neededUntil), `act on ${day(trial.option.actOn)}`);
  else for (const check of [costOfDay, endOfDay, untilLastDay, afterLastDay]) check(trial, decided.worst, say);
  otherDays(trial, say);
  return found;
}

type Say = (rule: string, expected: string, got: string) => void;

/** The ceiling is never passed, and reached by some world. */
function costOfDay({ option, exact, slack }: Trial, { cents, unpriced }: Worst, say: Say): void {
  const max = option.cost?.maxCents ?? null;
  if (max === null) {
    if (!unpriced) say('bounded', String(cents), 'null');
    return;
  }
  if (unpriced) say('unbounded', 'null', String(max));
  if (cents > max + slack) say('max', String(cents), String(max));
  if (exact && !unpriced && cents < max - slack) say('max-reached', String(cents), String(max));
}

/** `endsOn` is the earliest of all ends, also that of a pause. */
function endOfDay(trial: Trial, { earliestEnd }: Worst, say: Say): void {
  const { option, first } = trial;
  const { kind, endsOn } = option;
  const expected = kind === 'keep' ? null : earliestEnd;
  // A port may take its time; the plan counts on none of it.
  if (kind === 'port-out' && endsOn !== null && endsOn <= earliestEnd && endsOn >= trial.neededUntil) return;
  if (!sameEnd(expected, endsOn, first.horizon)) say('ends-on', day(expected), day(endsOn));
}

/** The worlds stop at the horizon; an end beyond it is one of the day before. */
function sameEnd(lived: EpochDay | null, said: EpochDay | null, horizon: EpochDay): boolean {
  return lived === said || (lived === horizon - 1 && said !== null && said >= lived);
}

/** Every day up to the last one is as good as the first. */
function untilLastDay(trial: Trial, _decided: Worst, say: Say): void {
  const { actOn, lastDayToAct, cost, endsOn } = trial.option;
  const max = cost?.maxCents ?? null;
  if (actOn === null || lastDayToAct === null) return;
  if (lastDayToAct < actOn) say('last-day', `>= ${day(actOn)}`, day(lastDayToAct));
  const last = Math.min(lastDayToAct, trial.first.horizon - 1);
  // The first days and the last ones, and with many worlds only some between.
  const step = Math.ceil(trial.worlds.length / 8);
  const days = Array.from({ length: Math.max(0, last - actOn + 1) }, (_, i) => actOn + i);
  for (const at of days.filter((_, i) => i < 3 || i >= days.length - 3 || i % step === 0)) {
    const { worst } = tried(trial, at, trial.asksFor);
    const dearer = max !== null && worst && (worst.unpriced || worst.cents > max + trial.slack);
    const sooner = worst && endsOn !== null && worst.earliestEnd < Math.min(endsOn, trial.first.horizon - 1);
    if (worst && !dearer && !sooner) continue;
    say('until-last-day', `${day(at)}: ${worst?.cents}`, `${max} until ${day(lastDayToAct)}`);
    return;
  }
}

/** One day later it costs more or ends later. */
function afterLastDay(trial: Trial, _decided: Worst, say: Say): void {
  const { kind, lastDayToAct, cost, endsOn } = trial.option;
  if ((kind !== 'cancel' && kind !== 'let-lapse') || lastDayToAct === null || cost?.maxCents == null || endsOn === null)
    return;
  if (endsOn + 1 >= trial.first.horizon) return;
  const { worst } = tried(trial, lastDayToAct + 1, trial.asksFor);
  if (worst && worst.cents <= cost.maxCents && worst.latestEnd <= endsOn) {
    say('after-last-day', `${day(lastDayToAct + 1)} is as good`, day(lastDayToAct));
  }
}

/** No day on offer is better in the worst case, and none cheaper in any world than the floor; of the best option, no other day either. */
function otherDays(trial: Trial, say: Say): void {
  const { option, first, exact, slack, recommended } = trial;
  const max = option.cost?.maxCents ?? null;
  const min = option.cost?.minCents ?? 0;
  let cheapest: Found = NOT_FOUND;
  let better: Found = NOT_FOUND;
  for (const at of actDays(trial, first)) {
    const offered = at === null || at <= (option.lastDayToAct ?? at);
    for (const asksFor of asks(trial)) {
      const { worst, best } = tried(trial, at, asksFor);
      if (!worst || isBack(trial, worst, at)) continue;
      if (offered && asksFor === trial.asksFor && best < cheapest.cents) cheapest = { at, cents: best };
      const asked = offered && (asksFor === trial.asksFor || worst.latestEnd < first.horizon - 1);
      const counts = asked || (recommended && isEnding(trial, worst));
      if (counts && !worst.unpriced && worst.cents < better.cents) better = { at, cents: worst.cents };
    }
  }
  const waits = trial.worlds.some((world) => creditToWaitFor(trial, world));
  if (max !== null && exact && !waits && better.cents < max - slack) {
    say('better-day', `${day(better.at)}: ${better.cents}`, `${day(option.actOn)}: ${max}`);
  }
  if (cheapest.cents < min - slack) say('min', `${day(cheapest.at)}: ${cheapest.cents}`, String(min));
}

/**
 * Any day counts for the best option of a known calendar, as long as it ends the line inside the window. Not so for a port
 * or a pause: those begin in the cycle they are needed, later ones are another plan (keep, then park).
 */
function isEnding({ option, first, worlds }: Trial, { latestEnd }: Worst): boolean {
  if (worlds.some(({ cycle }) => cycle.first !== first.cycle.first || cycle.anchor !== first.cycle.anchor))
    return false;
  return (option.kind === 'cancel' || option.kind === 'let-lapse') && latestEnd < first.horizon - 1;
}

/** Ending a line only once its owner is back is no way to spare the cost of beginning anew. */
function isBack({ option, first }: Trial, { latestEnd }: Worst, at: EpochDay | null): boolean {
  const ends = option.kind === 'cancel' || option.kind === 'let-lapse';
  if (!ends || at === null || first.returnsOn === null) return false;
  return at >= first.returnsOn || (latestEnd >= first.returnsOn && (option.endsOn ?? 0) < first.returnsOn);
}

/** A port, or an end with unused days back, could wait for one more bill and its promotional credit; no plan does. */
function creditToWaitFor({ option }: Trial, { loan, prorated, termCents }: World): boolean {
  if (loan === null || !(loan.credit > 0)) return false;
  return option.kind === 'port-out' || (option.kind === 'cancel' && prorated && loan.credit <= termCents);
}

interface Found {
  at: EpochDay | null;
  cents: Cents;
}

const NOT_FOUND: Found = { at: null, cents: Number.POSITIVE_INFINITY };

function actDays({ option, worlds, recommended }: Trial, { today, horizon }: World): (EpochDay | null)[] {
  if (option.actOn === null) return [null];
  const step = Math.ceil(worlds.length / 4);
  const days: EpochDay[] = [];
  const last = recommended ? horizon - 1 : Math.min(option.lastDayToAct ?? horizon, horizon - 1);
  for (let at = today; at <= last; at += step) days.push(at);
  return days;
}

interface Worst {
  cents: Cents;
  unpriced: boolean;
  earliestEnd: EpochDay;
  latestEnd: EpochDay;
}

interface Tried {
  /** The dearest world; null where some world ends the line too early. */
  worst: Worst | null;
  /** The cheapest world that does not. */
  best: Cents;
}

/** All worlds for one act day. What can be chosen is chosen once for all of them. */
function tried(trial: Trial, actOn: EpochDay | null, asksFor: Ask): Tried {
  const { option, worlds, parkUntil, neededUntil: needed } = trial;
  const byHand = option.kind === 'let-lapse' ? { byHandUntil: needed } : {};
  // A port may be through the same day, whatever it takes in this world.
  const tooEarly = option.kind === 'port-out' && actOn !== null && actOn < needed;
  const serves = (lastDay: EpochDay) => lastDay >= needed && !tooEarly;
  let best = Number.POSITIVE_INFINITY;
  const worst: Worst = {
    cents: Number.NEGATIVE_INFINITY,
    unpriced: false,
    earliestEnd: Number.POSITIVE_INFINITY,
    latestEnd: 0,
  };
  for (const world of worlds) {
    if (isTwin(trial, world, actOn)) continue;
    const { cents, unpriced, lastServiceDay } = live(world, {
      kind: option.kind,
      actOn,
      parkUntil,
      asksFor,
      ...byHand,
    });
    worst.unpriced ||= unpriced;
    worst.cents = Math.max(worst.cents, cents);
    worst.earliestEnd = Math.min(worst.earliestEnd, lastServiceDay);
    worst.latestEnd = Math.max(worst.latestEnd, lastServiceDay);
    if (serves(lastServiceDay)) best = Math.min(best, cents);
  }
  return { worst: serves(worst.earliestEnd) ? worst : null, best };
}

/** Where the next business day is the limit, a port that takes longer is one that takes until then. */
function isTwin({ option }: Trial, world: World, actOn: EpochDay | null): boolean {
  const { days, businessDayAtMost } = world.portTakes;
  return option.kind === 'port-out' && actOn !== null && businessDayAtMost && days > movesOn(world, actOn) - actOn;
}

type Ask = NonNullable<Plan['asksFor']>;

function asks({ option, worlds }: Pick<Trial, 'option' | 'worlds'>): Ask[] {
  const choice = option.kind === 'cancel' && worlds.some((world) => world.effective === 'choice');
  return choice ? ['end-of-cycle', 'immediate'] : ['immediate'];
}

const day = (at: EpochDay | null): string => (at === null ? 'null' : formatDay(at));
