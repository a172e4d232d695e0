/** The e-mail that asks for something: who, to whom, what. Nothing here sends anything. */
import { canonical, hashOf } from '../case/chain.ts';
import { printable, SimoffError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { domainOf, mailAddress } from './address.ts';

export interface Mail {
  from: { name: string | null; address: string };
  to: string;
  subject: string;
  /** Plain text, lines ended by `\n`. */
  body: string;
  /** `<…@…>`: the same mail of the same case has the same one. */
  messageId: string;
  /** The case id, in a header of its own. */
  reference: string;
}

export interface MailParts {
  caseId: string;
  fromName: string | null;
  from: string;
  to: string;
  subject: string;
  body: string;
}

/** What can be wrong with a part of a mail; the sentence of each stands under `send.wrong.<code>`. */
export const MAIL_PROBLEMS = ['not-address', 'line-break', 'too-long', 'empty'] as const;
export type MailProblem = (typeof MAIL_PROBLEMS)[number];

/**
 * A mail that can be sent as it stands. Throws `mail-field` with the part and what is wrong with it: addresses must be plain
 * ASCII ones, name and subject one line without control characters. A value is never repeated.
 */
export function mailOf({ caseId, fromName, from, to, subject, body }: MailParts): Mail {
  const parts = {
    from: {
      name: fromName === null ? null : oneLine('name', fromName, LIMITS.mailNameChars),
      address: address('from', from),
    },
    to: address('to', to),
    subject: oneLine('subject', subject, LIMITS.mailSubjectChars),
    body: text(body),
  };
  return { ...parts, messageId: messageIdOf(caseId, parts), reference: caseId };
}

/**
 * RFC 5322 3.6.4: `<simoff.CASE.DIGEST@DOMAIN>` with the user's own mail domain. 96 bits of SHA-256 over everything that is
 * said, so that one word changed makes another mail. In letters only: a run of digits would look like a card number.
 */
function messageIdOf(caseId: string, parts: Omit<Mail, 'messageId' | 'reference'>): string {
  const digest = [...hashOf(canonical({ caseId, ...parts })).slice(0, 24)].map(
    (hex) => 'abcdefghijklmnop'[Number.parseInt(hex, 16)],
  );
  return `<simoff.${caseId}.${digest.join('')}@${domainOf(parts.from.address)}>`;
}

function address(field: 'from' | 'to', given: string): string {
  const found = mailAddress(given);
  if (found === null) throw wrong(field, 'not-address');
  return found;
}

function oneLine(field: 'name' | 'subject', given: string, most: number): string {
  const line = given.toWellFormed().trim();
  if (/[\r\n\u2028\u2029]/.test(line) || printable(line) !== line) throw wrong(field, 'line-break');
  if (line === '') throw wrong(field, 'empty');
  if (line.length > most) throw wrong(field, 'too-long');
  return line;
}

/** Line breaks are one kind; what steers a terminal or turns the direction of writing goes. */
function text(given: string): string {
  const lines = given.toWellFormed().split(/\r\n|[\r\n\u2028\u2029]/);
  const body = `${lines.map(printable).join('\n').trimEnd()}\n`;
  if (body.trim() === '') throw wrong('body', 'empty');
  if (body.length > LIMITS.mailBodyChars) throw wrong('body', 'too-long');
  return body;
}

function wrong(field: string, problem: MailProblem): SimoffError {
  return new SimoffError('mail-field', { field, problem });
}
