/** Adds new slugs to catalog/slugs.txt, which keeps them from vanishing; `--check` fails where one is missing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogFolder } from '../src/adapters/catalog-yaml/load.ts';

const root = join(import.meta.dirname, '../catalog');
const { brands, retired, slugs } = loadCatalogFolder(root);
const all = [...new Set([...slugs, ...[...brands, ...retired].map(({ slug }) => slug)])].sort();
const file = join(root, 'slugs.txt');
const text = `${all.join('\n')}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('catalog/slugs.txt is out of date: npm run slugs');
  process.exit(1);
}
