import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hidden, maskOf, secretsIn } from './secret-text.ts';

describe('what looks secret is found', () => {
  test.each([
    ['a card number', 'ICCID 8901260000000000002', '8901260000000000002'],
    ['a card number with spaces', 'card 8901 2600 0000 0000 002F', '8901 2600 0000 0000 002'],
    ['an EID', 'EID: 89049032000000000000000000000123', '89049032000000000000000000000123'],
    ['an activation code', 'scan LPA:1$rsp.example$ABC-123-XYZ now', 'LPA:1$rsp.example$ABC-123-XYZ'],
    ['an activation code without its scheme', 'code 1$rsp.example$ABC', '1$rsp.example$ABC'],
    ['a PIN', 'my PIN is 123456, ok', '123456'],
    ['a PIN of letters and digits', 'transfer pin: A1B2C3', 'A1B2C3'],
    ['a PIN in Chinese', '密码是 482913。', '482913'],
    ['an account number', 'Account number: 987654321', '987654321'],
    ['an account number in Chinese', '账号：987654321', '987654321'],
    ['a payment card', 'paid with 4111 1111 1111 1111', '4111 1111 1111 1111'],
    ['an IMEI', 'IMEI 490154203237518', '490154203237518'],
  ])('%s', (_, text, secret) => {
    expect(secretsIn(text)).toContain(secret);
    expect(hidden(text, secretsIn(text))).not.toContain(secret);
  });

  test('a secret already known, however it is written', () => {
    expect(secretsIn('They read 9876 543-21 back to me', ['987654321'])).toEqual(['9876 543-21']);
  });
});

describe('what is no secret stays', () => {
  test.each([
    'Called +1 202-555-0143 at 10:32, reference 45678901',
    'promised 2026-12-12, refund of 12.34 dollars',
    'talked to Ann for 25 minutes',
    'Wei Zhang 张伟, 1 Main Street, Springfield 62701',
    'pin down the date with them',
    'the account is in my name',
    '+8613812345678',
  ])('%s', (text) => {
    expect(secretsIn(text)).toEqual([]);
  });
});

test('a mask shows at most the last four, and nothing of what is short or an activation code', () => {
  expect(maskOf('8901260000000000002')).toBe('••••0002');
  expect(maskOf('1234')).toBe('••••');
  expect(maskOf('987654321')).toBe('••••');
  expect(maskOf('LPA:1$rsp.example$ABC-123')).toBe('••••');
});

test('no text, however odd, makes the search throw or leaves what it found', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.stringMatching(/^\d{6,20}$/), (text, known) => {
      const found = secretsIn(`${text} ${known}`, [known]);
      expect(hidden(`${text} ${known}`, found)).not.toContain(known);
    }),
  );
});
