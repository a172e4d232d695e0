import { describe, expect, test } from 'vitest';
import { identify } from './identify.ts';
import { INDEX } from './index.fixture.ts';

const codes = (text: string) => identify(text, INDEX).problems.map(({ code }) => code);

describe('activation codes', () => {
  test.each([
    ['LPA:1$smdp.example.com$SECRET-7', 'LPA:1$smdp.example.com$***'],
    ['lpa:1$SMDP.Example.com$SECRET-7', 'LPA:1$smdp.example.com$***'],
    ['1$smdp.example.com$SECRET-7', 'LPA:1$smdp.example.com$***'],
    ['ＬＰＡ：１＄smdp.example.com＄SECRET-7', 'LPA:1$smdp.example.com$***'],
    ['LPA:1$smdp.example.com$SECRET-7$1.3.6.1.4.1.31746', 'LPA:1$smdp.example.com$***$1.3.6.1.4.1.31746'],
    ['LPA:1$smdp.example.com$SECRET-7$1.3.6.1.4.1.31746$1', 'LPA:1$smdp.example.com$***$1.3.6.1.4.1.31746$1'],
    ['LPA:1$smdp.example.com$SECRET-7$$1', 'LPA:1$smdp.example.com$***$$1'],
    ['LPA:1$smdp.example.com$', 'LPA:1$smdp.example.com$***'],
    ['请扫码：LPA:1$smdp.example.com$SECRET-7。谢谢', 'LPA:1$smdp.example.com$***'],
    ['(LPA:1$smdp.example.com$SECRET-7).', 'LPA:1$smdp.example.com$***'],
    ['LPA: 1 $ smdp.example.com $ SECRET-7', 'LPA:1$smdp.example.com$***'],
    [
      'https://esimsetup.apple.com/esim_qrcode_provisioning?carddata=LPA:1$smdp.example.com$SECRET-7',
      'LPA:1$smdp.example.com$***',
    ],
    ['https://esimsetup.android.com/x?carddata=LPA%3A1%24smdp.example.com%24SECRET-7', 'LPA:1$smdp.example.com$***'],
    ['https://a.example/?u=carddata%3DLPA%253A1%2524smdp.example.com%2524SECRET-7', 'LPA:1$smdp.example.com$***'],
  ])('%s', (text, normalized) => {
    const found = identify(text, INDEX);
    expect(found).toMatchObject({ kind: 'lpa', valid: true, normalized, masked: normalized, candidates: [] });
    expect(found.lpa?.smdp).toBe('smdp.example.com');
    expect(JSON.stringify(found)).not.toContain('SECRET');
  });

  test('says what is asked for on installation, and that the server proves nothing', () => {
    expect(identify('LPA:1$smdp.example.com$X$1.2.3$1', INDEX).lpa).toEqual({
      smdp: 'smdp.example.com',
      hasOid: true,
      confirmationCodeNeeded: true,
    });
    expect(codes('LPA:1$smdp.example.com$X$1.2.3$1')).toEqual([
      'confirmation-code-needed',
      'smdp-proves-nothing',
      'keep-secret',
    ]);
  });

  test.each([
    ['LPA:2$smdp.example.com$SECRET', 'lpa-version'],
    ['LPA:$smdp.example.com$SECRET', 'lpa-version'],
    ['LPA:1$localhost$SECRET', 'lpa-host'],
    ['LPA:1$-a.example.com$SECRET', 'lpa-host'],
    ['LPA:1$$SECRET', 'lpa-host'],
    ['LPA:1$smdp.example.com', 'lpa-parts'],
    ['LPA:1$smdp.example.com$SECRET$$$$$$', 'lpa-parts'],
    ['LPA:1$smdp.example.com$SEC/RET', 'lpa-matching-id'],
    ['LPA:1$smdp.example.com$SECRET$oid', 'lpa-oid'],
    ['LPA:1$smdp.example.com$SECRET$$yes', 'lpa-confirmation-flag'],
  ])('%s is not valid: %s', (text, problem) => {
    const found = identify(text, INDEX);
    expect(found).toMatchObject({ kind: 'lpa', valid: false });
    expect(codes(text)).toContain(problem);
    expect(JSON.stringify(found)).not.toMatch(/SEC|RET/);
  });

  test('a price is no activation code', () => {
    expect(identify('it costs 5$ a month or 50$ a year', INDEX).kind).toBe('unknown');
  });

  test('a code wrapped after a hyphen does not leak its second line', () => {
    const found = identify('LPA:1$smdp.example.com$ABCD-\n2025550143', INDEX);
    expect(JSON.stringify(found)).not.toContain('2025550143');
  });
});
