import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as invented from '../../../testing/catalog.ts';
import { BLOG, fact, PAGE, text } from '../../../testing/catalog.ts';
import { type Brand, type Retired, retiredSchema } from '../schema.ts';
import type { FiledReport } from '../tried/schema.ts';
import { lintCatalog, onlyBrands } from './lint.ts';
import { isStale } from './rules/page-is-stale.ts';
import { LINT_RULES } from './rules.ts';
import type { CatalogFile, LintInput } from './types.ts';

const TODAY = '2026-11-24';
const NOTE = text('A page says so.', '页面这么写。');
const NOT_ONLINE = { supported: fact('no'), instead: fact(NOTE) };
const aProduct = (over: Record<string, unknown> = {}): unknown =>
  invented.aProduct({ name: text('Plan', '套餐'), online: NOT_ONLINE, ...over });
/** A brand about which no rule has anything to say. */
const aBrand = (over: Record<string, unknown> = {}, products: unknown[] = [aProduct()]): Brand =>
  invented.aBrand({ kind: 'mvno', ...over }, products);
const lint = (input: Partial<LintInput>): string[] =>
  lintCatalog({ ...onlyBrands([], TODAY), ...input }).map((finding) =>
    [finding.rule, finding.path].filter(Boolean).join(' '),
  );
const found = (...brands: Brand[]): string[] => lint({ brands });
const withOnline = (online: unknown): Brand => aBrand({}, [aProduct({ online })]);
const withPhone = (value: unknown, over: Record<string, unknown> = {}): Brand => withChannel({ value }, over);
const withChannel = (channel: Record<string, unknown>, over: Record<string, unknown> = {}): Brand =>
  aBrand(over, [aProduct({ channels: [{ kind: 'phone', value: fact('+12025550143'), ...channel }] })]);
const withProduct = (over: Record<string, unknown>): Brand => aBrand({}, [aProduct(over)]);
const week = (over: object) => ({
  zone: 'America/Chicago',
  weekly: [{ days: ['mon'], open: '08:00', close: '20:00' }],
  holidays: 'unknown',
  ...over,
});

test('a clean brand gives nothing', () => {
  expect(found(aBrand())).toEqual([]);
});

test('rule ids are unique and each points at a heading of the guide', () => {
  const guide = readFileSync(new URL('../../../../docs/catalog.md', import.meta.url), 'utf8');
  const headings = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w ]/g, '')
      .replaceAll(' ', '-'),
  );
  expect(new Set(LINT_RULES.map((rule) => rule.id)).size).toBe(LINT_RULES.length);
  expect(LINT_RULES.filter((rule) => !guide.includes(`| \`${rule.id}\``)).map((rule) => rule.id)).toEqual([]);
  expect(LINT_RULES.filter((rule) => !headings.includes(rule.doc)).map((rule) => rule.doc)).toEqual([]);
});

describe('each rule finds what it is for, and where', () => {
  test.each<[string, Brand]>([
    [
      'fact-needs-source products.0.online.supported',
      withOnline({ supported: fact('no', { sources: [], confidence: 'secondary' }), instead: fact(NOTE) }),
    ],
    ['unknown-has-no-value status', aBrand({ status: fact('active', { confidence: 'unknown' }) })],
    ['unknown-has-no-value status', aBrand({ status: fact(null, { confidence: 'official', sources: [PAGE] }) })],
    ['conflict-shows-both status', aBrand({ status: fact('active', { confidence: 'conflicting' }) })],
    [
      'official-needs-official-page status',
      aBrand({ status: fact('active', { sources: [{ ...BLOG, pageDate: TODAY }] }) }),
    ],
    ['online-yes-needs-steps products.0.online', withOnline({ supported: fact('yes') })],
    ['online-no-says-instead products.0.online', withOnline({ supported: fact('no') })],
    ['looked-at-in-the-past status', aBrand({ status: { ...fact('active'), checkedOn: '2026-11-26' } })],
    ['phone-number-is-possible products.0.channels.0.value', withPhone(fact('+1202555'))],
    // As long as a number of the US, but no area code begins with 0.
    ['phone-number-is-possible products.0.channels.0.value', withPhone(fact('+10002742538'))],
    ['phone-number-is-possible products.0.channels.0.value', withPhone(fact('202-555-0143'))],
    [
      'short-code-stays-inside products.0.channels.0.fromAbroad',
      withChannel({ value: fact('611'), fromAbroad: fact('yes') }),
    ],
    ['hours-need-zone products.0.channels.0.hours', withChannel({ hours: fact(week({ zone: null })) })],
    [
      'range-in-order products.0.channels.0.hours',
      withChannel({ hours: fact(week({ weekly: [{ days: ['mon'], open: '20:00', close: '08:00' }] })) }),
    ],
    [
      'range-in-order products.0.billing.earlyTerminationFee',
      withProduct({
        billing: { earlyTerminationFee: fact({ minUsd: '350.00', maxUsd: '0.00', onlyWithCommitment: false }) },
      }),
    ],
    ['range-in-order products.0.parking.portDays', withProduct({ parking: { portDays: fact({ min: 5, max: 1 }) } })],
    ['money-in-range products.0.restart.simUsd', withProduct({ restart: { simUsd: fact('1000.00') } })],
    ['days-in-range products.0.lapse.graceDays', withProduct({ lapse: { graceDays: fact(3000) } })],
    [
      'days-in-range products.0.lapse.graceDays',
      withProduct({
        lapse: {
          graceDays: fact(30, { confidence: 'conflicting', alternatives: [{ value: 3000, sources: [PAGE] }] }),
        },
      }),
    ],
    ['product-id-is-unique products.1.id', aBrand({}, [aProduct(), aProduct()])],
    ['page-is-stale status', aBrand({ status: fact('active', { sources: [{ ...PAGE, pageDate: null }] }) })],
    ['text-in-both-languages notes.0.value', aBrand({ notes: [fact(text('Call them.', 'Call them.'))] })],
    ['text-in-both-languages notes.0.value', aBrand({ notes: [fact(text('打电话 to them', '打电话'))] })],
    ['text-in-both-languages name', aBrand({ name: text('Acme', 'Akme') })],
    [
      'official-source-on-official-domain status',
      aBrand({
        officialDomains: fact(['acme.example']),
        status: fact('active', { sources: [{ ...PAGE, url: 'https://copy.example/acme' }] }),
      }),
    ],
  ])('%s', (expected, brand) => {
    expect(found(brand)).toEqual([expected]);
  });

  test('official-url-on-official-domain', () => {
    const brand = aBrand({ officialDomains: fact(['acme.example']) }, [
      aProduct({
        online: {
          supported: fact('no'),
          instead: fact(NOTE),
          url: fact('https://other.example/end', { sources: [{ ...PAGE, url: 'https://acme.example/x' }] }),
        },
        channels: [
          { kind: 'online', value: fact('https://my.acme.example/cancel') },
          { kind: 'online', value: fact('https://acme.example.evil.test/') },
          { kind: 'online', value: fact('in the account, under Plan') },
          { kind: 'email', value: fact('bye@evil.test') },
          {
            kind: 'online',
            value: fact('https://fcc.example/a', {
              sources: [{ ...PAGE, url: 'https://fcc.example/a', publisher: 'regulator' }],
            }),
          },
        ],
      }),
    ]);
    expect(found(brand)).toEqual([
      'official-url-on-official-domain products.0.channels.1.value',
      'official-url-on-official-domain products.0.channels.3.value',
      'official-url-on-official-domain products.0.online.url',
    ]);
  });

  test('same-hotline-elsewhere names unrelated brands only', () => {
    const hotlines = (...brands: Brand[]): string[] => found(...brands).filter((one) => one.startsWith('same'));
    const zenith = { slug: 'zenith' };
    expect(hotlines(withPhone(fact('+12025550143')), withPhone(fact('+12025550143'), zenith))).toHaveLength(2);
    const related = { parent: fact('Acme Holding') };
    const both = [related, { ...zenith, ...related }].map((over) => withPhone(fact('+12025550143'), over));
    expect(hotlines(...both)).toEqual([]);
  });

  test('network-answers-all asks operators only, and an explicit unknown is an answer', () => {
    const missing = (brand: Brand): unknown[] =>
      lintCatalog(onlyBrands([brand], TODAY))
        .filter(({ rule }) => rule === 'network-answers-all')
        .map(({ facts }) => facts.field);
    expect(missing(aBrand({ kind: 'mno' }))).toEqual([
      'channels',
      'needs',
      'billing.effective',
      'refund',
      'portOut.possible',
    ]);
    expect(missing(aBrand())).toEqual([]);
    const answered = aProduct({
      channels: [{ kind: 'phone', value: fact(null) }],
      needs: [{ field: 'msisdn', why: fact(null) }],
      billing: { effective: fact(null) },
      refund: { balance: fact(null) },
      portOut: { possible: fact(null) },
    });
    expect(missing(aBrand({ kind: 'mno' }, [answered]))).toEqual([]);
  });
});

describe('what looks wrong and is right stays silent', () => {
  test.each<[string, Brand]>([
    ['a day that has begun in Asia', aBrand({ status: { ...fact('active'), checkedOn: '2026-11-25' } })],
    ['short codes are no numbers but are allowed', withPhone(fact('611'))],
    ['a short code that a note explains', withChannel({ value: fact('611'), fromAbroad: fact('yes', { note: NOTE }) })],
    ['a conflict explained in the note', aBrand({ status: fact('active', { confidence: 'conflicting', note: NOTE }) })],
    [
      'day and night needs no zone',
      withChannel({
        hours: fact(
          week({
            zone: null,
            weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], open: '00:00', close: '24:00' }],
          }),
        ),
      }),
    ],
    ['a bare name is the same in both languages', aBrand({ name: text('Acme', 'Acme') })],
    [
      'a menu stays in English',
      aBrand({ notes: [fact(text('Account > Plan > Cancel.', 'Account > Plan > Cancel。'))] }),
    ],
    [
      'an official address elsewhere that a note explains',
      withOnline({
        ...NOT_ONLINE,
        url: fact('https://other.example/a', { note: NOTE, sources: [{ ...PAGE, url: 'https://acme.example/x' }] }),
      }),
    ],
    [
      'a Chinese nickname in quotes in an English sentence',
      aBrand({ notes: [fact(text('Users call it “红卡”.', '用户叫它“红卡”。'))] }),
    ],
    [
      'a sum beyond the usual that the note explains',
      withProduct({ restart: { simUsd: fact('1000.00', { note: NOTE }) } }),
    ],
    [
      'online no with steps beside it',
      withOnline({ supported: fact('no'), steps: [{ title: NOTE, detail: fact(NOTE) }] }),
    ],
  ])('%s', (_, brand) => {
    expect(found(brand)).toEqual([]);
  });
});

describe('slugs and brands that are gone', () => {
  const gone = (over: Partial<Retired> = {}): Retired =>
    retiredSchema.parse({
      slug: 'old',
      name: text('Old', '旧牌'),
      kind: 'mvno',
      reason: fact(NOTE),
      redirect: null,
      ...over,
    });

  test('a published slug may not vanish, but may retire', () => {
    const input = { brands: [aBrand()], slugs: ['acme', 'old'] };
    expect(lintCatalog({ ...onlyBrands(input.brands, TODAY), ...input })).toMatchObject([
      { rule: 'slug-is-permanent', file: 'slugs.txt', line: 2, facts: { slug: 'old' } },
    ]);
    expect(lint({ ...input, retired: [gone()] })).toEqual([]);
  });

  test('a new slug has to be listed, once a list is kept', () => {
    expect(lint({ brands: [aBrand()], retired: [gone()], slugs: ['old'] })).toEqual(['slug-is-listed']);
    expect(lint({ brands: [aBrand()] })).toEqual([]);
  });

  test('a redirect leads to a brand that is there', () => {
    expect(lint({ brands: [aBrand()], retired: [gone({ redirect: 'acme' })] })).toEqual([]);
    expect(lint({ brands: [aBrand()], retired: [gone({ redirect: 'zenith' })] })).toEqual([
      'redirect-leads-somewhere redirect',
    ]);
    expect(lint({ brands: [aBrand()], retired: [gone({ slug: 'acme' })] })).toEqual(['redirect-leads-somewhere']);
  });
});

describe('reports of what was tried', () => {
  const report: FiledReport = {
    slug: 'acme',
    id: '2026-10-phone-0a1b2c3d',
    product: 'postpaid',
    route: 'phone',
    month: '2026-10',
    minutes: 40,
    attempts: 2,
    outcome: 'closed',
    chargeAfterClosing: 'unknown',
  };
  const tried = (over: Partial<FiledReport> = {}): string[] =>
    lint({ brands: [aBrand()], tried: [{ ...report, ...over }] });

  test.each<[string, Partial<FiledReport>, string[]]>([
    ['as it should be', {}, []],
    ['a brand nobody knows', { slug: 'zenith' }, ['tried-fits-the-catalog']],
    ['a product nobody knows', { product: 'gold' }, ['tried-fits-the-catalog product']],
    ['a name with words in it', { id: 'wei-zhang' }, ['tried-fits-the-catalog']],
    ['a name of another month', { id: '2026-09-phone-0a1b2c3d' }, ['tried-fits-the-catalog']],
    ['a month to come', { month: '2026-12', id: '2026-12-phone-0a1b2c3d' }, ['tried-fits-the-catalog month']],
  ])('%s', (_, over, expected) => {
    expect(tried(over)).toEqual(expected);
  });

  const CLEAN = `# yaml-language-server: $schema=../../schema/tried.schema.json
product: postpaid
route: phone
month: "2026-10"
minutes: 40
attempts: 2
outcome: closed
chargeAfterClosing: unknown
`;
  const file = (body: string): CatalogFile => ({ file: 'tried/acme/a.yaml', line: () => 1, text: body });
  const person = (body: string): [string, number, unknown][] =>
    lintCatalog({ ...onlyBrands([aBrand()], TODAY), files: [file(body)] }).map((one) => [
      one.rule,
      one.line,
      one.facts.kind,
    ]);

  test.each<[string, string, number, string]>([
    ['a mail address', 'note: wei@example.com', 9, 'mail'],
    ['a phone number', '# +1 (202) 555-0143', 9, 'number'],
    ['the end of a card number', 'minutes: 89012', 9, 'number'],
    ['a name in a remark', '# Wei Zhang', 9, 'word'],
    ['a Chinese name', 'agent: 张伟', 9, 'word'],
  ])('%s is found', (_, line, at, kind) => {
    expect(person(`${CLEAN}${line}\n`)).toEqual([['tried-holds-no-person', at, kind]]);
  });

  test('a clean report is let through', () => {
    expect(person(CLEAN)).toEqual([]);
  });
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
