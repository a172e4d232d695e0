import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passesLuhn, passesMod97 } from './check-digits.ts';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((each) => each.join(''));

function withLuhn(body: string): string {
  const check = [...'0123456789'].find((digit) => passesLuhn(body + digit));
  return body + check;
}

describe('Luhn', () => {
  test.each(['79927398713', '490154203237518', '356938035643809', '0'])('accepts %s', (number) => {
    expect(passesLuhn(number)).toBe(true);
  });

  test('finds every single wrong digit', () => {
    fc.assert(
      fc.property(digits(18), fc.nat(18), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const number = withLuhn(body);
        const wrong = (Number(number[at]) + shift) % 10;
        expect(passesLuhn(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false);
      }),
    );
  });

  test('exactly one check digit fits', () => {
    fc.assert(
      fc.property(digits(18), (body) => {
        expect([...'0123456789'].filter((digit) => passesLuhn(body + digit))).toHaveLength(1);
      }),
    );
  });
});

describe('MOD 97-10', () => {
  test.each(['89034011560010000000000000000121', '89001012012341234012345678901224'])('accepts %s', (eid) => {
    expect(passesMod97(eid)).toBe(true);
  });

  test('agrees with arithmetic on whole numbers', () => {
    fc.assert(
      fc.property(digits(32), (eid) => {
        expect(passesMod97(eid)).toBe(BigInt(eid) % 97n === 1n);
      }),
    );
  });
});
