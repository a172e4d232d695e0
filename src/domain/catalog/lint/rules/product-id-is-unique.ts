import type { LintRule } from '../types.ts';

/** Of two products with one id nobody could ever ask for the second. */
export const productIdIsUnique: LintRule = {
  id: 'product-id-is-unique',
  severity: 'error',
  doc: 'lint',
  check: ({ brands }) =>
    brands.flatMap(({ slug, products }) =>
      products.flatMap(({ id }, at) =>
        products.findIndex((product) => product.id === id) < at
          ? [{ slug, path: ['products', at, 'id'], facts: { id } }]
          : [],
      ),
    ),
};
