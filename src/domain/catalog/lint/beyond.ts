import { candidates } from '../index.ts';
import type { Product } from '../schema.ts';
import type { Limited } from './limits.ts';
import type { Hit, LintInput } from './types.ts';
import { productsOf } from './walk-products.ts';

/** Facts with a figure beyond its limit and no note that explains it; the other sides of a conflict count as well. */
export function beyondLimit({ brands }: LintInput, limited: (product: Product) => Limited[]): Hit[] {
  return productsOf(brands).flatMap(({ brand, product, path }) =>
    limited(product).flatMap(({ path: field, fact, figures, most }) => {
      if (!fact || fact.note) return [];
      const figure = candidates(fact)
        .flatMap((value) => figures(value as never))
        .find((one) => one > most);
      return figure === undefined
        ? []
        : [{ slug: brand.slug, path: [...path, ...field], facts: { given: figure, limit: most } }];
    }),
  );
}
