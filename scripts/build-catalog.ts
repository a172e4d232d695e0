/**
 * Builds the catalog. What simoff reads: `index.json`, `rules.json`, `why.json`, `counts.json`, `brands/<slug>.json`,
 * `tried/<slug>.json`, and `digests.json` with the SHA-256 of each. What other programs read: `simoff-catalog.json` and its
 * JSON Schema.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import about from '../package.json' with { type: 'json' };
import { digestOf } from '../src/adapters/catalog-json/source.ts';
import { loadCatalogFolder } from '../src/adapters/catalog-yaml/load.ts';
import { sourceOf } from '../src/adapters/catalog-yaml/source.ts';
import { bundleFiles } from '../src/app/bundle.ts';

/** Reads YAML below `from`, writes JSON below `to`. Throws at findings that are errors of form, with file and line. */
export async function buildCatalog(from: string, to: string): Promise<{ brands: number; rules: number }> {
  const loaded = loadCatalogFolder(from);
  const bad = loaded.findings.filter((finding) => finding.severity === 'error');
  if (bad.length > 0) {
    throw new Error(
      bad.map((f) => `catalog/${f.file}:${f.line} ${f.rule} ${f.path} ${JSON.stringify(f.facts)}`).join('\n'),
    );
  }
  const source = sourceOf(loaded);
  const parts: Record<string, unknown> = {
    'index.json': await source.index(),
    'rules.json': loaded.rules,
    'why.json': loaded.why,
    'counts.json': await source.counts(),
  };
  for (const brand of loaded.brands) parts[`brands/${brand.slug}.json`] = brand;
  for (const { slug } of [...loaded.brands, ...loaded.retired]) parts[`tried/${slug}.json`] = await source.tried(slug);

  rmSync(to, { recursive: true, force: true });
  const write = (path: string, text: string): string => {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), text);
    return digestOf(text);
  };
  const digests = Object.entries(parts).map(([path, value]) => [path, write(path, JSON.stringify(value))]);
  write('digests.json', JSON.stringify(Object.fromEntries(digests)));
  const { files } = await bundleFiles(source, about.version);
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { brands: loaded.brands.length, rules: loaded.rules.length };
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const built = await buildCatalog(join(root, 'catalog'), join(root, 'dist/catalog'));
  process.stderr.write(`catalog: ${built.brands} brands, ${built.rules} rules\n`);
}
