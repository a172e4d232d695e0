import { PURPOSES } from '../../domain/case/events.ts';
import { refusalOf } from '../../domain/case/orders.ts';
import { openServices } from '../../domain/case/read.ts';
import { type Facts, SimoffError } from '../../domain/errors.ts';
import { MISSING_FIELDS } from '../../domain/prepare/types.ts';
import { isSameAddress, mailAddress } from '../../domain/request/address.ts';
import { type Earlier, earlierSending } from '../../domain/request/attempts.ts';
import { mailOf } from '../../domain/request/mail.ts';
import { mailtoOf } from '../../domain/request/mailto.ts';
import { serverName, smtpServerOf } from '../../domain/request/server.ts';
import { formatDay } from '../../domain/time/civil.ts';
import type { Language, Say } from '../../locale/say.ts';
import { inWords } from '../../locale/words.ts';
import type { Says } from '../prepare.ts';
import { emailBody } from '../prepare-text.ts';
import type { LoadedCase } from './load.ts';
import { type PreparedCase, prepareDocuments } from './prepare.ts';
import type { MailPlan, SendDeps, SendInput, SendView } from './send-types.ts';
import { momentOf, refuse } from './write.ts';

/**
 * The e-mail of a case made ready to send, with the secrets a carrier needs. Sends and writes nothing.
 * Throws `case-refused` where nothing may be asked for now, `mail-not-written`, `mail-no-recipient`, `mail-no-sender`,
 * `mail-field`, `smtp-server`, `unknown-case`, `case-unreadable`.
 */
export async function planMail(
  name: string,
  input: SendInput,
  says: Says,
  language: Language,
  deps: SendDeps,
): Promise<MailPlan> {
  const server = input.server === null ? null : smtpServerOf(input.server);
  const prepared = await prepareDocuments(name, says, language, deps);
  const { loaded, view } = prepared;
  const { state, read } = loaded;
  const purpose = PURPOSES.find((own) => own === state.last('option-chosen')?.data.kind);
  const moment = momentOf(null, loaded.zone, deps);
  refuse(refusalOf(state, { type: 'request-sent', ...moment, data: { via: 'email', purpose: purpose ?? 'cancel' } }));
  if (!view.email || !purpose) throw new SimoffError('mail-not-written', { case: read.case });
  const to = recipientOf(input.to, view.email.to);
  const from = input.from ?? loaded.situation?.holder?.email?.trim();
  if (!from) throw new SimoffError('mail-no-sender');
  const { subject } = view.email.en;
  const body = emailBody(view.email.en);
  const fromName = loaded.situation?.holder?.name?.trim() || null;
  const mail = mailOf({ caseId: read.case, fromName, from, to, subject, body });
  const sending = { purpose, to: mail.to, at: Date.parse(deps.now) };
  return {
    loaded,
    purpose,
    mail,
    bytes: await deps.compose(mail, deps.now, 'sent'),
    mailto: mailtoOf(mail),
    toKnown: addressesOf(prepared).some((own) => isSameAddress(own, mail.to)),
    server,
    gaps: gapsIn(`${subject}\n${body}`, says.en),
    earlier: earlierSending(state, sending),
  };
}

/** Throws where the plan may not be carried out as it stands: `mail-has-gaps`, `maybe-sent-already`, `sent-recently`. */
export function checkPlan({ gaps, earlier }: MailPlan, input: Pick<SendInput, 'again' | 'gaps'>): void {
  if (gaps.length > 0 && !input.gaps) throw new SimoffError('mail-has-gaps', { gaps });
  if (earlier && !input.again) throw earlierError(earlier);
}

export function earlierError({ code, event }: Earlier): SimoffError {
  return new SimoffError(code, { seq: event.seq, on: event.on });
}

/** What would go out, word for word. */
export function planView(
  { loaded, purpose, mail, bytes, mailto, toKnown, server, gaps, earlier }: MailPlan,
  say: Say,
): SendView {
  const [head = ''] = new TextDecoder().decode(bytes).split('\r\n\r\n');
  const warning = warningIn(say);
  return {
    case: loaded.read.case,
    purpose,
    sent: 'no',
    from: mail.from.address,
    to: mail.to,
    toKnown,
    server: server && serverName(server),
    messageId: mail.messageId,
    subject: mail.subject,
    headers: head.split('\r\n'),
    body: mail.body,
    mailto: mailto.href,
    mailtoWithout: mailto.without,
    warnings: [
      ...lineWarnings(loaded, say),
      ...(toKnown ? [] : [warning('to-not-in-catalog', { to: mail.to })]),
      ...(gaps.length === 0 ? [] : [warning('gaps', { gaps })]),
      ...(earlier ? [warning(earlier.code, { on: earlier.event.on, seq: earlier.event.seq })] : []),
      ...(server === null ? [warning('no-server')] : []),
    ],
    answer: null,
  };
}

const warningIn =
  (say: Say) =>
  (code: string, facts: Facts = {}) => ({ code, message: say(`send.warning.${code}`, inWords(facts, say)) });

/** What the mail may do to the line that cannot be undone. */
function lineWarnings({ state, today }: LoadedCase, say: Say): SendView['warnings'] {
  const warning = warningIn(say);
  const chosen = state.last('option-chosen')?.data;
  const services = chosen?.kind === 'cancel' ? (openServices(state) ?? []) : [];
  const early = chosen?.actOn && chosen.actOn > formatDay(today) ? chosen.actOn : null;
  return [
    ...(early === null ? [] : [warning('early', { day: early })]),
    ...(services.length === 0 ? [] : [warning('codes-still-here', { services })]),
  ];
}

/** Only an address the user names, or the one the catalog has for this product. */
function recipientOf(given: string | null, known: string | null): string {
  if (given !== null) return given;
  const address = known === null ? null : mailAddress(known);
  if (address === null) throw new SimoffError('mail-no-recipient');
  return address;
}

/** Every address the catalog has for this product, whatever it is good for. */
function addressesOf({ loaded: { world } }: PreparedCase): string[] {
  const channels = world?.product.channels.filter(({ kind }) => kind === 'email') ?? [];
  return channels.flatMap(({ value }) => (value.value === null ? [] : (mailAddress(value.value) ?? [])));
}

function gapsIn(text: string, say: Say): string[] {
  return MISSING_FIELDS.map((field) => say(`prepare.gap.${field}`)).filter((gap) => text.includes(gap));
}
