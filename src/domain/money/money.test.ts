import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatUsd, parseUsd } from './money.ts';

describe('money', () => {
  test.each([
    ['70', 7000],
    ['70.5', 7050],
    ['70.05', 7005],
    [' 0.00 ', 0],
    [33.34, 3334],
    [0.1, 10],
  ])('%s is %i cents', (given, cents) => {
    expect(parseUsd(given)).toBe(cents);
  });

  test.each(['-1', '1.234', '1,000.00', '$5', '', 'NaN', '1e3', Number.NaN, -1, 1e9, 0.001, Number.POSITIVE_INFINITY])(
    '%s is no amount',
    (given) => {
      expect(parseUsd(given)).toBeNull();
    },
  );

  test('every amount survives writing and reading', () => {
    const amount = fc.integer({ min: 0, max: 999_999_999 });
    fc.assert(fc.property(amount, (cents) => parseUsd(formatUsd(cents)) === cents));
  });

  test('negative amounts are refunds', () => {
    expect([formatUsd(-5), formatUsd(-1230), formatUsd(0)]).toEqual(['-0.05', '-12.30', '0.00']);
  });
});
