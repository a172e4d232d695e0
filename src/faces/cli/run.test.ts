import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { bundleSchema } from '../../domain/catalog/bundle.ts';
import { aBrand, aProduct, aReport, aRetired, fact, memoryCatalog } from '../../testing/catalog.ts';
import { command, type Ran } from '../../testing/command.ts';

const catalog = memoryCatalog(
  [
    aBrand({ aliases: ['Akme'] }, [
      aProduct({ billing: { effective: fact('end-of-cycle'), proration: fact('none') } }),
    ]),
  ],
  undefined,
  {
    retired: [
      aRetired({ redirect: 'acme', aliases: ['Akme', 'Olde'] }),
      aRetired({ slug: 'lost', name: { en: 'Lost', zh: '没了' } }),
    ],
    tried: [aReport()],
  },
);

const simoff = async (
  argv: string[],
  files: Record<string, string | Uint8Array> = {},
  env: Record<string, string> = {},
): Promise<Ran> => command({ catalog, files, env }).run(argv);

const errorOf = (ran: Ran): { code: string; message: string; facts: Record<string, unknown> } =>
  JSON.parse(ran.out).error;

describe('bad input: exit 2, one sentence, one JSON document', () => {
  const situation = (over: object): Record<string, string> => ({
    's.json': JSON.stringify({ line: { carrier: 'acme' }, ...over }),
  });

  test.each<[string, string[], Record<string, string>, string]>([
    ['no such command', ['cancell'], {}, 'usage'],
    ['no command', [], {}, 'usage'],
    ['no command of the catalog', ['catalog'], {}, 'usage'],
    ['no text', ['identify'], {}, 'usage'],
    ['an unknown flag', ['identify', '611', '--colour', 'red'], {}, 'usage'],
    ['an unknown carrier', ['check', 'acne'], {}, 'unknown-carrier'],
    ['a carrier that is gone', ['check', 'Olde'], {}, 'carrier-retired'],
    ['a carrier that is gone for good', ['check', 'lost'], {}, 'carrier-gone'],
    ['a build without a folder', ['catalog', 'build'], {}, 'usage'],
    ['an unknown product', ['check', 'acme/gold'], {}, 'unknown-product'],
    ['more than a product', ['check', 'acme/postpaid/x'], {}, 'unknown-product'],
    ['an impossible zone', ['check', 'acme', '--zone', 'Mars/Base'], {}, 'bad-zone'],
    ['an impossible country', ['check', 'acme', '--from', 'China'], {}, 'bad-country'],
    ['an impossible instant', ['check', 'acme', '--now', '2026-02-30T00:00:00Z'], {}, 'bad-instant'],
    ['an impossible date', ['decide', 's.json', '--today', '2027-02-29'], situation({}), 'bad-date'],
    ['an instant past all calendars', ['check', 'acme', '--now', '9999-12-31T23:59:59Z'], {}, 'bad-instant'],
    ['a date past all calendars', ['check', 'acme', '--today', '9999-12-31'], {}, 'bad-date'],
    ['an impossible port', ['serve', '--port', '0x50'], {}, 'usage'],
    ['no such folder', ['catalog', 'lint', '/nowhere'], {}, 'not-found'],
    ['no such file', ['decide', 'missing.json'], {}, 'file-unreadable'],
    ['not JSON', ['decide', 's.json'], { 's.json': '{"line": {' }, 'not-json'],
    [
      'negative money',
      ['decide', 's.json'],
      { 's.json': '{"line":{"carrier":"acme","monthlyUsd":"-1.00"}}' },
      'situation-field',
    ],
    ['no carrier', ['decide', 's.json'], { 's.json': '{"line":{}}' }, 'situation-field'],
    ['a situation that is a list', ['decide', 's.json'], { 's.json': '[]' }, 'situation-field'],
    ['an unknown language', ['identify', 'x', '--lang', 'fr'], {}, 'bad-language'],
    ['ten megabytes of digits', ['identify', '-'], { '-': '8'.repeat(10_000_000) }, 'input-too-long'],
    ['a situation too large', ['decide', 's.json'], { 's.json': ' '.repeat(300_000) }, 'input-too-large'],
  ])('%s', async (_, argv, files, code) => {
    for (const language of ['en', 'zh']) {
      const lang = argv.includes('--lang') ? [] : ['--lang', language];
      const json = await simoff([...argv, ...lang, '--json'], files);
      expect(json.code).toBe(2);
      expect(errorOf(json).code).toBe(code);
      expect(json.note).toBe('');
      const plain = await simoff([...argv, ...lang], files);
      expect(plain.code).toBe(2);
      expect(plain.out).toBe('');
      expect(plain.note.trim()).not.toBe('');
      expect(plain.note).not.toContain('error.');
      expect(plain.note).not.toMatch(/[{}]\w/);
    }
  });
});

describe('secrets stay out of errors', () => {
  const ICCID = '8901260123456789012';
  test.each<[string, string[], Record<string, string>]>([
    ['an ICCID where the carrier belongs', ['check', ICCID], {}],
    ['an ICCID where the product belongs', ['check', `acme/${ICCID}`], {}],
    ['an ICCID where the date belongs', ['decide', 's.json', '--today', ICCID], { 's.json': '{}' }],
    ['an ICCID in broken JSON', ['decide', 's.json'], { 's.json': `{"line":{"iccid":"${ICCID}",}}` }],
    [
      'an ICCID in a wrong place of a situation',
      ['decide', 's.json'],
      { 's.json': `{"line":{"carrier":"acme","cycleDay":"${ICCID}"}}` },
    ],
    ['an ICCID as a key', ['decide', 's.json'], { 's.json': `{"line":{"carrier":"acme","${ICCID}":1}}` }],
    ['an ICCID as an option', ['identify', `--${ICCID}`], {}],
    ['an ICCID as a command', [ICCID], {}],
    ['an ICCID in full-width digits', ['check', '８９０１２６０１２３４５６７８９０１２'], {}],
    ['an ICCID where a folder belongs', ['catalog', 'lint', ICCID], {}],
  ])('%s', async (_, argv, files) => {
    for (const extra of [[], ['--json']]) {
      const ran = await simoff([...argv, ...extra], files);
      expect(ran.code).toBe(2);
      const told = (ran.out + ran.note).normalize('NFKC');
      expect(told).not.toContain(ICCID);
      expect(told).not.toContain(ICCID.slice(8));
    }
  });
});

describe('language', () => {
  test('the switch beats the environment, which beats the system', async () => {
    const zh = /[\u4e00-\u9fff]/;
    expect((await simoff(['identify', '611'], {}, { LANG: 'zh_CN.UTF-8' })).out).toMatch(zh);
    expect((await simoff(['identify', '611'], {}, { LANG: 'zh_CN.UTF-8', SIMOFF_LANG: 'en' })).out).not.toMatch(zh);
    expect((await simoff(['identify', '611', '--lang', 'zh'], {}, { SIMOFF_LANG: 'en' })).out).toMatch(zh);
  });
});

test('odd content is an answer, not an error', async () => {
  const ran = await simoff(['identify', '💥 nothing here', '--json']);
  expect(ran.code).toBe(0);
  expect(JSON.parse(ran.out)).toMatchObject({ kind: 'unknown', valid: false });
});

test('a wrong date is repeated, so that the sentence can be understood', async () => {
  expect((await simoff(['check', 'acme', '--today', '2027-02-29'])).note).toContain('2027-02-29');
});

test('a switch in front of the verb means the same', async () => {
  const ran = await simoff(['--json', '--lang', 'zh', 'identify', '611']);
  expect(JSON.parse(ran.out)).toMatchObject({ kind: 'unknown', problems: [{ code: 'short-code' }] });
});

test('a brand by its name is no unrecognised number', async () => {
  expect((await simoff(['identify', 'acme'])).out).not.toContain('recognised');
});

test('text saved as UTF-16 is read', async () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('202-555-0143', 'utf16le')]);
  const ran = await simoff(['identify', '-', '--json'], { '-': bytes });
  expect(JSON.parse(ran.out)).toMatchObject({ kind: 'msisdn', normalized: '+12025550143' });
});

test('help is exit 0, in the language asked for', async () => {
  const ran = await simoff(['--help']);
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('identify');
  const zh = await simoff(['check', '--help', '--lang', 'zh']);
  expect(zh.out).not.toMatch(/Usage|Options|display/);
});

test('--today beats --now for decide', async () => {
  const files = { 's.json': '{"line":{"carrier":"acme"}}' };
  const ran = await simoff(
    ['decide', 's.json', '--today', '2026-03-01', '--now', '2027-01-01T00:00:00Z', '--json'],
    files,
  );
  expect(JSON.parse(ran.out).horizon).toBe('2027-03-01');
});

describe('brands that are gone', () => {
  test('lead to the one that took their place, and are shown with the reason', async () => {
    expect(errorOf(await simoff(['check', 'Old Mobile', '--json'])).facts).toEqual({
      carrier: 'old',
      redirect: 'acme',
    });
    const shown = await simoff(['catalog', 'show', 'old']);
    expect([shown.code, shown.out]).toEqual([0, expect.stringContaining('It was sold.')]);
    expect(shown.out).toContain('served by: acme');
    expect((await simoff(['catalog', 'list'])).out).toMatch(/old +Old Mobile → acme/);
  });

  test('a nickname that a brand still has is its own', async () => {
    expect((await simoff(['catalog', 'show', 'akme'])).out).toContain('(acme)');
  });
});

describe('catalog stats, show and build', () => {
  test('stats has the promised shape', async () => {
    const stats = JSON.parse((await simoff(['catalog', 'stats', '--json'])).out);
    expect(stats).toMatchObject({
      brands: 1,
      products: 1,
      factsWithoutSource: 0,
      medianAgeDays: 1,
      tried: { reports: 1 },
    });
    expect(stats.facts).toEqual({ total: 4, official: 4, secondary: 0, conflicting: 0, unknown: 0 });
    for (const lang of ['en', 'zh']) {
      const { out } = await simoff(['catalog', 'stats', '--lang', lang]);
      expect(out).toContain('billing.effective');
      expect(out).not.toMatch(/cli\.stats|\{\w+\}/);
    }
  });

  test('show keeps what was tried apart', async () => {
    expect(JSON.parse((await simoff(['catalog', 'show', 'acme', '--json'])).out).tried).toHaveLength(1);
    expect((await simoff(['catalog', 'show', 'acme'])).out).toContain('tried once, October 2026');
  });

  test('build writes one document and its schema, and overwrites nothing unasked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simoff-build-'));
    try {
      const built = await simoff(['catalog', 'build', '--out', join(folder, 'a'), '--json']);
      const { path, schema, licence } = JSON.parse(built.out);
      expect([built.code, licence]).toEqual([0, 'CC0-1.0']);
      const bundle = JSON.parse(readFileSync(path, 'utf8'));
      const whole = {
        ...bundle,
        why: { ifIdle: [{ id: 'fees', text: fact({ en: 'Fees go on.', zh: '费用照扣。' }) }] },
      };
      expect(bundleSchema.parse(whole)).toEqual(whole);
      expect(bundle).toMatchObject({
        format: 1,
        brands: [{ slug: 'acme' }],
        retired: [{}, {}],
        tried: [{ slug: 'acme' }],
      });
      expect(JSON.parse(readFileSync(schema, 'utf8')).properties).toHaveProperty('brands');
      const again = await simoff(['catalog', 'build', '--out', join(folder, 'a'), '--json']);
      expect([again.code, errorOf(again).code]).toEqual([2, 'file-exists']);
      expect((await simoff(['catalog', 'build', '--out', join(folder, 'a'), '--yes'])).code).toBe(0);
      expect(errorOf(await simoff(['catalog', 'build', '--out', path, '--json'])).code).toBe('file-unwritable');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
