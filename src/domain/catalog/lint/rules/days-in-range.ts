import { beyondLimit } from '../beyond.ts';
import { spansOf } from '../limits.ts';
import type { LintRule } from '../types.ts';

/** A span with a digit too many lets a deadline pass. */
export const daysInRange: LintRule = {
  id: 'days-in-range',
  severity: 'error',
  doc: 'figures',
  check: (input) => beyondLimit(input, spansOf),
};
