import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SimoffError } from '../../domain/errors.ts';
import { type MailParts, mailOf } from '../../domain/request/mail.ts';
import { composeMail } from './compose.ts';

const PARTS: MailParts = {
  caseId: 'k3v9abcd',
  fromName: '张伟',
  from: 'wei@example.com',
  to: 'care@acme.example',
  subject: 'Cancel my line',
  body: 'Dear Acme,\nplease cancel.\n',
};
const isRefused = (parts: MailParts): boolean => {
  try {
    mailOf(parts);
    return false;
  } catch (error) {
    if (!(error instanceof SimoffError)) throw error;
    return true;
  }
};
const anyText = fc.string({ unit: 'binary', maxLength: 400 });
const eml = async (parts: MailParts): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true }).decode(await composeMail(mailOf(parts), '2026-11-25T03:00:00Z', 'sent'));
const headerOf = (mail: string): string[] =>
  (mail.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n');

describe('the bytes of a mail', () => {
  test('are ASCII, the same for the same input, with name and text whole', async () => {
    const mail = await eml({ ...PARTS, body: 'Grüße, 谢谢\n.dot\nFrom here\n' });
    expect(await eml({ ...PARTS, body: 'Grüße, 谢谢\n.dot\nFrom here\n' })).toBe(mail);
    expect(mail).toMatch(/^[\t\r\n -~]*$/);
    expect(headerOf(mail)).toEqual(
      expect.arrayContaining([
        'From: =?UTF-8?Q?=E5=BC=A0=E4=BC=9F?= <wei@example.com>',
        'To: care@acme.example',
        'Subject: Cancel my line',
        'X-Simoff-Case: k3v9abcd',
        'Date: Wed, 25 Nov 2026 03:00:00 +0000',
      ]),
    );
    const body = (mail.split('\r\n\r\n')[1] ?? '').replace(/=\r\n/g, '');
    const bytes = body.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    expect(Buffer.from(bytes, 'latin1').toString()).toBe('Grüße, 谢谢\r\n.dot\r\nFrom here\r\n');
  });

  test('hold no header that was not meant, whatever stands in name, subject and text', async () => {
    const known = (await eml(PARTS)).split('\r\n\r\n')[0] ?? '';
    const names = headerOf(`${known}\r\n\r\n`).map((row) => row.split(':')[0]);
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (fromName, subject, body) => {
        const parts = { ...PARTS, fromName: fromName || 'x', subject: subject || 'x', body: `x${body}` };
        if (isRefused(parts)) return;
        const mail = await eml(parts);
        expect(mail).toMatch(/^[\t\r\n -~]*$/);
        expect(headerOf(mail).map((row) => row.split(':')[0])).toEqual(names);
        expect(headerOf(mail).find((row) => row.startsWith('To:'))).toBe('To: care@acme.example');
        for (const row of mail.split('\r\n')) expect(row.length).toBeLessThanOrEqual(998);
      }),
      { numRuns: 60 },
    );
  });

  test('of a draft say that it is to be sent, and need no sender', async () => {
    const bytes = await composeMail({ ...mailOf(PARTS), from: null }, '2026-11-25T12:00:00Z', 'draft');
    const rows = headerOf(new TextDecoder().decode(bytes));
    expect(rows).toContain('X-Unsent: 1');
    expect(rows.some((row) => row.startsWith('From:'))).toBe(false);
  });
});
