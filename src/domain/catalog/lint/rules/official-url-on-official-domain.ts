import type { LintRule } from '../types.ts';

/** Where a user is sent as "official" has to lie on a domain of the brand. */
export const officialUrlOnOfficialDomain: LintRule = {
  id: 'official-url-on-official-domain',
  severity: 'error',
  doc: 'links',
  check: ({ brands }) =>
    brands.flatMap((brand) => {
      const domains = brand.officialDomains?.value ?? [];
      const own = (url: string): boolean => {
        const host = new URL(url).hostname;
        return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
      };
      return brand.products.flatMap((product, at) =>
        product.channels.flatMap((channel, index) => {
          const { value, confidence } = channel.value;
          if (
            channel.kind !== 'online' ||
            confidence !== 'official' ||
            value === null ||
            !URL.canParse(value) ||
            own(value)
          )
            return [];
          return [{ slug: brand.slug, path: ['products', at, 'channels', index, 'value'], facts: { url: value } }];
        }),
      );
    }),
};
