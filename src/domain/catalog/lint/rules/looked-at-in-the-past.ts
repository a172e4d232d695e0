import { formatDay, toDay } from '../../../time/civil.ts';
import { factsIn } from '../../walk.ts';
import type { LintRule } from '../types.ts';

/** Nobody has looked at a page in the future; one day is allowed, since east of New York it is already tomorrow. */
export const lookedAtInThePast: LintRule = {
  id: 'looked-at-in-the-past',
  severity: 'error',
  doc: 'dates',
  check: ({ brands, today }) => {
    const latest = formatDay(toDay(today) + 1);
    return brands.flatMap((brand) =>
      [...factsIn(brand)]
        .filter(
          ({ fact }) => fact.checkedOn > latest || fact.sources.some((source) => (source.pageDate ?? '') > latest),
        )
        .map(({ path, fact }) => ({ slug: brand.slug, path, facts: { checkedOn: fact.checkedOn } })),
    );
  },
};
