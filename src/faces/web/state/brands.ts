import type { BrandSummary, CatalogIndex } from '../../../domain/catalog/index.ts';
import { searchBrands } from '../../../domain/identify/search.ts';

/** The brands a typed text could mean, the nearest first; all of them for an empty one. */
export function brandsLike(query: string, index: CatalogIndex): BrandSummary[] {
  if (query.trim() === '') return index.brands;
  return searchBrands(query.slice(0, 80), index).flatMap(
    ({ slug }) => index.brands.find((brand) => brand.slug === slug) ?? [],
  );
}
