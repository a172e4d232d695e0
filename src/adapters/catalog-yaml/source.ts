import { type CatalogIndex, indexCatalog } from '../../domain/catalog/index.ts';
import type { Brand } from '../../domain/catalog/schema.ts';
import type { CatalogSource } from '../../ports/catalog.ts';
import { type LoadedCatalog, loadCatalogFolder } from './load.ts';

/** The catalog straight from the YAML folder. Throws where a file has an error: a half-read catalog gives wrong advice. */
export function yamlCatalog(root: string): CatalogSource {
  let loaded: LoadedCatalog | null = null;
  const load = (): LoadedCatalog => {
    loaded ??= whole(loadCatalogFolder(root));
    return loaded;
  };
  return {
    index: async (): Promise<CatalogIndex> => indexOf(load()),
    brand: async (slug: string): Promise<Brand | null> => load().brands.find((brand) => brand.slug === slug) ?? null,
    rules: async () => load().rules,
    why: async () => load().why ?? { ifIdle: [] as never },
  };
}

/** The index of a loaded folder. Throws where `identifiers.yaml` is missing. */
export function indexOf(loaded: LoadedCatalog): CatalogIndex {
  if (!loaded.identifiers) throw new Error('identifiers.yaml could not be read');
  return indexCatalog(loaded.brands, loaded.identifiers);
}

function whole(loaded: LoadedCatalog): LoadedCatalog {
  const bad = loaded.findings.find((finding) => finding.severity === 'error');
  if (bad) throw new Error(`catalog/${bad.file}:${bad.line} ${bad.rule} ${bad.path} ${JSON.stringify(bad.facts)}`);
  return loaded;
}
