/** A small catalog for tests: invented brands, so that no test depends on what a real carrier does. */

import { countCatalog } from '../domain/catalog/counts.ts';
import { indexCatalog } from '../domain/catalog/index.ts';
import {
  type Brand,
  brandSchema,
  type Identifiers,
  type Product,
  type Retired,
  retiredSchema,
  type Source,
} from '../domain/catalog/schema.ts';
import type { FiledReport } from '../domain/catalog/tried/schema.ts';
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

/** A brand that is gone. */
export function aRetired(over: Record<string, unknown> = {}): Retired {
  return retiredSchema.parse({
    slug: 'old',
    name: text('Old Mobile', '旧牌'),
    kind: 'mvno',
    reason: fact(text('It was sold.', '已被收购。')),
    redirect: null,
    ...over,
  });
}

/** A report of what somebody is said to have tried: invented, like everything here. */
export function aReport(over: Partial<FiledReport> = {}): FiledReport {
  return {
    slug: 'acme',
    id: '2026-10-phone-0a1b2c3d',
    product: 'postpaid',
    route: 'phone',
    month: '2026-10',
    minutes: 40,
    attempts: 2,
    outcome: 'closed',
    chargeAfterClosing: 'unknown',
    ...over,
  };
}

export function firstProduct(brand: Brand): Product {
  const [product] = brand.products;
  if (!product) throw new Error('a brand has a product');
  return product;
}

export const NO_IDENTIFIERS: Identifiers = { networks: [], issuers: [], networkCodes: [] };

/** A catalog of these brands in memory. */
export function memoryCatalog(
  brands: Brand[],
  identifiers: Identifiers = NO_IDENTIFIERS,
  more: { retired?: Retired[]; tried?: FiledReport[] } = {},
): CatalogSource {
  const tried = more.tried ?? [];
  return {
    index: async () => indexCatalog(brands, identifiers, more.retired),
    tried: async (slug) => tried.filter((report) => report.slug === slug),
    counts: async () => countCatalog(brands, tried),
    brand: async (slug) => brands.find((brand) => brand.slug === slug) ?? null,
    rules: async () => [],
    why: async () => ({ ifIdle: [] as never }),
  };
}
