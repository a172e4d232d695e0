import { countCatalog } from '../../domain/catalog/counts.ts';
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
  return source(load);
}

/** The catalog of a folder that was read already. */
export function sourceOf(loaded: LoadedCatalog): CatalogSource {
  return source(() => loaded);
}

function source(load: () => LoadedCatalog): CatalogSource {
  return {
    index: async (): Promise<CatalogIndex> => indexOf(load()),
    brand: async (slug: string): Promise<Brand | null> => load().brands.find((brand) => brand.slug === slug) ?? null,
    rules: async () => load().rules,
    why: async () => load().why ?? { ifIdle: [] as never },
    tried: async (slug) => load().tried.filter((report) => report.slug === slug),
    counts: async () => countCatalog(load().brands, load().tried),
  };
}

/** The index of a loaded folder. Throws where `identifiers.yaml` is missing. */
function indexOf(loaded: LoadedCatalog): CatalogIndex {
  if (!loaded.identifiers) throw new Error('identifiers.yaml could not be read');
  return indexCatalog(loaded.brands, loaded.identifiers, loaded.retired);
}

function whole(loaded: LoadedCatalog): LoadedCatalog {
  const bad = loaded.findings.find((finding) => finding.severity === 'error');
  if (bad) throw new Error(`catalog/${bad.file}:${bad.line} ${bad.rule} ${bad.path} ${JSON.stringify(bad.facts)}`);
  return loaded;
}
