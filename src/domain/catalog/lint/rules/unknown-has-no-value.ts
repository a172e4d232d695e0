import { factsIn } from '../../walk.ts';
import type { LintRule } from '../types.ts';

/** `unknown` beside a value, or another word beside none, would show a guess as knowledge or hide what is known. */
export const unknownHasNoValue: LintRule = {
  id: 'unknown-has-no-value',
  severity: 'error',
  doc: 'confidence',
  check: ({ brands }) =>
    brands.flatMap((brand) =>
      [...factsIn(brand)]
        .filter(({ fact }) =>
          fact.confidence === 'unknown'
            ? fact.value !== null
            : fact.value === null && fact.confidence !== 'conflicting',
        )
        .map(({ path }) => ({ slug: brand.slug, path })),
    ),
};
