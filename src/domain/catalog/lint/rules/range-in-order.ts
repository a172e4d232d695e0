import { candidates } from '../../index.ts';
import type { Hit, LintRule } from '../types.ts';
import { channelsOf, productsOf } from '../walk-products.ts';

/** From more to less, or closing before opening: nothing can be reckoned with that. */
export const rangeInOrder: LintRule = {
  id: 'range-in-order',
  severity: 'error',
  doc: 'figures',
  check: ({ brands }) => [
    ...productsOf(brands).flatMap(({ brand, product, path }): Hit[] => {
      const { earlyTerminationFee } = product.billing;
      const fees = candidates(earlyTerminationFee);
      const spans = candidates(product.parking?.portDays);
      return [
        ...(fees.some(({ minUsd, maxUsd }) => maxUsd !== null && Number(minUsd) > Number(maxUsd))
          ? [{ slug: brand.slug, path: [...path, 'billing', 'earlyTerminationFee'] }]
          : []),
        ...(spans.some(({ min, max }) => min > max)
          ? [{ slug: brand.slug, path: [...path, 'parking', 'portDays'] }]
          : []),
      ];
    }),
    ...channelsOf(brands)
      .filter(({ channel }) =>
        candidates(channel.hours).some(({ weekly }) => weekly.some(({ open, close }) => open >= close)),
      )
      .map(({ brand, path }) => ({ slug: brand.slug, path: [...path, 'hours'] })),
  ],
};
