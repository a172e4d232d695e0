import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secretsIn } from '../case/secret-text.ts';
import { SimoffError } from '../errors.ts';
import { mailAddress } from './address.ts';
import { type MailParts, mailOf } from './mail.ts';
import { mailtoOf } from './mailto.ts';
import { serverName, smtpServerOf } from './server.ts';

const PARTS: MailParts = {
  caseId: 'k3v9abcd',
  fromName: '张伟',
  from: 'wei@example.com',
  to: 'care@acme.example',
  subject: 'Cancel my line',
  body: 'Dear Acme,\nplease cancel.\n',
};
const problemOf = (over: Partial<MailParts>): unknown => {
  try {
    mailOf({ ...PARTS, ...over });
    return null;
  } catch (error) {
    if (!(error instanceof SimoffError)) throw error;
    return error.facts;
  }
};
const anyText = fc.string({ unit: 'binary', maxLength: 400 });

describe('addresses', () => {
  test.each([
    ['care@acme.example', 'care@acme.example'],
    [' Care+line@ACME.Example ', 'Care+line@acme.example'],
    ['a@b.xn--fiqs8s', 'a@b.xn--fiqs8s'],
    ['Customer Support, from inside the online account', null],
    ['Acme <care@acme.example>', null],
    ['care@acme.example, b@acme.example', null],
    ['care@acme.example\nBcc: x@example.com', null],
    ['care@localhost', null],
    ['"a b"@acme.example', null],
    ['сare@acme.example', null],
    ['care@аcme.example', null],
    ['.care@acme.example', null],
    [`${'a'.repeat(65)}@acme.example`, null],
    [`a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.example`, null],
    ['', null],
  ])('%j is %j', (given, found) => {
    expect(mailAddress(given)).toBe(found);
  });

  test('whatever is taken is one line of ASCII without brackets, commas or spaces', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.emailAddress(),
          fc.tuple(fc.emailAddress(), anyText).map((all) => all.join('')),
        ),
        (given) => {
          expect(mailAddress(given) ?? 'a@b.example').toMatch(/^[!-~]+@[a-z0-9.-]+$/);
          expect(mailAddress(given) ?? '').not.toMatch(/[<>,;:"()\s]/);
        },
      ),
    );
  });
});

describe('a mail', () => {
  test('has the same id for the same content, and another for any other', () => {
    const { messageId } = mailOf(PARTS);
    expect(messageId).toMatch(/^<simoff\.k3v9abcd\.[a-p]{24}@example\.com>$/);
    expect(mailOf({ ...PARTS }).messageId).toBe(messageId);
    const others: Partial<MailParts>[] = [
      { caseId: 'other123' },
      { fromName: null },
      { to: 'b@acme.example' },
      { subject: 'Suspend my line' },
      { body: 'Dear Acme.\n' },
    ];
    const ids = others.map((over) => mailOf({ ...PARTS, ...over }).messageId);
    expect(new Set([messageId, ...ids]).size).toBe(others.length + 1);
  });

  test('has an id in which nothing looks secret, whatever the content', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (body) => {
        const { messageId } = mailOf({ ...PARTS, body: `x${body}` });
        expect(secretsIn(messageId)).toEqual([]);
      }),
    );
  });

  test.each<[Partial<MailParts>, unknown]>([
    [{ subject: 'a\r\nBcc: x@example.com' }, { field: 'subject', problem: 'line-break' }],
    [{ subject: 'a\u2028b' }, { field: 'subject', problem: 'line-break' }],
    [{ subject: 'a\u0000b' }, { field: 'subject', problem: 'line-break' }],
    [{ subject: ' ' }, { field: 'subject', problem: 'empty' }],
    [{ subject: 'x'.repeat(251) }, { field: 'subject', problem: 'too-long' }],
    [{ fromName: 'Wei\nBcc: x@example.com' }, { field: 'name', problem: 'line-break' }],
    [{ fromName: 'x'.repeat(201) }, { field: 'name', problem: 'too-long' }],
    [{ from: 'wei' }, { field: 'from', problem: 'not-address' }],
    [{ to: 'a@b.example,c@d.example' }, { field: 'to', problem: 'not-address' }],
    [{ body: '\n \n' }, { field: 'body', problem: 'empty' }],
    [{ body: 'x'.repeat(60_000) }, { field: 'body', problem: 'too-long' }],
  ])('%j is refused: %j', (over, facts) => {
    expect(problemOf(over)).toEqual(facts);
  });
});

describe('a mailto link', () => {
  const { to, subject, body } = PARTS;

  test('opens with everything filled in', () => {
    expect(mailtoOf({ to, subject, body: 'a & b?\n100%\n谢谢' })).toEqual({
      href: 'mailto:care@acme.example?subject=Cancel%20my%20line&body=a%20%26%20b%3F%0D%0A100%25%0D%0A%E8%B0%A2%E8%B0%A2',
      without: 'nothing',
    });
  });

  test('leaves out the text where it would grow too long, then the subject', () => {
    expect(mailtoOf({ to, subject, body: '谢'.repeat(300) })).toMatchObject({ without: 'body' });
    expect(mailtoOf({ to, subject: '谢'.repeat(300), body })).toEqual({
      href: `mailto:${to}`,
      without: 'subject-and-body',
    });
  });

  test('is never longer than 2,000 characters, parses, and gives back what went in', () => {
    const line = (text: string): string => text.toWellFormed().replace(/\r\n|\r|\n/g, '\r\n');
    fc.assert(
      fc.property(anyText, anyText, (anySubject, anyBody) => {
        const { href, without } = mailtoOf({ to, subject: anySubject, body: anyBody });
        expect(href.length).toBeLessThanOrEqual(2000);
        expect(href).toMatch(/^mailto:[!-~]*$/);
        expect(href).not.toMatch(/['"<>]/);
        const query = href.split('?')[1] ?? '';
        const fields = Object.fromEntries(query.split('&').map((pair) => pair.split('=').map(decodeURIComponent)));
        if (without === 'nothing') expect(fields).toEqual({ subject: anySubject.toWellFormed(), body: line(anyBody) });
      }),
    );
  });
});

describe('a mail server', () => {
  test.each([
    [
      'smtps://wei@example.com@smtp.example.com:465',
      { host: 'smtp.example.com', port: 465, tls: 'implicit', user: 'wei@example.com' },
    ],
    [
      'smtps://wei%40example.com@smtp.example.com',
      { host: 'smtp.example.com', port: 465, tls: 'implicit', user: 'wei@example.com' },
    ],
    ['smtp://SMTP.example.com', { host: 'smtp.example.com', port: 587, tls: 'starttls', user: null }],
    ['smtp://a@127.0.0.1:2525/', { host: '127.0.0.1', port: 2525, tls: 'starttls', user: 'a' }],
    ['smtps://[::1]:465', { host: '::1', port: 465, tls: 'implicit', user: null }],
  ])('%s', (given, server) => {
    const read = smtpServerOf(given);
    expect(read).toEqual(server);
    expect(smtpServerOf(serverName(read))).toEqual(server);
  });

  test.each([
    'smtp.example.com:465',
    'https://smtp.example.com',
    'smtps://',
    'smtps://a@host/path',
    'smtps://a@host?x=1',
    'smtps://a%0d%0ab@host',
    '',
  ])('%j is none', (given) => {
    expect(() => smtpServerOf(given)).toThrow(expect.objectContaining({ code: 'smtp-server' }));
  });

  test('a password in it is refused and not repeated', () => {
    const refused = (): unknown => smtpServerOf('smtps://wei:secret8@smtp.example.com');
    expect(refused).toThrow(expect.objectContaining({ facts: { problem: 'password-in-address' } }));
  });
});
