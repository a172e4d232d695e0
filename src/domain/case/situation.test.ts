import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SimoffError } from '../errors.ts';
import { parseSituation } from './situation.ts';
import { SITUATION_PROBLEMS } from './situation-problems.ts';

const line = (over: object = {}): object => ({ line: { carrier: 'acme', ...over } });

function factsOf(input: unknown): SimoffError['facts'] {
  try {
    parseSituation(input);
  } catch (error) {
    if (error instanceof SimoffError && error.code === 'situation-field') return error.facts;
    throw error;
  }
  throw new Error('nothing was wrong');
}

test('only the carrier is required, and null is the same as absent', () => {
  expect(parseSituation(line())).toEqual({ line: { carrier: 'acme' } });
  const nothing = { leavesOn: null, number: null, bought: null, payment: null, userZone: null };
  expect(() => parseSituation({ ...line({ monthlyUsd: null, installments: null }), ...nothing })).not.toThrow();
});

test('money becomes text with two decimals, a country upper case, unknown wishes null', () => {
  const { line: read, number } = parseSituation({
    ...line({ monthlyUsd: 70, balanceUsd: '3.5', serviceCommitment: 'unknown' }),
    userCountry: 'cn',
    number: { keep: 'unknown' },
  });
  expect(read).toMatchObject({ monthlyUsd: '70.00', balanceUsd: '3.50', serviceCommitment: null });
  expect(number?.keep).toBeNull();
});

describe('what is wrong is named by place and kind', () => {
  test.each<[unknown, string, (typeof SITUATION_PROBLEMS)[number]]>([
    [null, '{}', 'missing'],
    [[], '{}', 'not-object'],
    ['t-mobile', '{}', 'not-object'],
    [{}, 'line', 'missing'],
    [{ line: {} }, 'line.carrier', 'missing'],
    [{ line: { carrier: '  ' } }, 'line.carrier', 'missing'],
    [{ line: { carrier: 7 } }, 'line.carrier', 'not-text'],
    [{ line: { carrier: 'x'.repeat(600) } }, 'line.carrier', 'too-long'],
    [line({ monthlyUsd: '-1.00' }), 'line.monthlyUsd', 'negative-money'],
    [line({ monthlyUsd: -1 }), 'line.monthlyUsd', 'negative-money'],
    [line({ monthlyUsd: 1.005 }), 'line.monthlyUsd', 'not-money'],
    [line({ monthlyUsd: '$70' }), 'line.monthlyUsd', 'not-money'],
    [line({ monthlyUsd: Number.NaN }), 'line.monthlyUsd', 'not-money'],
    [line({ cycleDay: 32 }), 'line.cycleDay', 'out-of-range'],
    [line({ cycleDay: 0 }), 'line.cycleDay', 'out-of-range'],
    [line({ cycleDay: 1.5 }), 'line.cycleDay', 'not-whole-number'],
    [line({ cycleDay: '12' }), 'line.cycleDay', 'not-whole-number'],
    [line({ paidThrough: '2027-02-29' }), 'line.paidThrough', 'not-date'],
    [line({ paidThrough: '2026-13-01' }), 'line.paidThrough', 'not-date'],
    [line({ paidThrough: '1999-12-31' }), 'line.paidThrough', 'date-out-of-range'],
    [line({ paidThrough: '2101-01-01' }), 'line.paidThrough', 'date-out-of-range'],
    [line({ autopay: 'yes' }), 'line.autopay', 'not-boolean'],
    [line({ simType: 'nano' }), 'line.simType', 'not-one-of'],
    [line({ installments: { remainingUsd: '-3' } }), 'line.installments.remainingUsd', 'negative-money'],
    [line({ installments: 5 }), 'line.installments', 'not-object'],
    [{ ...line(), userZone: 'Mars/Base' }, 'userZone', 'not-zone'],
    [{ ...line(), userCountry: 'China' }, 'userCountry', 'not-country'],
    [{ ...line(), number: { keep: 'maybe' } }, 'number.keep', 'not-one-of'],
    [{ ...line(), number: { codesStillSentHere: 'bank' } }, 'number.codesStillSentHere', 'not-list'],
    [{ ...line(), leavesOn: '2027-02-10', returnsOn: '2027-02-09' }, 'returnsOn', 'returns-before-leaving'],
  ])('%j', (input, path, problem) => {
    expect(factsOf(input)).toMatchObject({ path, problem });
  });

  test('an unknown key comes with the nearest known one', () => {
    expect(factsOf(line({ cycleDays: 3 }))).toMatchObject({ path: 'line.cycleDays', expected: 'cycleDay' });
    expect(factsOf({ ...line(), leaveOn: '2027-01-01' })).toMatchObject({ expected: 'leavesOn' });
  });

  test('how many things are wrong is counted', () => {
    expect(factsOf(line({ cycleDay: 40, autopay: 1 }))).toMatchObject({ problems: 2 });
  });
});

test('no value and no key that could be a secret is repeated', () => {
  const secret = '8901260123456789012';
  for (const input of [
    line({ [secret]: 1 }),
    line({ cycleDay: secret }),
    { ...line(), account: { number: 1, [secret]: 2 } },
  ]) {
    expect(JSON.stringify(factsOf(input))).not.toContain(secret.slice(6));
  }
});

test('whatever comes in, the answer is a situation or a named problem', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.record({ line: fc.jsonValue(), number: fc.jsonValue() })), (input) => {
      try {
        expect(parseSituation(input).line.carrier).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(SimoffError);
        expect(SITUATION_PROBLEMS).toContain((error as SimoffError).facts.problem);
      }
    }),
  );
});

test('what would be right is an example that fits the place', () => {
  expect(factsOf({ ...line(), holder: { address: 'x' } })).toMatchObject({ expected: '["…", "…"] (≤ 50)' });
  expect(factsOf(line({ installments: 5 }))).toMatchObject({
    expected: '{"remainingUsd": …, "monthlyPromoCreditUsd": …}',
  });
  expect(factsOf([])).toMatchObject({ expected: '{"line": {"carrier": "t-mobile"}}' });
  expect(factsOf(line({ product: 'x'.repeat(501) }))).toMatchObject({ expected: '"…" (≤ 500)' });
});

test('what steers a terminal is taken out of text', () => {
  const { bought, number } = parseSituation({
    ...line(),
    bought: { seller: 'Shop\u001b[31m' },
    number: { codesStillSentHere: ['b\u0007ank'] },
  });
  expect([bought?.seller, number?.codesStillSentHere]).toEqual(['Shop [31m', ['b ank']]);
});
