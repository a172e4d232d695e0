import type { CatalogIndex } from '../domain/catalog/index.ts';
import type { Brand } from '../domain/catalog/schema.ts';
import { SimoffError } from '../domain/errors.ts';
import type { Say } from '../locale/say.ts';
import type { CatalogSource } from '../ports/catalog.ts';
import { resolveCarrier } from './carrier.ts';

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
  };
}

/** One brand whole, as the catalog holds it. Throws `unknown-carrier` with the nearest names. */
export async function showBrand(name: string, catalog: CatalogSource): Promise<Brand> {
  const { slug } = resolveCarrier(name, await catalog.index());
  const brand = await catalog.brand(slug);
  if (!brand) throw new SimoffError('unknown-carrier', { carrier: slug, suggestions: [] });
  return brand;
}
