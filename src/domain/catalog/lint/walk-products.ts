import type { Brand, Channel, Product } from '../schema.ts';

export interface FoundProduct {
  brand: Brand;
  product: Product;
  path: readonly (string | number)[];
}

export interface FoundChannel extends FoundProduct {
  channel: Channel;
}

/** Every product of every brand, with its path inside the brand's file. */
export function productsOf(brands: readonly Brand[]): FoundProduct[] {
  return brands.flatMap((brand) => brand.products.map((product, at) => ({ brand, product, path: ['products', at] })));
}

/** Every channel of every product, with its path inside the brand's file. */
export function channelsOf(brands: readonly Brand[]): FoundChannel[] {
  return productsOf(brands).flatMap(({ brand, product, path }) =>
    product.channels.map((channel, at) => ({ brand, product, channel, path: [...path, 'channels', at] })),
  );
}
