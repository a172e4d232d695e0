import type { Brand } from '../../schema.ts';
import type { Hit, LintRule } from '../types.ts';

interface Hotline {
  brand: Brand;
  path: readonly (string | number)[];
  number: string;
}

/** Two unrelated brands with one hotline: one of the two was copied. */
export const sameHotlineElsewhere: LintRule = {
  id: 'same-hotline-elsewhere',
  severity: 'warning',
  doc: 'phone-numbers',
  check: ({ brands }) => {
    const byNumber = Map.groupBy(brands.flatMap(hotlines), (hotline) => hotline.number);
    return [...byNumber.values()].flatMap((lines): Hit[] => {
      const slugs = [...new Set(lines.map((line) => line.brand.slug))];
      const parents = new Set(lines.map((line) => line.brand.parent?.value ?? line.brand.slug));
      if (slugs.length < 2 || parents.size < 2) return [];
      return lines.map((line) => ({
        slug: line.brand.slug,
        path: line.path,
        facts: { number: line.number, brands: slugs },
      }));
    });
  },
};

function hotlines(brand: Brand): Hotline[] {
  return brand.products.flatMap((product, at) =>
    product.channels.flatMap((channel, index) => {
      const number = channel.value.value;
      if (channel.kind !== 'phone' || number === null || number.length < 8) return [];
      return [{ brand, path: ['products', at, 'channels', index, 'value'], number }];
    }),
  );
}
