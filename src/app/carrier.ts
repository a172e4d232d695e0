import type { BrandSummary, CatalogIndex } from '../domain/catalog/index.ts';
import type { Product, Retired, Text } from '../domain/catalog/schema.ts';
import { echo, SimoffError } from '../domain/errors.ts';
import { searchBrands } from '../domain/identify/search.ts';

/**
 * The brand a person means by a slug, a name or a nickname. Only an exact one (case, spaces and punctuation apart) is taken:
 * a guess here would cancel the wrong line. Throws `unknown-carrier` with the nearest slugs; `carrier-retired` with the slug that
 * took its place, `carrier-gone` where none did.
 */
export function resolveCarrier(name: string, index: CatalogIndex): BrandSummary {
  const found = findCarrier(name, index);
  if (found) return found;
  const gone = retiredCarrier(name, index);
  if (gone?.redirect) throw new SimoffError('carrier-retired', { carrier: gone.slug, redirect: gone.redirect });
  if (gone) throw new SimoffError('carrier-gone', { carrier: gone.slug });
  const suggestions = searchBrands(name.slice(0, 80), index)
    .slice(0, 3)
    .map(({ slug }) => slug);
  throw new SimoffError('unknown-carrier', { carrier: shown(name), suggestions });
}

/** The brand with this slug, name or nickname; null: none, or more than one. */
export function findCarrier(name: string, index: CatalogIndex): BrandSummary | null {
  const exact = index.brands.find((brand) => brand.slug === name.trim().toLowerCase());
  if (exact) return exact;
  const wanted = folded(name);
  const named = wanted === '' ? [] : index.brands.filter((brand) => isNamed(brand, wanted));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The brand that is gone and had this slug, name or nickname; null: none. */
export function retiredCarrier(name: string, index: CatalogIndex): Retired | null {
  const wanted = folded(name);
  if (wanted === '') return null;
  return (
    index.retired.find((brand) => brand.slug === name.trim().toLowerCase()) ??
    index.retired.find((brand) => isNamed(brand, wanted)) ??
    null
  );
}

function isNamed(brand: { name: Text; aliases: readonly string[] }, wanted: string): boolean {
  return [brand.name.en, brand.name.zh, ...brand.aliases].some((own) => folded(own) === wanted);
}

/** The product of that id, or the first where none is named. Throws `unknown-product` with the ids there are. */
export function resolveProduct(brand: { slug: string; products: Product[] }, id: string | null): Product {
  const product = id === null ? brand.products[0] : brand.products.find((own) => own.id === id.trim().toLowerCase());
  if (product) return product;
  const products = brand.products.map((own) => own.id);
  throw new SimoffError('unknown-product', { carrier: brand.slug, product: shown(id ?? ''), products });
}

/** No brand and no plan has a name with so many digits in a row: it is a PIN in the wrong field. */
function shown(name: string): string {
  return echo(name).replace(/\d{4,}/g, '***');
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
