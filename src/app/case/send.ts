import type { BlobRef, CaseEvent, NewEvent } from '../../domain/case/events.ts';
import { refusalOf } from '../../domain/case/orders.ts';
import { SimoffError } from '../../domain/errors.ts';
import { earlierSending } from '../../domain/request/attempts.ts';
import { type SmtpServer, serverName } from '../../domain/request/server.ts';
import type { Delivery } from '../../ports/mailer.ts';
import type { LoadedCase } from './load.ts';
import { type GivenFile, keepFiles, sealData } from './seal.ts';
import { checkPlan, earlierError } from './send-plan.ts';
import type { MailPlan, SendDeps, SendInput } from './send-types.ts';
import { knownSecrets, momentOf, refuse, writeEvents } from './write.ts';

/** What became of a mail that was handed over. */
export interface Sent {
  outcome: 'accepted' | 'unknown';
  answer: string | null;
  loaded: LoadedCase;
  written: CaseEvent[];
}

/**
 * Hands a planned mail to the server, once. Before the first byte of the text leaves, the case records that it may have gone
 * out; only the server's answer takes that back. So a crash, a lost connection or a second process at the same moment never
 * sends twice unnoticed. Throws, with nothing recorded as sent: `smtp-server` (none named), `smtp-unreachable`, `smtp-tls`,
 * `smtp-login`, `smtp-refused`, and what `checkPlan` throws.
 */
export async function sendMail(
  plan: MailPlan,
  password: string | null,
  input: Pick<SendInput, 'again' | 'gaps'>,
  deps: SendDeps,
): Promise<Sent> {
  checkPlan(plan, input);
  const { server, mail, bytes, loaded } = plan;
  if (server === null) throw new SimoffError('smtp-server', { problem: 'missing' });
  const attempt = attemptOf(plan, deps);
  const parcel = { server, password, from: mail.from.address, to: mail.to, bytes };
  const delivery = await deps.mailer.deliver(parcel, attempt.claim);
  switch (delivery.outcome) {
    case 'accepted':
      return { outcome: 'accepted', answer: delivery.answer, ...(await attempt.accepted(delivery, server)) };
    case 'unknown':
      return { outcome: 'unknown', answer: null, loaded: attempt.loaded() ?? loaded, written: attempt.written() };
    case 'refused':
      if (delivery.claimed) await attempt.takeBack();
      throw refusedError(delivery, server);
  }
}

/** The events of one try: the claim before the text leaves, and what replaces it once the server has answered. */
function attemptOf(plan: MailPlan, deps: SendDeps) {
  const { loaded, mail, purpose, bytes } = plan;
  const caseId = loaded.read.case;
  const moment = momentOf(null, loaded.zone, deps);
  const sending = { purpose, to: mail.to, at: Date.parse(deps.now) };
  let claimed: { loaded: LoadedCase; written: CaseEvent[] } | null = null;
  const sealedTold = async (told: object, files: GivenFile[]) => {
    const known = await knownSecrets(loaded, deps);
    const attachments: BlobRef[] = await keepFiles(caseId, files, known, deps);
    return sealData<never>(caseId, { ...told, attachments }, known, deps.secrets);
  };
  const sentCopy: GivenFile = { name: 'sent.eml', bytes, mediaType: 'message/rfc822' };
  const named = { via: 'email', reference: mail.messageId, to: mail.to } as const;
  const backOf = (): NewEvent[] =>
    (claimed?.written ?? []).map(({ seq }) => ({ type: 'corrected', ...moment, data: { event: seq } }));
  return {
    loaded: () => claimed?.loaded ?? null,
    written: () => claimed?.written ?? [],
    async claim(): Promise<void> {
      const data = await sealedTold({ ...named, outcome: 'unknown-whether-sent' }, [sentCopy]);
      claimed = await writeEvents(
        caseId,
        ({ state }) => {
          // What the plan knew of was agreed to; whoever was faster since then has the word.
          const earlier = earlierSending(state, sending, loaded.read.head.seq);
          if (earlier) throw earlierError(earlier);
          refuse(refusalOf(state, { type: 'request-sent', ...moment, data: { via: 'email', purpose } }));
          return [{ type: 'contact-logged', ...moment, data }];
        },
        deps,
      );
    },
    async accepted(delivery: Delivery & { outcome: 'accepted' }, server: SmtpServer) {
      const data = await sealedTold({ ...named, purpose }, [sentCopy, answerFile(delivery, server, deps.now)]);
      return writeEvents(caseId, () => [...backOf(), { type: 'request-sent', ...moment, data }], deps);
    },
    async takeBack(): Promise<void> {
      await writeEvents(caseId, backOf, deps);
    },
  };
}

/** What the server said, as a file to keep. English, since it is for whoever checks the case. */
function answerFile(
  { answer, protocol }: Delivery & { outcome: 'accepted' },
  server: SmtpServer,
  now: string,
): GivenFile {
  const rows = { server: serverName({ ...server, user: null }), encryption: protocol, begun: now, answer };
  return {
    name: 'server-answer.json',
    bytes: new TextEncoder().encode(`${JSON.stringify(rows, null, 2)}\n`),
    mediaType: 'application/json',
  };
}

function refusedError({ at, reason, answer }: Delivery & { outcome: 'refused' }, server: SmtpServer): SimoffError {
  const facts = { server: serverName({ ...server, user: null }), reason: answer ?? reason };
  if (at === 'connect') return new SimoffError('smtp-unreachable', facts);
  if (at === 'tls') return new SimoffError('smtp-tls', facts);
  if (at === 'login') return new SimoffError('smtp-login', facts);
  return new SimoffError('smtp-refused', { ...facts, at });
}
