import { beyondLimit } from '../beyond.ts';
import { sumsOf } from '../limits.ts';
import type { LintRule } from '../types.ts';

/** A sum with a slipped decimal point costs people money. */
export const moneyInRange: LintRule = {
  id: 'money-in-range',
  severity: 'error',
  doc: 'figures',
  check: (input) => beyondLimit(input, sumsOf),
};
