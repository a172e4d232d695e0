import type { LintRule } from '../types.ts';
import { productsOf } from '../walk-products.ts';

/** "Not online" is half an answer: what does the site offer, a chat, a call back, only a phone number? */
export const onlineNoSaysInstead: LintRule = {
  id: 'online-no-says-instead',
  severity: 'warning',
  doc: 'online-steps',
  check: ({ brands }) =>
    productsOf(brands)
      .filter(
        ({ product: { online } }) => online.supported.value === 'no' && !online.instead && online.steps.length === 0,
      )
      .map(({ brand, path }) => ({ slug: brand.slug, path: [...path, 'online'] })),
};
