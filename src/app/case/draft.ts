import { hashOf } from '../../domain/case/chain.ts';
import { SimoffError } from '../../domain/errors.ts';
import { mailAddress } from '../../domain/request/address.ts';
import { mailOf } from '../../domain/request/mail.ts';
import { type Mailto, mailtoOf } from '../../domain/request/mailto.ts';
import { formatDay } from '../../domain/time/civil.ts';
import { type ComposeMail, draftDate } from '../../ports/mailer.ts';
import { emailBody } from '../prepare-text.ts';
import type { PreparedCase } from './prepare.ts';

/** Stands in where the user's own address is not known; RFC 6761 6.4 keeps it from ever being anybody's. */
const NO_SENDER = 'nobody@simoff.invalid';

/**
 * The prepared documents with the e-mail as a draft a mail program opens (`email.eml`), and as a `mailto:` link; unchanged
 * where no e-mail is written or no address is known. `to`: an address the user names. Throws `mail-field`.
 */
export async function withDraft(
  prepared: PreparedCase,
  to: string | null,
  compose: ComposeMail,
): Promise<PreparedCase & { mailto: Mailto | null }> {
  const { loaded, view, documents } = prepared;
  if (to !== null && mailAddress(to) === null)
    throw new SimoffError('mail-field', { field: 'to', problem: 'not-address' });
  const address = mailAddress(to ?? view.email?.to ?? '');
  const text = documents.find(({ kind }) => kind === 'email');
  if (!view.email || !text || address === null) return { ...prepared, mailto: null };
  const holder = loaded.situation?.holder;
  const from = mailAddress(holder?.email ?? '');
  const mail = mailOf({
    caseId: loaded.read.case,
    fromName: holder?.name?.trim() || null,
    from: from ?? NO_SENDER,
    to: address,
    subject: view.email.en.subject,
    body: emailBody(view.email.en),
  });
  const date = draftDate(formatDay(loaded.today));
  const bytes = await compose({ ...mail, from: from === null ? null : mail.from }, date, 'draft');
  const eml = new TextDecoder().decode(bytes);
  const draft = {
    ...text,
    language: 'en' as const,
    name: 'email.eml',
    text: eml,
    sha256: hashOf(eml),
    bytes: bytes.length,
  };
  const place = documents.indexOf(text) + 1;
  return { ...prepared, documents: documents.toSpliced(place, 0, draft), mailto: mailtoOf(mail) };
}
