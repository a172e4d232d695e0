import { factsIn } from '../../walk.ts';
import type { LintRule } from '../types.ts';

const OWN_WORD = new Set(['official', 'staff', 'regulator', 'law']);

/** `official` means the carrier's, the regulator's or the law's own page says it. */
export const officialNeedsOfficialPage: LintRule = {
  id: 'official-needs-official-page',
  severity: 'error',
  doc: 'ranking-of-sources',
  check: ({ brands }) =>
    brands.flatMap((brand) =>
      [...factsIn(brand)]
        .filter(
          ({ fact }) =>
            fact.confidence === 'official' && !fact.sources.some((source) => OWN_WORD.has(source.publisher)),
        )
        .map(({ path }) => ({ slug: brand.slug, path })),
    ),
};
