import { createTransport } from 'nodemailer';
import type { ComposedMail, ComposeMail } from '../../ports/mailer.ts';

const CASE_HEADER = 'X-Simoff-Case';

/** Composes with nodemailer: one part of plain text, quoted-printable, so that no server has to be able to do more than ASCII. */
export const composeMail: ComposeMail = async (mail, date, kind) => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await transport.sendMail({
    ...(mail.from ? { from: sender(mail.from) } : {}),
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.body,
    textEncoding: 'quoted-printable',
    messageId: mail.messageId,
    date: new Date(date),
    headers: { [CASE_HEADER]: mail.reference, ...(kind === 'draft' ? { 'X-Unsent': '1' } : {}) },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (!Buffer.isBuffer(message)) throw new TypeError('a buffered message was asked for');
  return new Uint8Array(message);
};

function sender({ name, address }: NonNullable<ComposedMail['from']>) {
  return { name: name ?? '', address };
}
