import { formatUsd } from '../money/money.ts';
import { formatDay } from '../time/civil.ts';
import { isOver, type Known } from './scenario.ts';
import type { Coded, Option, WhyCode } from './types.ts';

type Why = Coded<WhyCode>;

/** Why an option that can be taken stands where it stands; nothing for one that cannot. */
export function reasonsOf(
  known: Known,
  option: Option,
  { best, options }: { best: Option | null; options: readonly Option[] },
): Why[] {
  if (!option.feasible) return [];
  const lead = option === best ? [recommendation(option, options)] : [];
  const open = option.cost?.maxCents === null && option !== best ? [why('cost-unknown')] : [];
  return [...lead, ...whatHappens(known, option), ...open];
}

function recommendation({ cost }: Option, options: readonly Option[]): Why {
  const feasible = options.filter((option) => option.feasible);
  const bounded = feasible.filter((option) => option.cost?.maxCents !== null);
  if (feasible.length === 1) return why('only-possible');
  if (!cost || cost.maxCents === null) return why('least-unknown');
  if (bounded.length === 1) return why('only-bounded', { maxUsd: formatUsd(cost.maxCents) });
  return why('lowest-worst-case', { maxUsd: formatUsd(cost.maxCents) });
}

function whatHappens(known: Known, option: Option): Why[] {
  const { kind, endsOn } = option;
  if (kind === 'keep') return [why('line-goes-on')];
  if (kind === 'suspend') return [why('pause-then-resume')];
  const day = endsOn === null ? '' : formatDay(endsOn);
  if (kind === 'port-out') return [why('number-moves', { day })];
  if (known.schedules.every((schedule) => isOver(known, schedule))) return [why('already-lapsed')];
  const end = kind === 'let-lapse' ? why('runs-out', { day }) : howItEnds(known, day);
  return known.product.service.hasNumber ? [end, why('number-lost')] : [end];
}

function howItEnds({ modes }: Known, day: string): Why {
  if (modes.every((mode) => mode === 'end-of-cycle')) return why('ends-with-cycle', { day });
  return modes.every((mode) => mode === 'immediate') ? why('ends-at-once', { day }) : why('end-unsure', { day });
}

function why(code: WhyCode, facts: Why['facts'] = {}): Why {
  return { code, facts };
}
