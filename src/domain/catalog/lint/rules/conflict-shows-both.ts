import { factsIn } from '../../walk.ts';
import type { LintRule } from '../types.ts';

/** A conflict is only honest when the other side is there: as an alternative, or, where it is no single value, in the note. */
export const conflictShowsBoth: LintRule = {
  id: 'conflict-shows-both',
  severity: 'error',
  doc: 'conflicts',
  check: ({ brands }) =>
    brands.flatMap((brand) =>
      [...factsIn(brand)]
        .filter(({ fact }) => fact.confidence === 'conflicting' && fact.alternatives.length === 0 && !fact.note)
        .map(({ path }) => ({ slug: brand.slug, path })),
    ),
};
