import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonCatalog } from '../src/adapters/catalog-json/source.ts';

const ROUNDS = 25;

/**
 * Reading the whole built catalog and comparing it with its digests, as a ratio to reading and parsing the same bytes: medians of
 * alternating runs, so that a busy machine hits both alike.
 */
export async function catalogLoad(root: string): Promise<{ catalogLoadMs: number; catalogLoadRatio: number }> {
  const folder = join(root, 'dist/catalog');
  const brands = readdirSync(join(folder, 'brands'));
  const parts = ['index.json', 'rules.json', 'why.json', ...brands.map((name) => `brands/${name}`)];
  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let started = performance.now();
    for (const part of parts) JSON.parse(readFileSync(join(folder, part), 'utf8'));
    bare.push(performance.now() - started);
    started = performance.now();
    await wholeOf(folder);
    ours.push(performance.now() - started);
  }
  const [catalogLoadMs, parseMs] = [median(ours), median(bare)];
  return { catalogLoadMs: round2(catalogLoadMs), catalogLoadRatio: round2(catalogLoadMs / parseMs) };
}

async function wholeOf(folder: string): Promise<void> {
  const catalog = jsonCatalog(folder);
  const { brands } = await catalog.index();
  await Promise.all([catalog.rules(), catalog.why(), ...brands.map(({ slug }) => catalog.brand(slug))]);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
