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

  const secrets = ['2025550143', '8901260123456789011', '490154203237518', 'AB-2025550143', 'verizon'];
  test.each([
    'LPA:1\\$smdp.example.com\\$*',
    'LPA:1$smdp.example.com$\n*',
    'LPA:1$smdp.example.com\n$*',
    'LPA:1\n$smdp.example.com$*',
    'LPA:1$\nsmdp.example.com$*',
    'LPA:1$例子.example$*',
    'LPA:1$smdp.example.com$中*',
    'LPA:x$smdp.example.com$*',
    'LPA:1|smdp.example.com|*',
    'LPA:1 smdp.example.com *',
    'LPA:*',
    '$smdp.example.com$*',
    'smdp.example.com$*',
  ])('what is left of a code in %j is found, and its secret is not shown', (text) => {
    for (const one of secrets) {
      const found = identify(text.replace('*', one), INDEX);
      expect(found).toMatchObject({ kind: 'lpa', candidates: [] });
      expect(JSON.stringify(found)).not.toContain(one.slice(-8));
    }
  });

  test.each(['激活码：2025550143', 'SM-DP+ smdp.example.com\nActivation Code: 2025550143', 'matching id 2025550143'])(
    '%j holds a secret, no phone number',
    (text) => {
      const found = identify(text, INDEX);
      expect(found).toMatchObject({ kind: 'lpa', valid: false, normalized: null });
      expect(JSON.stringify(found)).not.toContain('2025550143');
    },
  );

  test('a SIM card number called an activation code stays one', () => {
    expect(identify('激活码：8901260123456789011', INDEX).kind).toBe('iccid');
  });
});
