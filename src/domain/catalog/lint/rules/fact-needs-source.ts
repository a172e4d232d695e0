import { factsIn } from '../../walk.ts';
import type { LintRule } from '../types.ts';

/** A value nobody can look up is a rumour. Unknowns need no source. */
export const factNeedsSource: LintRule = {
  id: 'fact-needs-source',
  severity: 'error',
  doc: 'every-fact-has-a-source',
  check: ({ brands }) =>
    brands.flatMap((brand) =>
      [...factsIn(brand)]
        .filter(({ fact }) => fact.value !== null && fact.sources.length === 0)
        .map(({ path }) => ({ slug: brand.slug, path })),
    ),
};
