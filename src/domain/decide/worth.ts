import type { Cents } from '../money/money.ts';
import type { Target } from './options/port-out.ts';
import { planOf } from './plan.ts';
import type { Known } from './scenario.ts';
import type { CostRange, Option } from './types.ts';

/**
 * By how much an answer can narrow the cost of an option: the most over the answers that may come. null where a cost has no
 * ceiling, with or without the answer.
 */
export function worthOf(known: Known, option: Option, target: Target, answers: readonly Known[]): Cents | null {
  const width = widthOf(option.cost);
  if (width === null) return null;
  if (width === 0 || answers.length === 0) return 0;
  let worth = 0;
  for (const answer of answers) {
    const narrowed = answer === known ? width : widthOf(planOf(answer, option.kind, target).cost);
    if (narrowed !== null) worth = Math.max(worth, width - narrowed);
  }
  return worth;
}

function widthOf(cost: CostRange | null): Cents | null {
  return cost === null || cost.maxCents === null ? null : cost.maxCents - cost.minCents;
}
