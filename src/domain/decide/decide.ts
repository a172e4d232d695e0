import type { Situation } from '../case/situation.ts';
import type { ParkingTarget } from '../catalog/index.ts';
import { contactOf } from './contact.ts';
import { obstacle } from './feasible.ts';
import { numberSafeUntil } from './number.ts';
import type { Target } from './options/port-out.ts';
import { planOf } from './plan.ts';
import { questionsOf } from './questions.ts';
import { ranked } from './rank.ts';
import { type DecideInput, type Known, knownOf } from './scenario.ts';
import { ANOTHER_CARRIER, type Decision, type Option, type OptionKind } from './types.ts';
import { unknownsOf } from './unknowns.ts';
import { warningsOf } from './warnings.ts';
import { reasonsOf } from './why.ts';

/**
 * Every option with its dates and costs, the best in the worst case first. Pure: `today` is a parameter, and all facts of
 * the carrier come with it. Never throws on a situation that has been checked.
 */
export function decide(situation: Situation, input: DecideInput): Decision {
  const known = knownOf(situation, input);
  const options = ranked(alternatives(known, input.targets).map(([kind, target]) => optionOf(known, kind, target)));
  const best = options[0]?.feasible ? options[0] : null;
  for (const option of options) option.why.push(...reasonsOf(known, option, { best, options }));
  return {
    recommended: best?.kind ?? null,
    recommendedTarget: best?.target ?? null,
    options,
    questions: questionsOf(known, options, input.targets),
    unknowns: unknownsOf(known),
    contact: contactOf(situation),
    today: known.today,
    horizon: known.horizon,
  };
}

function alternatives(known: Known, targets: readonly ParkingTarget[]): [OptionKind, Target][] {
  const own = [known.brand.slug, `${known.brand.slug}/${known.product.id}`];
  const ports = targets
    .filter(({ target }) => !own.includes(target))
    .map((target): [OptionKind, Target] => ['port-out', target]);
  return [['cancel', null], ...ports, ['port-out', null], ['suspend', null], ['let-lapse', null], ['keep', null]];
}

function optionOf(known: Known, kind: OptionKind, target: Target): Option {
  const name = kind === 'port-out' ? (target?.target ?? ANOTHER_CARRIER) : null;
  const why = obstacle(known, kind, target);
  if (why) return { ...NOT_FEASIBLE, kind, target: name, why: [why], timeline: [], warnings: [] };
  const plan = planOf(known, kind, target);
  const { actOn, lastDayToAct, endsOn, cost, timeline } = plan;
  return {
    kind,
    target: name,
    feasible: true,
    why: [],
    actOn,
    lastDayToAct,
    endsOn,
    cost,
    timeline,
    warnings: warningsOf(known, kind, target, plan),
    numberSafeUntil: kind === 'cancel' || kind === 'let-lapse' ? numberSafeUntil(known, endsOn) : null,
  };
}

const NOT_FEASIBLE = {
  feasible: false,
  actOn: null,
  lastDayToAct: null,
  endsOn: null,
  cost: null,
  numberSafeUntil: null,
} as const;
