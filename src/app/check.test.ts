import { describe, expect, test } from 'vitest';
import { CHECK_REACHES, CHECK_REASONS, CHECK_UNKNOWNS } from '../domain/check/types.ts';
import { HOLIDAYS } from '../domain/time/holidays.ts';
import { loadMessages } from '../locale/messages.ts';
import { LANGUAGES, sayer } from '../locale/say.ts';
import { aBrand, aProduct, BLOG, fact, memoryCatalog, PAGE, text } from '../testing/catalog.ts';
import { type CheckInput, checkCarrier } from './check.ts';

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const hours = (open: string, close: string) => ({
  zone: 'America/Los_Angeles',
  weekly: [{ days: WEEK, open, close }],
  holidays: 'unknown',
});
const care = {
  kind: 'phone',
  value: fact('+12025550143'),
  canCancelHere: fact('yes'),
  fromAbroad: fact('yes'),
  hours: fact(hours('04:00', '21:00'), {
    confidence: 'conflicting',
    alternatives: [{ value: hours('06:00', '20:00'), sources: [BLOG] }],
  }),
};
const acme = aBrand({ aliases: ['Ack'] }, [
  aProduct({
    channels: [{ kind: 'store', value: fact('Any store'), label: text('Acme store', '艾克米门店') }, care],
    needs: [
      { field: 'account-pin', why: fact(text('To know you', '核对身份')) },
      { field: 'msisdn', why: fact(null) },
    ],
    traps: [fact(text('Sign-in ends', '无法登录'))],
    billing: {
      effective: fact('end-of-cycle'),
      earlyTerminationFee: fact(
        { minUsd: '0.00', maxUsd: null, onlyWithCommitment: true },
        {
          confidence: 'conflicting',
          alternatives: [{ value: { minUsd: '35.00', maxUsd: '35.00', onlyWithCommitment: true }, sources: [BLOG] }],
        },
      ),
    },
  }),
  aProduct({ id: 'prepaid', online: { supported: fact('yes') } }),
]);
const catalog = memoryCatalog([acme]);
const say = { en: sayer('en', await loadMessages('en')), zh: sayer('zh', await loadMessages('zh')) };
const ask = (over: Partial<CheckInput> = {}, language: 'en' | 'zh' = 'en') =>
  checkCarrier(
    { carrier: 'acme', product: null, from: 'CN', zone: null, now: '2026-11-24T05:00:00Z', ...over },
    catalog,
    say[language],
  );

describe('the view', () => {
  test('speaks English', async () => {
    const view = await ask();
    expect(view).toMatchObject({
      carrier: 'acme',
      product: 'postpaid',
      from: 'CN',
      fromName: 'China',
      zone: 'Asia/Shanghai',
      online: {
        supported: 'no',
        answer: 'No, it cannot be cancelled online.',
        confidence: 'official',
        sources: [PAGE],
      },
      reach: { code: 'sure' },
      effective: { value: 'end-of-cycle', text: 'at the end of the billing cycle' },
    });
    expect(view.channels.map(({ kind }) => kind)).toEqual(['phone', 'store']);
    expect(view.channels[0]).toMatchObject({
      display: '+1 202-555-0143',
      openNow: 'no',
      opensAt: '2026-11-24T14:00:00Z',
      localHours: '20:00–13:00 (+1)',
      carrierHours: 'daily 04:00–21:00 (America/Los_Angeles)',
      support: {
        hours: {
          confidence: 'conflicting',
          alternatives: [{ value: 'daily 06:00–20:00 (America/Los_Angeles)', sources: [BLOG] }],
        },
      },
    });
    expect(view.channels[0]?.rank.map(({ message }) => message)).toContain('Closed now; opens Tue 24 Nov, 22:00.');
    expect(view.needs.map(({ field, label, why }) => [field, label, why])).toEqual([
      ['account-pin', 'Account PIN', 'To know you'],
      ['msisdn', 'Phone number of the line', 'No page says why.'],
    ]);
    expect(view.traps).toMatchObject([{ text: 'Sign-in ends', confidence: 'official', sources: [PAGE] }]);
  });

  test('speaks Chinese', async () => {
    const view = await ask({}, 'zh');
    expect(view).toMatchObject({ carrierName: '艾克米', fromName: '中国', online: { answer: '不能在线注销。' } });
    expect(view.channels[0]?.carrierHours).toBe('每天 04:00–21:00（America/Los_Angeles）');
    expect(view.channels[1]).toMatchObject({ label: '艾克米门店', kindName: '门店' });
    expect(view.needs[0]).toMatchObject({ label: '账户 PIN', why: '核对身份' });
  });

  test('shows every value of a conflict', async () => {
    const { unknowns } = await ask();
    const fee = unknowns.find(({ code }) => code === 'early-termination-fee-conflicting');
    expect(fee).toMatchObject({ values: ['0.00 US dollars or more', '35.00 US dollars'], sources: [PAGE, BLOG] });
    expect(fee?.message).toContain('35.00');
  });

  test.each(LANGUAGES)('no sentence is missing, empty or unfilled in %s', async (language) => {
    const messages = await loadMessages(language);
    const codes = [
      ...CHECK_REASONS.map((code) => `check.reason.${code}`),
      ...CHECK_REACHES.map((code) => `check.reach.${code}`),
      ...CHECK_UNKNOWNS.map((code) => `check.unknown.${code}`),
      ...HOLIDAYS.map((code) => `check.holiday.${code}`),
    ];
    expect(codes.filter((code) => !(code in messages))).toEqual([]);
    for (const now of ['2026-11-24T05:00:00Z', '2026-11-26T18:00:00Z', '2026-12-25T01:00:00+08:00'])
      for (const from of ['US', 'CN', 'CA']) {
        const told = JSON.stringify(await ask({ now, from }, language));
        expect(told).not.toMatch(/(check|need|catalog)\.[a-z]|undefined|\{\w+\}/);
      }
  });
});

describe('what is asked', () => {
  test('a name or a nickname is the brand, a product id the product', async () => {
    expect(await ask({ carrier: ' ACK ', product: 'prepaid' })).toMatchObject({ carrier: 'acme', product: 'prepaid' });
  });

  test('a zone is taken in any letter case and shown as its name; the US has the clock of the carrier', async () => {
    expect((await ask({ zone: 'europe/london' })).zone).toBe('Europe/London');
    const home = await ask({ from: 'us' });
    expect(home).toMatchObject({ from: 'US', zone: null });
    expect(home.channels.find(({ kind }) => kind === 'phone')).toMatchObject({
      localHours: '04:00–21:00',
      localZone: 'America/Los_Angeles',
    });
  });

  test.each<[Partial<CheckInput>, string, Record<string, unknown>]>([
    [{ carrier: 'acmee' }, 'unknown-carrier', { carrier: 'acmee', suggestions: ['acme'] }],
    [{ carrier: '8901260123456789012' }, 'unknown-carrier', { carrier: '***' }],
    [{ product: 'gold' }, 'unknown-product', { products: ['postpaid', 'prepaid'] }],
    [{ from: 'China' }, 'bad-country', { given: 'China' }],
    [{ zone: 'Mars/Base' }, 'bad-zone', { given: 'Mars/Base' }],
    [{ zone: '+08:00' }, 'bad-zone', { given: '+08:00' }],
    [{ now: 'tomorrow' }, 'bad-instant', { given: 'tomorrow' }],
    [{ now: '2026-02-30T00:00:00Z' }, 'bad-instant', {}],
  ])('%j: %s', async (over, code, facts) => {
    await expect(ask(over)).rejects.toMatchObject({ code, facts });
  });
});
