import { isOnDomain } from '../../domains.ts';
import type { Source } from '../../schema.ts';
import { factsIn } from '../../walk.ts';
import type { LintRule } from '../types.ts';

/** A page called the carrier's own should lie where the carrier's pages lie; else it is a copy, or a domain is missing. */
export const officialSourceOnOfficialDomain: LintRule = {
  id: 'official-source-on-official-domain',
  severity: 'warning',
  doc: 'links',
  check: ({ brands }) =>
    brands.flatMap((brand) => {
      const domains = brand.officialDomains?.value;
      if (!domains) return [];
      const known = new Set<string>();
      const isForeign = ({ publisher, url }: Source): boolean => {
        if (publisher !== 'official' || isOnDomain(url, domains) || known.has(url)) return false;
        known.add(url);
        return true;
      };
      return [...factsIn(brand)].flatMap(({ path, fact }) =>
        fact.sources.filter(isForeign).map(({ url }) => ({ slug: brand.slug, path, facts: { url } })),
      );
    }),
};
