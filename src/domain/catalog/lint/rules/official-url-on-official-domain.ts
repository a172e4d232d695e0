import { isOnDomain } from '../../domains.ts';
import type { Fact } from '../../schema.ts';
import type { Path } from '../../walk.ts';
import type { Hit, LintRule } from '../types.ts';
import { channelsOf, productsOf } from '../walk-products.ts';

const AUTHORITIES = new Set(['regulator', 'law']);

/** Where a user is sent as "official" has to lie on a domain of the brand; else a note says why it does not. */
export const officialUrlOnOfficialDomain: LintRule = {
  id: 'official-url-on-official-domain',
  severity: 'error',
  doc: 'links',
  check: ({ brands }) => [
    ...channelsOf(brands)
      .filter(({ channel }) => channel.kind === 'online' || channel.kind === 'email')
      .flatMap(({ brand, channel, path }) =>
        outside(brand.slug, channel.value, [...path, 'value'], brand.officialDomains?.value),
      ),
    ...productsOf(brands).flatMap(({ brand, product, path }) => [
      ...outside(brand.slug, product.online.url, [...path, 'online', 'url'], brand.officialDomains?.value),
      ...outside(
        brand.slug,
        product.disputes.noticeUrl,
        [...path, 'disputes', 'noticeUrl'],
        brand.officialDomains?.value,
      ),
    ]),
  ],
};

function outside(
  slug: string,
  fact: Fact<string> | undefined,
  path: Path,
  domains: string[] | null | undefined,
): Hit[] {
  const url = fact?.value;
  if (!url || fact.note || fact.confidence !== 'official' || isOnDomain(url, domains ?? [])) return [];
  // Some channels are described in words; and a regulator's own page may be where a user has to go.
  if (!URL.canParse(url) && !/^\S+@\S+$/.test(url)) return [];
  if (fact.sources.some((source) => source.url === url && AUTHORITIES.has(source.publisher))) return [];
  return [{ slug, path, facts: { url } }];
}
