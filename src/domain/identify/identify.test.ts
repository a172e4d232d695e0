import { describe, expect, test } from 'vitest';
import { LIMITS } from '../limits.ts';
import { identify, identifyCodes } from './identify.ts';
import { INDEX } from './index.fixture.ts';
import { IDENTIFY_GROUNDS, IDENTIFY_PROBLEMS } from './types.ts';

const ICCID = '8901260123456789011';
const EID = '89034011560010000000000000000121';
const of = (text: string) => identify(text, INDEX);
const problems = (text: string) => of(text).problems.map(({ code }) => code);
const carriers = (text: string) => of(text).candidates.map(({ carrier }) => carrier);
const grounds = (text: string) => of(text).candidates.flatMap((one) => one.grounds.map(({ code }) => code));

describe('ICCID', () => {
  test.each([
    ICCID,
    '8901 2601 2345 6789 011',
    '８９０１２６０１２３４５６７８９０１１',
    '卡号：8901 2601 2345 6789 011，请帮我查一下',
    'ICCID:8901260123456789011F',
    '8901-2601-2345-6789-011',
    '89012601\u200b23456789011',
    '89012601234567\n89011',
    'SIM #1: 8901260123456789011',
    '1. 8901260123456789011',
  ])('%s', (text) => {
    expect(of(text)).toMatchObject({
      kind: 'iccid',
      valid: true,
      normalized: ICCID,
      masked: '8901260…9011',
      problems: [],
    });
  });

  test('names the network first, then who rides on it, each no surer than its grounds', () => {
    expect(of(ICCID).candidates).toEqual([
      {
        carrier: 't-mobile',
        confidence: 'secondary',
        grounds: [{ code: 'issuer-prefix', facts: { prefix: '8901260', company: 'T-Mobile USA' } }],
      },
      {
        carrier: 'mint',
        confidence: 'secondary',
        grounds: [
          { code: 'rides-on-network', facts: { prefix: '8901260', company: 'T-Mobile USA', network: 'T-Mobile' } },
        ],
      },
      expect.objectContaining({ carrier: 'ultra', confidence: 'conflicting' }),
    ]);
  });

  test("a brand's own prefix beats the network", () => {
    expect(carriers('8914809900000000006')).toEqual(['visible', 'verizon']);
  });

  test.each([
    ['8901260123456789018', true, ['luhn']],
    ['890126012345678900', true, ['luhn', 'check-digit-missing']],
    ['89012601234567890', false, ['length']],
    ['8901490000000000000', true, ['luhn', 'not-us', 'issuer-not-in-catalog']],
    ['8988307000000000004', true, ['not-us', 'issuer-not-in-catalog']],
    ['8901044000000000005', true, ['issuer-not-in-catalog']],
    ['8986000000000000007', true, ['not-us']],
    ['8901999000000000003', true, ['issuer-unknown']],
    ['ICCID 1234567890123456789', false, ['prefix']],
  ])('%s: valid %s, %s', (text, valid, expected) => {
    expect(of(text)).toMatchObject({ kind: 'iccid', valid });
    expect(problems(text).filter((code) => code !== 'luhn')).toEqual(expected.filter((code) => code !== 'luhn'));
    if (expected.includes('luhn')) expect(problems(text)).toContain('luhn');
  });

  test('twenty digits are a whole number of their own', () => {
    expect(of('89012601234567890121')).toMatchObject({
      kind: 'iccid',
      valid: true,
      normalized: '89012601234567890121',
    });
  });
});

describe('phone numbers', () => {
  test.each([
    '2025550143',
    '12025550143',
    '+12025550143',
    '(202) 555-0143',
    '202.555.0143',
    '+1 (202) 555 0143',
    '001 202 555 0143',
    'tel:+1-202-555-0143',
    '手机号 202 555 0143 想注销',
    '＋１２０２５５５０１４３',
    '202‑555‑0143',
  ])('%s names nobody', (text) => {
    expect(of(text)).toMatchObject({ kind: 'msisdn', valid: true, normalized: '+12025550143', candidates: [] });
    expect(problems(text)).toEqual(['number-names-nobody']);
  });

  test.each([
    ['416-555-0143', '+14165550143', ['not-us']],
    ['+1 876 555 0143', '+18765550143', ['not-us']],
    ['787-555-0143', '+17875550143', ['number-names-nobody']],
    ['+86 138 0013 8000', '+8613800138000', ['not-us']],
    ['138 0013 8000', '+8613800138000', ['not-us']],
    ['8613800138000', '+8613800138000', ['not-us']],
    ['011 86 138 0013 8000', '+8613800138000', ['not-us']],
    ['800-555-0143', '+18005550143', ['toll-free']],
    ['900-555-0143', '+19005550143', ['premium-rate']],
  ])('%s is %s with %s', (text, normalized, expected) => {
    expect(of(text)).toMatchObject({ kind: 'msisdn', valid: true, normalized });
    expect(problems(text)).toEqual(expected);
  });

  test.each([
    ['123-456-7890', ['number-impossible']],
    ['+999 123 4567', ['number-impossible']],
    ['555-0143', ['area-code-missing']],
  ])('%s is none: %s', (text, expected) => {
    expect(of(text)).toMatchObject({ kind: 'msisdn', valid: false });
    expect(problems(text)).toEqual(expected);
  });

  test.each(['611', '*611#', '911', '72975', 'dial 611'])('%s is a short code', (text) => {
    expect(of(text)).toMatchObject({ kind: 'unknown', valid: false });
    expect(problems(text)).toEqual(['short-code']);
  });

  test('a date and a time are no phone number', () => {
    expect(of('on 2026-11-23 15:30 I called').kind).toBe('unknown');
  });
});

describe('numbers in the SIM and the device', () => {
  test('IMSI', () => {
    expect(of('310260123456789')).toMatchObject({ kind: 'imsi', valid: true, masked: '310260…89', problems: [] });
    expect(carriers('310 260 123456789')).toEqual(['t-mobile', 'mint', 'ultra']);
    expect(grounds('311480123456789')).toEqual(['brand-network-code', 'network-code', 'rides-on-network']);
    expect(problems('312870123456789')).toEqual(['issuer-not-in-catalog']);
    expect(problems('316999123456789')).toEqual(['network-code-unknown']);
    expect(of('460001234567890')).toMatchObject({ kind: 'imsi', valid: true, problems: [{ code: 'not-us' }] });
  });

  test('IMEI', () => {
    expect(of('490154203237518')).toMatchObject({ kind: 'imei', valid: true, masked: '49015420…7518' });
    expect(of('IMEI 2: 35-693803-564380-9')).toMatchObject({ kind: 'imei', normalized: '356938035643809' });
    expect(of('356938035643808')).toMatchObject({ kind: 'imei', valid: false });
    expect(problems('35693803564380')).toEqual(['check-digit-missing', 'device-not-carrier']);
    expect(problems('IMEISV: 3569380356438001')).toEqual(['software-version', 'device-not-carrier']);
  });

  test('a label decides between readings', () => {
    expect(of('串号 310260123456781').kind).toBe('imei');
    expect(of('IMSI 350260123456789').kind).toBe('imsi');
  });

  test.each([EID, '89001012012341234012345678901224', '8903 4011 5600 1000 0000 0000 0000 0121'])('EID %s', (text) => {
    expect(of(text)).toMatchObject({ kind: 'eid', valid: true, problems: [{ code: 'chip-not-carrier' }] });
  });

  test('a wrong EID', () => {
    expect(of(EID.replace(/1$/, '2'))).toMatchObject({ kind: 'eid', valid: false });
    expect(problems(EID.slice(0, 31))).toContain('length');
  });

  test('a bank card called a card number is not repeated either', () => {
    expect(of('卡号 6222 0212 3456 7890 123')).toMatchObject({
      kind: 'iccid',
      valid: false,
      normalized: null,
      masked: null,
    });
  });

  test('sixteen digits of a bank card are nothing, and are not repeated', () => {
    const found = of('4111 1111 1111 1111');
    expect(found).toMatchObject({ kind: 'unknown', normalized: null, problems: [{ code: 'digits-of-no-kind' }] });
  });
});

describe('several things at once', () => {
  test('the most telling one wins, the others stand beside it, masked', () => {
    const found = of(`IMEI: 356938035643809\nEID: ${EID}\nICCID: ${ICCID}\n+1 202 555 0143`);
    expect(found.kind).toBe('iccid');
    expect(found.also).toEqual([
      { kind: 'msisdn', masked: '+12025550143' },
      { kind: 'eid', masked: '89034011…0121' },
      { kind: 'imei', masked: '35693803…3809' },
    ]);
  });

  test('two cards in a row', () => {
    expect(of(`${ICCID} 89148000000000000005`).also).toHaveLength(1);
  });

  test('a name beside the number', () => {
    expect(of('Mint 卡 +1 202 555 0143')).toMatchObject({
      kind: 'msisdn',
      candidates: [{ carrier: 'mint', grounds: [{ code: 'name' }] }],
    });
    expect(carriers(`mint mobile ${ICCID}`)).toEqual(['mint', 't-mobile', 'ultra']);
  });

  test('the codes of one picture', () => {
    expect(identifyCodes([], INDEX).problems).toEqual([{ code: 'no-code-in-picture', facts: {} }]);
    const found = identifyCodes(['https://example.com', EID, ICCID], INDEX);
    expect(found).toMatchObject({ kind: 'iccid', also: [{ kind: 'eid', masked: '89034011…0121' }] });
  });
});

describe('neither number nor code', () => {
  test.each([
    ['威瑞森', 'verizon', 'name'],
    ['薄荷卡', 'mint', 'alias'],
    ['verison', 'verizon', 'similar-name'],
    ['my Verizon plan is too expensive for me, and I want to cancel it before I go home in June', 'verizon', 'name'],
    ['look at T-Mobile', 't-mobile', 'name'],
    ['Modern plan', 'mint', 'product-name'],
  ])('%s → %s by %s', (text, carrier, ground) => {
    const found = of(text);
    expect(found).toMatchObject({ kind: 'unknown', valid: false, normalized: null, problems: [] });
    expect(found.candidates[0]).toMatchObject({ carrier, grounds: [{ code: ground }] });
  });

  test.each([
    ['', ['empty']],
    [' \n\u200b', ['empty']],
    ['qqqq zzzz', ['not-an-identifier']],
    ['你好', ['not-an-identifier']],
    ['12345678901234567890123456789012345678901234567890', ['digits-of-no-kind']],
  ])('%j: %s', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test('too much is refused', () => {
    expect(() => of('1'.repeat(LIMITS.identifyChars + 1))).toThrow(expect.objectContaining({ code: 'input-too-long' }));
  });
});

test('the closed lists hold each code once', () => {
  expect(new Set(IDENTIFY_PROBLEMS).size).toBe(IDENTIFY_PROBLEMS.length);
  expect(new Set(IDENTIFY_GROUNDS).size).toBe(IDENTIFY_GROUNDS.length);
});
