/** A small catalog for tests: invented brands, so that no test depends on what a real carrier does. */

import { indexCatalog } from '../domain/catalog/index.ts';
import { type Brand, brandSchema, type Identifiers, type Product, type Source } from '../domain/catalog/schema.ts';
import type { CatalogSource } from '../ports/catalog.ts';

export const PAGE: Source = { url: 'https://acme.example/help', publisher: 'official', pageDate: '2026-10-01' };
export const BLOG: Source = { url: 'https://blog.example/acme', publisher: 'blog', pageDate: null };

/** A fact as the compiled catalog holds it. */
export function fact<T>(
  value: T | null,
  over: {
    confidence?: string;
    sources?: Source[];
    alternatives?: { value: T; sources: Source[] }[];
    note?: { en: string; zh: string };
  } = {},
) {
  return {
    value,
    alternatives: [],
    sources: value === null ? [] : [PAGE],
    checkedOn: '2026-11-23',
    confidence: value === null ? 'unknown' : 'official',
    ...over,
  };
}

export const text = (en: string, zh = `（${en}）`) => ({ en, zh });

/** A product with only what the schema demands; `over` is merged on top. */
export function aProduct(over: Record<string, unknown> = {}): unknown {
  return {
    id: 'postpaid',
    name: text('Plan'),
    service: { hasNumber: true, billing: 'postpaid' },
    online: { supported: fact('no') },
    ...over,
  };
}

/** A whole brand, checked by the schema. */
export function aBrand(over: Record<string, unknown> = {}, products: unknown[] = [aProduct()]): Brand {
  return brandSchema.parse({
    slug: 'acme',
    name: text('Acme', '艾克米'),
    kind: 'mno',
    status: fact('active'),
    products,
    ...over,
  });
}

export function firstProduct(brand: Brand): Product {
  const [product] = brand.products;
  if (!product) throw new Error('a brand has a product');
  return product;
}

export const NO_IDENTIFIERS: Identifiers = { networks: [], issuers: [], networkCodes: [] };

/** A catalog of these brands in memory. */
export function memoryCatalog(brands: Brand[], identifiers: Identifiers = NO_IDENTIFIERS): CatalogSource {
  return {
    index: async () => indexCatalog(brands, identifiers),
    brand: async (slug) => brands.find((brand) => brand.slug === slug) ?? null,
    rules: async () => [],
    why: async () => ({ ifIdle: [] as never }),
  };
}
