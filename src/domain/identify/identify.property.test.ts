import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passesLuhn } from './check-digits.ts';
import { identify } from './identify.ts';
import { INDEX } from './index.fixture.ts';
import { IDENTIFIER_KINDS, IDENTIFY_GROUNDS, IDENTIFY_PROBLEMS } from './types.ts';

const digits = (min: number, max = min) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
const iccid = digits(11).map((body) => {
  const stem = `8901260${body}`;
  return stem + [...'0123456789'].find((digit) => passesLuhn(stem + digit));
});
const phone = fc
  .tuple(fc.constantFrom('202', '212', '415', '737'), digits(2))
  .map(([area, end]) => `${area}55501${end}`);
const matchingId = fc.stringMatching(/^[A-Z0-9]{4}(-[A-Z0-9]{4,12}){1,4}$/);
const fullWidth = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

describe('whatever comes in', () => {
  test('is answered within the closed lists', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...'0189 -+$:.LPAlpaFf卡号\n１＄'), maxLength: 120 }),
      digits(0, 60),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const found = identify(text, INDEX);
        expect(IDENTIFIER_KINDS).toContain(found.kind);
        for (const { code } of found.problems) expect(IDENTIFY_PROBLEMS).toContain(code);
        for (const { grounds } of found.candidates)
          for (const { code } of grounds) expect(IDENTIFY_GROUNDS).toContain(code);
        if (found.valid) expect(found.normalized).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  test('answers the same for its own answer', () => {
    fc.assert(
      fc.property(fc.oneof(iccid, phone, digits(15), digits(18, 20)), (text) => {
        const { kind, valid, normalized } = identify(text, INDEX);
        fc.pre(valid && normalized !== null);
        expect(identify(normalized ?? '', INDEX)).toMatchObject({ kind, valid, normalized });
      }),
    );
  });
});

test('no matching id is ever repeated', () => {
  const frame = fc.constantFrom<(code: string) => string>(
    (code) => code,
    (code) => `卡号 8901260123456789011 ${code} 请帮忙`,
    (code) => `https://esimsetup.apple.com/esim_qrcode_provisioning?carddata=${encodeURIComponent(code)}`,
    (code) => `Mint ${code}, ok?`,
    (code) => code.replaceAll('$', '＄'),
  );
  const head = fc.constantFrom('LPA:1$', '1$', 'lpa:1$', 'LPA:2$', 'LPA: 1$', 'LPA:$');
  const tail = fc.constantFrom('', '$', '$1.3.6.1$1', '$$1', '$x$y', '$$$$$$$$');
  const host = fc.constantFrom('smdp.example.com', 'rsp.example.net', 'nohost');
  fc.assert(
    fc.property(frame, head, host, matchingId, tail, (framed, begin, address, secret, end) => {
      const answer = JSON.stringify(identify(framed(`${begin}${address}$${secret}${end}`), INDEX));
      expect(answer).not.toContain(secret);
    }),
    { numRuns: 400 },
  );
});

describe('the way it is written', () => {
  const separator = fc.constantFrom('', ' ', '-', '\u00a0', '‑', '.', ' - ');
  const spread = (text: string, separators: string[]): string =>
    [...text].map((digit, at) => digit + (at % 4 === 3 ? (separators[at % separators.length] ?? '') : '')).join('');

  test.each([
    ['ICCID', iccid],
    ['phone number', phone],
  ])('does not change an %s', (_, given) => {
    fc.assert(
      fc.property(
        given,
        fc.array(separator, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (text, separators, wide) => {
          const written = spread(wide ? fullWidth(text) : text, separators);
          expect(identify(written, INDEX)).toEqual(identify(text, INDEX));
        },
      ),
    );
  });

  test('an ICCID in words is the same ICCID, masked', () => {
    fc.assert(
      fc.property(iccid, fc.constantFrom('卡号：', 'ICCID ', 'my sim is ', ''), (text, label) => {
        const found = identify(`${label}${text}F\n`, INDEX);
        expect(found).toMatchObject({ kind: 'iccid', valid: true, normalized: text });
        expect(found.masked).toBe(`${text.slice(0, 7)}…${text.slice(-4)}`);
      }),
    );
  });
});
