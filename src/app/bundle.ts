import { type Bundle, bundleJsonSchema, bundleOf } from '../domain/catalog/bundle.ts';
import type { CatalogSource } from '../ports/catalog.ts';
import { BUNDLE_FILE, BUNDLE_SCHEMA_FILE } from './bundle-names.ts';

/** The files other programs read, by name: the catalog as one document, and its JSON Schema. `version`: of this program. */
export async function bundleFiles(
  catalog: CatalogSource,
  version: string,
): Promise<{ bundle: Bundle; files: Record<string, string> }> {
  const index = await catalog.index();
  const slugs = [...index.brands, ...index.retired].map(({ slug }) => slug);
  const [brands, tried, rules, why] = await Promise.all([
    Promise.all(index.brands.map(({ slug }) => catalog.brand(slug))),
    Promise.all(slugs.map((slug) => catalog.tried(slug))),
    catalog.rules(),
    catalog.why(),
  ]);
  const bundle = bundleOf({
    version,
    brands: brands.filter((brand) => brand !== null),
    retired: index.retired,
    rules,
    identifiers: index.identifiers,
    why,
    tried: tried.flat(),
  });
  const files = {
    [BUNDLE_FILE]: `${JSON.stringify(bundle)}\n`,
    [BUNDLE_SCHEMA_FILE]: `${JSON.stringify(bundleJsonSchema())}\n`,
  };
  return { bundle, files };
}
