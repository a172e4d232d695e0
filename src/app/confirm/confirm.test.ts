import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadMessages } from '../../locale/messages.ts';
import { sayer } from '../../locale/say.ts';
import {
  BODY,
  confirmDeps,
  confirmInput,
  DNS,
  ED_PRIVATE_KEY,
  ED_RECORD,
  HEADERS,
  headersWith,
  KEY_NAME,
  KEY_RECORD,
  plainMail,
  signed,
} from '../../testing/signed-mail.ts';
import { confirmFile, isConfirmed } from './confirm.ts';
import type { ConfirmDeps, ConfirmInput, ConfirmView } from './types.ts';

const say = sayer('en', await loadMessages('en'));
const judge = (
  mail: string | Uint8Array,
  deps: ConfirmDeps = confirmDeps(),
  over: Partial<ConfirmInput> = {},
): Promise<ConfirmView> => confirmFile(confirmInput(mail, over), deps, say);
const codes = ({ grounds }: ConfirmView): string[] => grounds.map(({ code }) => code);
const GOOD = await signed(plainMail());

describe('genuine', () => {
  it('a signed confirmation of this line', async () => {
    const view = await judge(GOOD);
    expect(view).toMatchObject({
      verdict: 'genuine',
      carrier: 'acme',
      kind: 'accepted',
      effectiveDate: '2026-12-11',
      reference: 'AC-448812',
      line: { matches: true },
    });
    expect(codes(view)).toEqual(['signed-by-carrier']);
    expect(isConfirmed(view)).toBe(true);
  });

  it('whatever the line ends on disk', async () => {
    expect((await judge(GOOD.replaceAll('\r\n', '\n'))).verdict).toBe('genuine');
  });

  it('with an Ed25519 key, simple canonicalization, or from a sender domain below the official one', async () => {
    const ed = await signed(plainMail(), { key: ED_PRIVATE_KEY, selector: 'ed', algorithm: 'ed25519-sha256' });
    expect((await judge(ed, confirmDeps({}, { 'ed._domainkey.acme.example': [ED_RECORD] }))).verdict).toBe('genuine');
    expect((await judge(await signed(plainMail(), { canonicalization: 'simple/simple' }))).verdict).toBe('genuine');
    const mail = plainMail(headersWith('From', 'From: Acme <x@mail.acme.example>'));
    const below = await signed(mail, { domain: 'mail.acme.example' });
    expect((await judge(below, confirmDeps({}, { 's1._domainkey.mail.acme.example': [KEY_RECORD] }))).verdict).toBe(
      'genuine',
    );
  });

  it('with the key in pieces, as a zone file has it', async () => {
    const dns = { [KEY_NAME]: [KEY_RECORD.slice(0, 200), KEY_RECORD.slice(200)] };
    expect((await judge(GOOD, confirmDeps({}, dns))).verdict).toBe('genuine');
  });

  it('forwarded as an attachment', async () => {
    const outer = `From: wei@customer.example\r\nSubject: Fwd\r\nDate: Tue, 01 Dec 2026 16:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nsee\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${GOOD}\r\n--b--\r\n`;
    expect((await judge(outer)).verdict).toBe('genuine');
  });

  it('finds the carrier where no line is given', async () => {
    const line = { carrier: null, msisdn: null, iccid: null };
    expect(await judge(GOOD, confirmDeps(), { line })).toMatchObject({
      verdict: 'genuine',
      carrier: 'acme',
      line: { matches: null },
    });
  });

  it('is not this line, and says so', async () => {
    const line = { carrier: 'acme', msisdn: '12025550199', iccid: null };
    const view = await judge(GOOD, confirmDeps(), { line });
    expect(view).toMatchObject({ verdict: 'genuine', line: { matches: false } });
    expect(isConfirmed(view)).toBe(false);
  });
});

describe('forged', () => {
  const cases: [string, string, () => Promise<string> | string][] = [
    ['signature-broken', 'a changed body', () => GOOD.replace('December 11', 'December 12')],
    ['signature-broken', 'a changed subject', () => GOOD.replace('Subject: Your', 'Subject: The')],
    ['signature-broken', 'appended text', () => `${GOOD}Call us now.\r\n`],
    [
      'content-appended',
      'text behind the signed length',
      async () => `${await signed(plainMail(), { maxBodyLength: BODY.length })}Call us now.\r\n`,
    ],
    ['duplicate-header', 'a second From in front', () => `From: Acme <no-reply@acme.example>\r\n${GOOD}`],
    ['duplicate-header', 'a second Subject in front', () => `Subject: Something else\r\n${GOOD}`],
    ['duplicate-header', 'a second To in front', () => `To: other@customer.example\r\n${GOOD}`],
    ['duplicate-header', 'a second Date in front', () => `Date: Wed, 02 Dec 2026 15:00:00 +0000\r\n${GOOD}`],
    ['look-alike', 'one letter off', () => plainMail(headersWith('From', 'From: Acme <x@acrne.example>'))],
    ['look-alike', 'the name in front', () => plainMail(headersWith('From', 'From: Acme <x@acme.example.evil.test>'))],
    [
      'look-alike',
      'the name with a hyphen',
      () => plainMail(headersWith('From', 'From: Acme <x@acme-support.example>')),
    ],
    ['look-alike', 'punycode', () => plainMail(headersWith('From', 'From: Acme <x@xn--cme-5cd.example>'))],
    [
      'display-name',
      'a borrowed address in the name',
      () => plainMail(headersWith('From', 'From: "no-reply@acme.example" <x@evil.test>')),
    ],
  ];
  it.each(cases)('%s: %s', async (code, _, make) => {
    const view = await judge(await make());
    expect(codes(view)).toContain(code);
    expect(view.verdict).toBe('forged');
  });
});

describe('not verifiable', () => {
  const cases: [string, string, () => Promise<string> | string, typeof DNS?][] = [
    ['unsigned', 'no signature', () => plainMail()],
    ['key-gone', 'no key any more', () => GOOD, {}],
    ['key-gone', 'a key taken back', () => GOOD, { [KEY_NAME]: ['v=DKIM1; p='] }],
    ['dns-failed', 'no answer', () => GOOD, { [KEY_NAME]: null }],
    [
      'other-domain',
      'signed by somebody else',
      () => signed(plainMail(), { domain: 'evil.test' }),
      { 's1._domainkey.evil.test': [KEY_RECORD] },
    ],
    [
      'other-domain',
      'sent by somebody else',
      () => signed(plainMail(headersWith('From', 'From: Acme <x@evil.test>')), { domain: 'evil.test' }),
      { 's1._domainkey.evil.test': [KEY_RECORD] },
    ],
    [
      'not-aligned',
      'carrier signs for another sender',
      () => signed(plainMail(headersWith('From', 'From: X <x@evil.test>'))),
    ],
    [
      'header-not-covered',
      'the subject is not signed',
      () => signed(plainMail(), { headerList: ['from', 'date', 'to'] } as never),
    ],
    [
      'header-not-covered',
      'the date is not signed',
      () => signed(plainMail(), { headerList: ['from', 'subject'] } as never),
    ],
    ['header-missing', 'there is no date', () => signed(plainMail(headersWith('Date', null)))],
    ['expired', 'the signature has run out', () => signed(plainMail(), { expires: new Date('2026-12-01T15:30:00Z') })],
    ['key-testing', 'the domain only tests', () => GOOD, { [KEY_NAME]: [KEY_RECORD.replace('k=rsa;', 'k=rsa; t=y;')] }],
    [
      'forwarded-as-text',
      'forwarded as text',
      () =>
        plainMail(
          headersWith('From', 'From: wei@customer.example'),
          `---------- Forwarded message ---------\r\nFrom: Acme <no-reply@acme.example>\r\n\r\n${BODY}`,
        ),
    ],
    [
      'odd-bytes',
      'a bare carriage return',
      async () => signed(plainMail(HEADERS, `Your line has been\rcancelled.\r\n`)),
    ],
  ];
  it.each(cases)('%s: %s', async (code, _, make, dns) => {
    const view = await judge(await make(), confirmDeps({}, dns ?? DNS));
    expect(codes(view)).toContain(code);
    expect(view.verdict).toBe('not-verifiable');
  });

  it('a carrier without known domains', async () => {
    const view = await judge(GOOD, confirmDeps(), { line: { carrier: 'bare', msisdn: null, iccid: null } });
    expect(view.verdict).toBe('not-verifiable');
    expect(codes(view)).toContain('no-sender-domain-known');
  });

  it.each([
    ['text-only', 'answer.txt', BODY],
    ['pdf-unreadable', 'a.pdf', '%PDF-1.7 broken'],
    ['file-unreadable', 'a.bin', `\x00\x01\x02${BODY}`],
  ])('%s', async (code, name, content) => {
    const view = await judge(content, confirmDeps(), { name });
    expect(codes(view)).toContain(code);
    expect(view.verdict).toBe('not-verifiable');
  });

  it('a picture with what the user typed beside it', async () => {
    const view = await judge(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), confirmDeps(), { name: 'a.png', text: BODY });
    expect(view).toMatchObject({ verdict: 'not-verifiable', kind: 'accepted', effectiveDate: '2026-12-11' });
  });

  it('an expired signature is judged as of the day of receipt', async () => {
    const mail = await signed(plainMail(), { expires: new Date('2026-12-03T00:00:00Z') });
    expect((await judge(mail)).verdict).toBe('genuine');
    expect((await judge(mail, confirmDeps({ receivedAt: Date.parse('2027-01-01T00:00:00Z') }))).verdict).toBe(
      'not-verifiable',
    );
  });
});

describe('not a confirmation', () => {
  it('a genuine mail about something else', async () => {
    const mail = await signed(
      plainMail(headersWith('Subject', 'Subject: Your December offer'), 'Get 50% off a new phone.\r\n'),
    );
    expect((await judge(mail)).verdict).toBe('not-a-confirmation');
  });

  it('a text about something else', async () => {
    expect((await judge('Win a phone!', confirmDeps(), { name: 'a.txt' })).verdict).toBe('not-a-confirmation');
  });

  it('a mailbox: each mail on its own, the best one on top', async () => {
    const spam = plainMail(['From: s@evil.test', 'Subject: Sale'], 'Buy now.\r\n');
    const box = [spam, GOOD].map((mail) => `From x@y.test Tue Dec  1 15:00:00 2026\r\n${mail}\r\n`).join('');
    const view = await judge(box, confirmDeps(), { name: 'a.mbox' });
    expect(view).toMatchObject({ verdict: 'genuine', source: 'mailbox' });
    expect(view.messages?.map(({ verdict }) => verdict)).toEqual(['not-a-confirmation', 'genuine']);
  });
});

const SIMPLE = await signed(plainMail(), { canonicalization: 'simple/simple' });

describe('whatever is done to a signed mail', () => {
  const bytes = new TextEncoder().encode(SIMPLE);
  const start = new TextDecoder().decode(bytes).indexOf('From: Acme');

  it('a flipped bit of a signed header or the body is never genuine', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: bytes.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const changed = bytes.slice();
          changed[at] = (changed[at] ?? 0) ^ (1 << bit);
          expect((await judge(changed)).verdict).not.toBe('genuine');
        },
      ),
    );
  });

  it('text behind the end is never genuine', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z<>/ ]{1,30}$/), async (more) => {
        expect((await judge(`${GOOD}${more}x`)).verdict).not.toBe('genuine');
      }),
    );
  });

  it('any bytes are an answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('a.eml', 'a.mbox', 'a.txt', 'a'),
        async (some, name) => {
          expect((await judge(some, confirmDeps(), { name })).verdict).not.toBe('genuine');
        },
      ),
    );
  });
});
