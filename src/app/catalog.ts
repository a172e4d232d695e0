import type { CatalogIndex } from '../domain/catalog/index.ts';
import type { Brand, Retired } from '../domain/catalog/schema.ts';
import type { FiledReport } from '../domain/catalog/tried/schema.ts';
import { SimoffError } from '../domain/errors.ts';
import type { Say } from '../locale/say.ts';
import type { CatalogSource } from '../ports/catalog.ts';
import { findCarrier, resolveCarrier, retiredCarrier } from './carrier.ts';

export interface CatalogListView {
  brands: {
    slug: string;
    name: string;
    kind: string;
    status: string | null;
    hosts: string[];
    products: {
      id: string;
      name: string;
      online: 'yes' | 'partial' | 'no' | 'unknown';
      billing: string;
      hasNumber: boolean;
    }[];
  }[];
  targets: { target: string; name: string }[];
  /** Brands that are gone, and where their customers are sent. */
  retired: { slug: string; name: string; redirect: string | null }[];
}

/** Every brand with its products, names in the language of `say`. */
export function listCatalog(index: CatalogIndex, say: Say): CatalogListView {
  const in_ = say.language;
  return {
    brands: index.brands.map((brand) => ({
      slug: brand.slug,
      name: brand.name[in_],
      kind: brand.kind,
      status: brand.status,
      hosts: brand.hosts,
      products: brand.products.map(({ id, name, online, billing, hasNumber }) => ({
        id,
        name: name[in_],
        online: online ?? 'unknown',
        billing,
        hasNumber,
      })),
    })),
    targets: index.targets.map(({ target, name }) => ({ target, name: name[in_] })),
    retired: index.retired.map(({ slug, name, redirect }) => ({ slug, name: name[in_], redirect })),
  };
}

/** A brand with what people tried there, kept apart. */
export type ShownBrand = (Brand | Retired) & { tried: FiledReport[] };

/** One brand whole, as the catalog holds it, or what is known of one that is gone. Throws `unknown-carrier` with the nearest names. */
export async function showBrand(name: string, catalog: CatalogSource): Promise<ShownBrand> {
  const index = await catalog.index();
  const gone = findCarrier(name, index) ? null : retiredCarrier(name, index);
  const { slug } = gone ?? resolveCarrier(name, index);
  const [brand, tried] = await Promise.all([gone ?? catalog.brand(slug), catalog.tried(slug)]);
  if (!brand) throw new SimoffError('unknown-carrier', { carrier: slug, suggestions: [] });
  return { ...brand, tried };
}
