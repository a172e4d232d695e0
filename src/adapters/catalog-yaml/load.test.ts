import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadCatalogFolder } from './load.ts';
import { yamlCatalog } from './source.ts';

const BRAND = `checkedOn: 2026-11-23
sources:
  page: { url: "https://acme.example/a", publisher: official, pageDate: 2024-05 }
name: { en: Acme, zh: 艾克米 }
kind: mno
status: { value: active, confidence: official, sources: [page] }
products:
  - id: postpaid
    name: { en: Plan, zh: 套餐 }
    service: { hasNumber: true, billing: postpaid }
    online:
      supported: { value: "no", confidence: official, sources: [page] }
`;
const IDENTIFIERS = 'checkedOn: 2026-11-23\nsources: {}\nnetworks: []\nissuers: []\nnetworkCodes: []\n';
const WHY = `checkedOn: 2026-11-23
sources: { page: { url: "https://acme.example/a", publisher: law, pageDate: null } }
ifIdle:
  - { id: fees, text: { value: { en: Fees go on., zh: 费用照扣。 }, confidence: official, sources: [page] } }
`;

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'simoff-catalog-'));
  mkdirSync(join(root, 'carriers'));
  writeFileSync(join(root, 'identifiers.yaml'), IDENTIFIERS);
  writeFileSync(join(root, 'why.yaml'), WHY);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const load = (yaml: string) => {
  writeFileSync(join(root, 'carriers/acme.yaml'), yaml);
  return loadCatalogFolder(root);
};
const where = (yaml: string): string[] => load(yaml).findings.map((f) => `${f.severity} ${f.file}:${f.line} ${f.rule}`);

test('the whole source stands in the place of its id, and the day of looking comes from the file', () => {
  const { brands, findings } = load(BRAND);
  expect(findings).toEqual([]);
  expect(brands[0]).toMatchObject({
    slug: 'acme',
    status: {
      value: 'active',
      checkedOn: '2026-11-23',
      sources: [{ url: 'https://acme.example/a', publisher: 'official', pageDate: '2024-05' }],
      alternatives: [],
    },
  });
});

test.each<[string, string, string]>([
  ['an unknown key', BRAND.replace('kind: mno', 'kind: mno\ncolour: red'), 'error carriers/acme.yaml:6 schema'],
  ['a wrong date', BRAND.replace('2026-11-23', '2026-02-30'), 'error carriers/acme.yaml:1 schema'],
  [
    'a source id that is not there',
    BRAND.replace('official, sources: [page] }\nproducts', 'official, sources: [pgae] }\nproducts'),
    'error carriers/acme.yaml:6 source-id',
  ],
  ['broken YAML', `${BRAND}  - [`, 'error carriers/acme.yaml:13 yaml'],
  ['a key twice', `${BRAND}kind: mvno\n`, 'error carriers/acme.yaml:13 yaml'],
  ['a wrong word', BRAND.replace('value: "no"', 'value: maybe'), 'error carriers/acme.yaml:12 schema'],
  [
    'a missing translation',
    BRAND.replace('{ en: Plan, zh: 套餐 }', '{ en: Plan }'),
    'error carriers/acme.yaml:9 schema',
  ],
  [
    'a source id that every object has',
    BRAND.replace('official, sources: [page] }\nproducts', 'official, sources: [constructor] }\nproducts'),
    'error carriers/acme.yaml:6 source-id',
  ],
  ['an alias', `${BRAND.replace('kind: mno', 'kind: &k mno')}homeOf: *k\n`, 'error carriers/acme.yaml:1 yaml'],
  [
    'an address that is no web page',
    BRAND.replace('https://acme.example/a', 'javascript:alert(1)'),
    'error carriers/acme.yaml:3 schema',
  ],
  ['a page of a day that does not exist', BRAND.replace('2024-05', '2024-02-30'), 'error carriers/acme.yaml:3 schema'],
])('%s points at file and line', (_, yaml, expected) => {
  expect(where(yaml)).toContain(expected);
});

test.each(['Acme Mobile.yaml', 'zenith.yml', 'ZENITH.yaml'])('%s is no name for a file', (name) => {
  writeFileSync(join(root, 'carriers', name), BRAND);
  expect(where(BRAND)).toEqual([`error carriers/${name}:1 file-name`]);
});

test('a folder in the place of a file is a finding', () => {
  mkdirSync(join(root, 'carriers/zenith.yaml'));
  expect(where(BRAND)).toEqual(['error carriers/zenith.yaml:1 file-missing']);
});

test('an unused source is a warning', () => {
  const unused = BRAND.replace(
    'name:',
    '  old: { url: "https://acme.example/b", publisher: blog, pageDate: null }\nname:',
  );
  expect(where(unused)).toEqual(['warning carriers/acme.yaml:4 source-unused']);
});

test('a catalog with an error is not served: half a catalog gives wrong advice', async () => {
  writeFileSync(join(root, 'carriers/acme.yaml'), BRAND.replace('kind: mno', 'kind: shop'));
  await expect(yamlCatalog(root).index()).rejects.toThrow('carriers/acme.yaml:5');
});

test('the catalog of the project itself has no error', () => {
  const own = join(import.meta.dirname, '../../../catalog');
  cpSync(own, root, { recursive: true });
  const { findings, brands } = loadCatalogFolder(root);
  expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  expect(brands.length).toBeGreaterThan(0);
});
