import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LINT_RULES } from '../../domain/catalog/lint/rules.ts';
import { FORM_RULES } from './form-rules.ts';
import { lintLoaded, lintText } from './lint.ts';
import { loadCatalogFolder } from './load.ts';
import { yamlCatalog } from './source.ts';

const BRAND = `checkedOn: 2026-11-23
sources:
  page: { url: "https://acme.example/a", publisher: official, pageDate: 2024-05 }
name: { en: Acme, zh: 艾克米 }
kind: mvno
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
  ['an unknown key', BRAND.replace('kind: mvno', 'kind: mvno\ncolour: red'), 'error carriers/acme.yaml:6 unknown-key'],
  ['a wrong date', BRAND.replace('2026-11-23', '2026-02-30'), 'error carriers/acme.yaml:1 form-date'],
  [
    'a source id that is not there',
    BRAND.replace('official, sources: [page] }\nproducts', 'official, sources: [pgae] }\nproducts'),
    'error carriers/acme.yaml:6 source-id',
  ],
  ['broken YAML', `${BRAND}  - [`, 'error carriers/acme.yaml:13 yaml'],
  ['a key twice', `${BRAND}kind: mvno\n`, 'error carriers/acme.yaml:13 yaml-key-twice'],
  ['a wrong word', BRAND.replace('value: "no"', 'value: maybe'), 'error carriers/acme.yaml:12 wrong-word'],
  [
    'a missing translation',
    BRAND.replace('{ en: Plan, zh: 套餐 }', '{ en: Plan }'),
    'error carriers/acme.yaml:9 missing-field',
  ],
  [
    'a source id that every object has',
    BRAND.replace('official, sources: [page] }\nproducts', 'official, sources: [constructor] }\nproducts'),
    'error carriers/acme.yaml:6 source-id',
  ],
  ['an alias', `${BRAND.replace('kind: mvno', 'kind: &k mno')}homeOf: *k\n`, 'error carriers/acme.yaml:1 yaml-alias'],
  [
    'an address that is no web page',
    BRAND.replace('https://acme.example/a', 'javascript:alert(1)'),
    'error carriers/acme.yaml:3 form-url',
  ],
  [
    'a fact without a word on how sure it is',
    BRAND.replace('value: active, confidence: official', 'value: active'),
    'error carriers/acme.yaml:6 missing-word',
  ],
  ['a number without quotes', BRAND.replace('en: Acme', 'en: 20.00'), 'error carriers/acme.yaml:4 needs-text'],
  [
    'a text that should be a truth value',
    BRAND.replace('hasNumber: true', 'hasNumber: "yes"'),
    'error carriers/acme.yaml:10 needs-true-or-false',
  ],
  ['one thing where a list is needed', `${BRAND}aliases: Akme\n`, 'error carriers/acme.yaml:13 needs-list'],
  [
    'a value that is no fact',
    BRAND.replace('{ value: active, confidence: official, sources: [page] }', 'active'),
    'error carriers/acme.yaml:6 needs-fields',
  ],
  ['an id with capital letters', BRAND.replace('id: postpaid', 'id: Postpaid'), 'error carriers/acme.yaml:8 form-slug'],
  ['an empty text', BRAND.replace('en: Plan', 'en: ""'), 'error carriers/acme.yaml:9 empty'],
  [
    'a page of a day that does not exist',
    BRAND.replace('2024-05', '2024-02-30'),
    'error carriers/acme.yaml:3 form-date',
  ],
])('%s points at file and line', (_, yaml, expected) => {
  expect(where(yaml)).toContain(expected);
});

test('a field with a slip is named with the one that was meant, and what there is', () => {
  const [finding] = load(BRAND.replace('kind: mvno', 'kinds: mno')).findings.filter(({ rule }) =>
    rule.startsWith('unknown'),
  );
  expect(finding).toMatchObject({ rule: 'unknown-key-near', facts: { key: 'kinds', meant: 'kind' } });
  expect(finding?.facts.known).toContain('aliases');
});

describe('brands that are gone, and reports', () => {
  const put = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const RETIRED = `checkedOn: 2026-11-23
sources: { page: { url: "https://acme.example/a", publisher: official, pageDate: null } }
name: { en: Old, zh: 旧牌 }
kind: mvno
reason: { value: { en: It was sold., zh: 已被收购。 }, confidence: official, sources: [page] }
redirect: acme
`;
  const TRIED = `product: postpaid
route: phone
month: "2026-10"
minutes: 40
attempts: 1
outcome: closed
chargeAfterClosing: unknown
`;

  test('are read from folders of their own', () => {
    put('retired/old.yaml', RETIRED);
    put('tried/acme/2026-10-phone-0a1b2c3d.yaml', TRIED);
    put('tried/README.md', 'read me');
    put('slugs.txt', 'acme\nold\n');
    const loaded = load(BRAND);
    expect(lintLoaded(loaded, '2026-11-24').filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(loaded.retired).toMatchObject([{ slug: 'old', redirect: 'acme', reason: { confidence: 'official' } }]);
    expect(loaded.tried).toMatchObject([{ slug: 'acme', id: '2026-10-phone-0a1b2c3d', minutes: 40 }]);
    expect(loaded.slugs).toEqual(['acme', 'old']);
  });

  test('a report that does not fit its form is still looked through for people', () => {
    put('tried/acme/2026-10-phone-0a1b2c3d.yaml', `${TRIED}agent: Wei Zhang\n`);
    const rules = lintLoaded(load(BRAND), '2026-11-24').map(({ rule, file, line }) => `${file}:${line} ${rule}`);
    expect(rules).toContain('tried/acme/2026-10-phone-0a1b2c3d.yaml:8 tried-holds-no-person');
    expect(rules).toContain('tried/acme/2026-10-phone-0a1b2c3d.yaml:8 unknown-key');
  });
});

describe('one file as text', () => {
  test('gets the findings of the folder, with the lines of the text', () => {
    const wrong = BRAND.replace('official, sources: [page] }\nproducts', 'official }\nproducts');
    expect(lintText(wrong, 'acme', '2026-11-24').filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'fact-needs-source', file: 'carriers/acme.yaml', line: 6, path: 'status' },
      { rule: 'official-needs-official-page', line: 6 },
    ]);
    expect(lintText('a: [', 'acme', '2026-11-24')).toMatchObject([{ rule: 'yaml' }]);
    expect(lintText(BRAND, 'acme', '2026-11-24').filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(lintText('#'.repeat(2_000_000), 'acme', '2026-11-24')).toMatchObject([{ rule: 'file-too-large' }]);
  });

  test('whatever the text is, nothing is thrown', () => {
    const pieces = fc.constantFrom(
      ...BRAND.split(/(?<=[\s:{}[\],])/),
      '\t',
      '&a',
      '*a',
      '!!binary',
      '"',
      '|',
      '? ',
      '<<: ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        for (const finding of lintText(parts.join(''), 'acme', '2026-11-24')) expect(finding.line).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

test('every form rule has its sentence', async () => {
  const { default: sentences } = await import('../../locale/en/catalog.json', { with: { type: 'json' } });
  const codes = [...FORM_RULES, ...LINT_RULES.map(({ id }) => id)].map((id) => `lint.${id}`);
  expect(
    Object.keys(sentences)
      .filter((code) => code.startsWith('lint.'))
      .sort(),
  ).toEqual(codes.sort());
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
  writeFileSync(join(root, 'carriers/acme.yaml'), BRAND.replace('kind: mvno', 'kind: shop'));
  await expect(yamlCatalog(root).index()).rejects.toThrow('carriers/acme.yaml:5');
});

test('the catalog of the project itself has no error', () => {
  const own = join(import.meta.dirname, '../../../catalog');
  cpSync(own, root, { recursive: true });
  const { findings, brands } = loadCatalogFolder(root);
  expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  expect(brands.length).toBeGreaterThan(0);
});
