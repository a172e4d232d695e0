/** Builds the catalog other programs read: `index.json`, `rules.json`, `why.json`, `brands/<slug>.json`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogFolder } from '../src/adapters/catalog-yaml/load.ts';
import { indexOf } from '../src/adapters/catalog-yaml/source.ts';

/** Reads YAML below `from`, writes JSON below `to`. Throws at the first finding that is an error, with file and line. */
export function buildCatalog(from: string, to: string): { brands: number; rules: number } {
  const loaded = loadCatalogFolder(from);
  const bad = loaded.findings.filter((finding) => finding.severity === 'error');
  if (bad.length > 0) {
    throw new Error(
      bad.map((f) => `catalog/${f.file}:${f.line} ${f.rule} ${f.path} ${JSON.stringify(f.facts)}`).join('\n'),
    );
  }
  rmSync(to, { recursive: true, force: true });
  mkdirSync(join(to, 'brands'), { recursive: true });
  const write = (path: string, value: unknown): void => writeFileSync(join(to, path), JSON.stringify(value));
  write('index.json', indexOf(loaded));
  write('rules.json', loaded.rules);
  write('why.json', loaded.why);
  for (const brand of loaded.brands) write(`brands/${brand.slug}.json`, brand);
  return { brands: loaded.brands.length, rules: loaded.rules.length };
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const built = buildCatalog(join(root, 'catalog'), join(root, 'dist/catalog'));
  process.stderr.write(`catalog: ${built.brands} brands, ${built.rules} rules\n`);
}
