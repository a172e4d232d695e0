import { describe, expect, test } from 'vitest';
import { aBrand, aProduct, BLOG, fact, firstProduct, PAGE, text } from '../../testing/catalog.ts';
import type { NeedField } from '../catalog/schema.ts';
import { checkLine } from './check.ts';
import { countryOf, zoneOfCountry } from './countries.ts';
import type { Checked } from './types.ts';

const NOW = '2026-11-24T12:00:00Z';
const CN = { from: 'CN', zone: 'Asia/Shanghai', now: NOW };

function checked(over: Record<string, unknown>, request = CN, brand: Record<string, unknown> = {}): Checked {
  const whole = aBrand(brand, [aProduct(over)]);
  return checkLine(whole, firstProduct(whole), request);
}
const codes = ({ unknowns }: Checked): string[] => unknowns.map(({ code }) => code);
const phone = (cancel: 'yes' | 'no' | null, abroad: 'yes' | 'no' | null) => ({
  kind: 'phone',
  value: fact('+12025550143'),
  canCancelHere: fact(cancel),
  fromAbroad: fact(abroad),
});

describe('online', () => {
  test('unknown is an answer', () => {
    const answer = checked({ online: { supported: fact(null) } });
    expect(answer.online).toMatchObject({ supported: 'unknown', confidence: 'unknown', how: null, url: null });
    expect(codes(answer)).toContain('online-unknown');
  });

  test('a conflict keeps the preferred value and all others', () => {
    const supported = fact('partial', { confidence: 'conflicting', alternatives: [{ value: 'yes', sources: [BLOG] }] });
    const answer = checked({ online: { supported } });
    expect(answer.online).toMatchObject({
      supported: 'partial',
      confidence: 'conflicting',
      alternatives: [{ value: 'yes' }],
    });
    expect(answer.unknowns[0]).toMatchObject({
      code: 'online-conflicting',
      values: ['partial', 'yes'],
      sources: [PAGE, BLOG],
    });
  });

  test('steps nobody describes, the confirmation and what guides claim', () => {
    const answer = checked({
      online: {
        supported: fact('no'),
        steps: [
          { title: text('Sign in'), detail: fact(text('At acme.example')) },
          { title: text('Last screen'), detail: fact(null) },
        ],
        claims: [{ claim: text('There is a button'), sources: [BLOG], answer: fact(text('There is none')) }],
      },
    });
    expect(answer.online.steps.map(({ detail }) => detail?.en ?? null)).toEqual(['At acme.example', null]);
    expect(answer.online.claims[0]).toMatchObject({
      sources: [BLOG],
      answer: { value: { en: 'There is none' }, sources: [PAGE] },
    });
    expect(answer.unknowns.find(({ code }) => code === 'steps-unknown')?.values).toEqual([text('Last screen')]);
    expect(codes(answer)).toContain('confirmation-unknown');
  });
});

describe('how sure the best channel is', () => {
  test.each([
    ['yes', 'yes', 'sure'],
    ['yes', null, 'abroad-unsure'],
    [null, 'yes', 'cancel-unsure'],
    [null, null, 'both-unsure'],
    ['yes', 'no', 'not-from-abroad'],
    ['no', 'yes', 'none'],
  ] as const)('ends it %s, from abroad %s: %s', (cancel, abroad, reach) => {
    expect(checked({ channels: [phone(cancel, abroad)] }).reach).toBe(reach);
  });

  test('in the US, and in its territories, nothing is abroad', () => {
    for (const from of ['US', 'PR'])
      expect(checked({ channels: [phone('yes', 'no')] }, { ...CN, from })).toMatchObject({
        reach: 'sure',
        abroad: false,
      });
  });

  test('no channel at all', () => {
    const answer = checked({});
    expect(answer).toMatchObject({ reach: 'none', channels: [] });
    expect(codes(answer)).toContain('channels-unknown');
  });
});

test('what the first channel asks for is marked, what only porting asks for is not', () => {
  const need = (field: NeedField, routes?: string[]) => ({
    field,
    why: fact(text(field)),
    ...(routes ? { routes } : {}),
  });
  const answer = checked({
    channels: [phone('yes', 'yes')],
    needs: [
      need('account-pin', ['phone']),
      need('msisdn'),
      need('transfer-pin', ['port-out']),
      need('login', ['online']),
    ],
  });
  expect(answer.needs.map(({ field, bestAsks }) => [field, bestAsks])).toEqual([
    ['account-pin', true],
    ['msisdn', true],
    ['transfer-pin', false],
    ['login', false],
  ]);
});

describe('unknowns', () => {
  test('postpaid lines ask about instalments, prepaid ones about the renewal', () => {
    expect(codes(checked({}))).toEqual(
      expect.arrayContaining(['installments-unknown', 'promo-credits-unknown', 'notice-unknown']),
    );
    const prepaid = codes(checked({ service: { hasNumber: true, billing: 'prepaid' } }));
    expect(prepaid).toContain('renewal-lead-unknown');
    expect(prepaid).not.toContain('installments-unknown');
  });

  test('what is known is not among them', () => {
    const known = { billing: { effective: fact('end-of-cycle'), noticeDays: fact(0), proration: fact('none') } };
    expect(codes(checked(known)).filter((code) => /^(effective|notice|proration)/.test(code))).toEqual([]);
  });

  test('conflicts of several channels with the same words are told once', () => {
    const hours = fact(
      { zone: 'America/New_York', weekly: [{ days: ['mon'], open: '08:00', close: '17:00' }], holidays: 'open' },
      { confidence: 'conflicting', note: text('Pages differ') },
    );
    const answer = checked({
      channels: [
        { ...phone('yes', 'yes'), hours },
        { ...phone('yes', 'yes'), hours },
      ],
    });
    const found = answer.unknowns.filter(({ code }) => code === 'hours-conflicting');
    expect(found).toMatchObject([{ channels: [0, 1], note: text('Pages differ'), sources: [PAGE] }]);
  });

  test('a channel that cannot end the line raises no question', () => {
    expect(codes(checked({ channels: [phone('no', null)] }))).not.toContain('abroad-unknown');
  });

  test('the zone, where the country has several and hours would be shown', () => {
    const hours = fact({
      zone: 'America/New_York',
      weekly: [{ days: ['mon'], open: '08:00', close: '17:00' }],
      holidays: 'open',
    });
    const request = { from: 'CA', zone: null, now: NOW };
    expect(codes(checked({ channels: [{ ...phone('yes', 'yes'), hours }] }, request as never))).toContain(
      'zone-unknown',
    );
    expect(codes(checked({ channels: [phone('yes', 'yes')] }, request as never))).not.toContain('zone-unknown');
  });
});

test('the state of the brand comes along', () => {
  const status = fact('closing', { note: text('No new customers') });
  expect(checked({}, CN, { status }).status).toMatchObject({ value: 'closing', note: text('No new customers') });
});

test('a bad instant is refused', () => {
  expect(() => checked({}, { ...CN, now: 'soon' })).toThrow(RangeError);
});

describe('countries', () => {
  test.each([
    ['cn', 'CN', 'Asia/Shanghai'],
    ['GB', 'GB', 'Europe/London'],
    ['CA', 'CA', null],
    ['US', 'US', null],
  ])('%s', (given, code, zone) => {
    expect(countryOf(given)).toBe(code);
    expect(zoneOfCountry(code)).toBe(zone);
  });

  test.each(['', 'XX', 'China', 'USA', '86', 'ZZ'])('%j is none', (given) => {
    expect(countryOf(given)).toBeNull();
  });

  test('every zone of the table exists and belongs to a country', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const all = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => countryOf(code) !== null);
    expect(all.length).toBe(249);
    const zones = all.flatMap((code) => zoneOfCountry(code) ?? []);
    expect(zones.length).toBeGreaterThan(60);
    for (const timeZone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  });
});
