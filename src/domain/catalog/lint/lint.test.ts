import { describe, expect, test } from 'vitest';
import { aBrand, aProduct, BLOG, fact, PAGE, text } from '../../../testing/catalog.ts';
import type { Brand } from '../schema.ts';
import { LINT_RULES, lintCatalog } from './lint.ts';
import { isStale } from './rules/page-is-stale.ts';

const TODAY = '2026-11-24';
const found = (...brands: Brand[]): string[] =>
  lintCatalog({ brands, rules: [], today: TODAY }, []).map((finding) => `${finding.rule} ${finding.path}`);
const withOnline = (online: unknown): Brand => aBrand({}, [aProduct({ online })]);
const withPhone = (value: unknown, over: Record<string, unknown> = {}): Brand =>
  aBrand(over, [aProduct({ channels: [{ kind: 'phone', value }] })]);

test('a clean brand gives nothing', () => {
  expect(found(aBrand())).toEqual([]);
});

test('rule ids are unique and each has a heading in the guide', () => {
  expect(new Set(LINT_RULES.map((rule) => rule.id)).size).toBe(LINT_RULES.length);
});

describe('each rule finds what it is for, and where', () => {
  test.each<[string, Brand]>([
    [
      'fact-needs-source products.0.online.supported',
      withOnline({ supported: fact('no', { sources: [], confidence: 'secondary' }) }),
    ],
    [
      'unknown-has-no-value products.0.online.supported',
      withOnline({ supported: fact('no', { confidence: 'unknown' }) }),
    ],
    [
      'unknown-has-no-value products.0.online.supported',
      withOnline({ supported: fact(null, { confidence: 'official', sources: [PAGE] }) }),
    ],
    [
      'conflict-shows-both products.0.online.supported',
      withOnline({ supported: fact('no', { confidence: 'conflicting' }) }),
    ],
    [
      'official-needs-official-page products.0.online.supported',
      withOnline({ supported: fact('no', { sources: [{ ...BLOG, pageDate: TODAY }] }) }),
    ],
    ['online-yes-needs-steps products.0.online', withOnline({ supported: fact('yes') })],
    ['looked-at-in-the-past status', aBrand({ status: { ...fact('active'), checkedOn: '2026-11-25' } })],
    ['phone-number-is-possible products.0.channels.0.value', withPhone(fact('+1202555'))],
    ['phone-number-is-possible products.0.channels.0.value', withPhone(fact('202-555-0143'))],
    ['product-id-is-unique products.1.id', aBrand({}, [aProduct(), aProduct()])],
    ['page-is-stale status', aBrand({ status: fact('active', { sources: [{ ...PAGE, pageDate: null }] }) })],
  ])('%s', (expected, brand) => {
    expect(found(brand)).toEqual([expected]);
  });

  test('official-url-on-official-domain', () => {
    const brand = aBrand({ officialDomains: fact(['acme.example']) }, [
      aProduct({
        channels: [
          { kind: 'online', value: fact('https://my.acme.example/cancel') },
          { kind: 'online', value: fact('https://acme.example.evil.test/') },
        ],
      }),
    ]);
    expect(found(brand)).toEqual(['official-url-on-official-domain products.0.channels.1.value']);
  });

  test('same-hotline-elsewhere names unrelated brands only', () => {
    const one = withPhone(fact('+12025550143'));
    const other = withPhone(fact('+12025550143'), { slug: 'zenith' });
    expect(found(one, other)).toHaveLength(2);
    const related = { parent: fact('Acme Holding') };
    expect(
      found(withPhone(fact('+12025550143'), related), withPhone(fact('+12025550143'), { slug: 'zenith', ...related })),
    ).toEqual([]);
  });
});

test('short codes are no numbers but are allowed', () => {
  expect(found(withPhone(fact('611')))).toEqual([]);
});

test('a conflict explained in the note is enough', () => {
  const note = text('A forum says the opposite.');
  expect(found(withOnline({ supported: fact('no', { confidence: 'conflicting', note }) }))).toEqual([]);
});

test.each([
  ['2026-05-28', false],
  ['2026-05-27', true],
  ['2026-05', false],
  ['2026-04', true],
  ['2026', false],
  ['2025', true],
  [null, true],
])('a page of %s: stale %s', (pageDate, stale) => {
  expect(isStale([{ ...PAGE, pageDate }], TODAY)).toBe(stale);
});
