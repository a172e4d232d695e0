import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildCatalog } from '../../../scripts/build-catalog.ts';
import { bundleSchema } from '../../domain/catalog/bundle.ts';
import { brandSchema } from '../../domain/catalog/schema.ts';
import type { SimoffError } from '../../domain/errors.ts';
import { jsonCatalog } from './source.ts';

let root = '';
const built = (): string => join(root, 'built');
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'simoff-built-'));
  const yaml = join(import.meta.dirname, '../../../catalog');
  for (const path of ['identifiers.yaml', 'why.yaml', 'carriers/tello.yaml', 'rules/fcc-sim-swap.yaml'])
    cpSync(join(yaml, path), join(root, 'catalog', path));
  mkdirSync(join(root, 'catalog/tried'));
  await buildCatalog(join(root, 'catalog'), built());
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const damage = (path: string, change: (text: string) => string): void =>
  writeFileSync(join(built(), path), change(readFileSync(join(built(), path), 'utf8')));
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: SimoffError) => [error.code, error.facts.part],
  );

test('gives what was built, whole and valid', async () => {
  const catalog = jsonCatalog(built());
  expect((await catalog.index()).brands.map(({ slug }) => slug)).toEqual(['tello']);
  expect(brandSchema.safeParse(await catalog.brand('tello')).success).toBe(true);
  expect(await catalog.rules()).toHaveLength(1);
  expect((await catalog.counts()).brands).toBe(1);
  expect(await catalog.tried('tello')).toEqual([]);
});

test.each(['zenith', '../index', 'constructor', ''])('no brand %j', async (slug) => {
  const catalog = jsonCatalog(built());
  expect([await catalog.brand(slug), await catalog.tried(slug)]).toEqual([null, []]);
});

test('a file that was changed, cut off or taken away is told, not used', async () => {
  damage('brands/tello.json', (text) => text.replace('"yes"', '"no"'));
  damage('index.json', (text) => text.slice(0, 100));
  rmSync(join(built(), 'why.json'));
  const catalog = jsonCatalog(built());
  expect(await codeOf(catalog.brand('tello'))).toEqual(['catalog-damaged', 'brands/tello.json']);
  expect(await codeOf(catalog.index())).toEqual(['catalog-damaged', 'index.json']);
  expect(await codeOf(catalog.why())).toEqual(['catalog-damaged', 'why.json']);
  damage('digests.json', () => '{');
  expect(await codeOf(jsonCatalog(built()).rules())).toEqual(['catalog-damaged', 'digests.json']);
});

test('the document for other programs stands beside it and names its licence', () => {
  const bundle = JSON.parse(readFileSync(join(built(), 'simoff-catalog.json'), 'utf8'));
  expect(bundleSchema.parse(bundle)).toEqual(bundle);
  expect(bundle).toMatchObject({ format: 1, licence: 'CC0-1.0', brands: [{ slug: 'tello' }] });
});
