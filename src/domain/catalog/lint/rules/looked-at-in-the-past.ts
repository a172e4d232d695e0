import { factsIn } from '../../walk.ts';
import type { LintRule } from '../types.ts';

/** Nobody has looked at a page tomorrow. */
export const lookedAtInThePast: LintRule = {
  id: 'looked-at-in-the-past',
  severity: 'error',
  doc: 'dates',
  check: ({ brands, today }) =>
    brands.flatMap((brand) =>
      [...factsIn(brand)]
        .filter(({ fact }) => fact.checkedOn > today || fact.sources.some((source) => (source.pageDate ?? '') > today))
        .map(({ path, fact }) => ({ slug: brand.slug, path, facts: { checkedOn: fact.checkedOn } })),
    ),
};
