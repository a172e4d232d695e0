import { type NewEvent, PURPOSES, REPLY_KINDS } from '../../domain/case/events.ts';
import { hashOfBytes } from '../../domain/case/hasher.ts';
import { refusalOf } from '../../domain/case/orders.ts';
import { isSecretRef } from '../../domain/case/sealed.ts';
import { DNS_FILE, type FirstSight, firstSightOf, RESULT_FILE } from '../../domain/confirm/recorded.ts';
import type { Say } from '../../locale/say.ts';
import { confirmFile } from '../confirm/confirm.ts';
import { asOf, keptAnswers, recording } from '../confirm/recorded-dns.ts';
import type { ConfirmDeps, ConfirmInput, ConfirmView } from '../confirm/types.ts';
import type { CaseDeps } from './deps.ts';
import { type LoadedCase, loadCase } from './load.ts';
import type { Wrote } from './record.ts';
import { type GivenFile, keepFiles, sealData } from './seal.ts';
import { knownSecrets, momentOf, writeEvents } from './write.ts';

/** Why an answer was not taken as the confirmation; the sentence of each stands under `confirm.not-accepted.<code>`. */
export const NOT_ACCEPTED = ['needs-yes', 'forged', 'other-line', 'no-confirmation', 'case', 'already'] as const;
export type NotAccepted = (typeof NOT_ACCEPTED)[number];

export interface FiledAnswer extends Wrote {
  view: ConfirmView;
  accepted: boolean;
  notAccepted: NotAccepted | null;
}

export type ConfirmCaseDeps = CaseDeps & { confirm: ConfirmDeps };

/**
 * Judges an answer against a case and files it: the raw file, the DNS answers and the result are kept at first sight, and the
 * same file later is judged by them. Only with `accept` (the user's yes), and where nothing speaks against it, it counts as the
 * confirmation. Throws `unknown-case`, `attachment-too-large`.
 */
export async function fileAnswer(
  name: string,
  given: Pick<ConfirmInput, 'bytes' | 'name' | 'text'>,
  { accept, received }: { accept: boolean; received: boolean },
  deps: ConfirmCaseDeps,
  say: Say,
): Promise<FiledAnswer> {
  const loaded = await loadCase(name, deps);
  const caseId = loaded.read.case;
  const first = firstSightOf(loaded.state, hashOfBytes(given.bytes));
  const kept = first?.dns ? keptAnswers(await deps.blobs.get(caseId, first.dns.sha256)) : {};
  const recorded = recording(asOf(kept, deps.confirm.dns));
  const receivedAt = first && !received ? Date.parse(first.at) : deps.confirm.receivedAt;
  const input = { ...given, ...(await expected(loaded, deps)) };
  const view = await confirmFile(input, { ...deps.confirm, dns: recorded.dns, receivedAt }, say);
  const filed = first
    ? { loaded, written: [] }
    : await keep(loaded, given, view, { answers: recorded.answers, receivedAt }, deps);
  const trouble = obstacle(view, filed.loaded, accept, first, deps);
  if (trouble !== null) return { ...filed, view, accepted: false, notAccepted: trouble };
  const accepted = await writeEvents(caseId, (now) => [acceptance(view, now, deps)], deps);
  return {
    loaded: accepted.loaded,
    written: [...filed.written, ...accepted.written],
    view,
    accepted: true,
    notAccepted: null,
  };
}

/** The line, the account and the day of the request, as the case has them. */
async function expected(
  { state }: LoadedCase,
  { secrets }: CaseDeps,
): Promise<Omit<ConfirmInput, 'bytes' | 'name' | 'text'>> {
  const stored = state.last('situation-recorded')?.data.situation;
  const open = async (value: unknown): Promise<string | null> => {
    if (isSecretRef(value)) return secrets.get(state.case, value).catch(() => null);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const digits = (value: string | null): string | null => value?.replace(/\D/g, '') || null;
  return {
    line: {
      carrier: await open(stored?.line.carrier),
      msisdn: digits(await open(stored?.line.msisdn)),
      iccid: digits(await open(stored?.line.iccid)),
    },
    accountNumber: await open(stored?.account?.number),
    requestSentOn: state.all('request-sent')[0]?.on ?? null,
  };
}

const MEDIA: Readonly<Record<ConfirmView['source'], string>> = {
  mail: 'message/rfc822',
  mailbox: 'application/mbox',
  pdf: 'application/pdf',
  picture: 'application/octet-stream',
  text: 'text/plain',
  binary: 'application/octet-stream',
};

async function keep(
  loaded: LoadedCase,
  given: Pick<ConfirmInput, 'bytes' | 'name' | 'text'>,
  view: ConfirmView,
  { answers, receivedAt }: { answers: object; receivedAt: number },
  deps: ConfirmCaseDeps,
): Promise<Wrote> {
  const caseId = loaded.read.case;
  const known = await knownSecrets(loaded, deps);
  const asked = Object.keys(answers).length > 0;
  const at = new Date(receivedAt).toISOString();
  const files: GivenFile[] = [
    { name: given.name || 'answer', bytes: given.bytes, mediaType: MEDIA[view.source] },
    ...(given.text === null ? [] : [jsonFile('typed-text.json', { text: given.text })]),
    ...(asked ? [jsonFile(DNS_FILE, { askedAt: deps.now, answers })] : []),
    jsonFile(RESULT_FILE, {
      receivedAt: at,
      verdict: view.verdict,
      kind: view.kind,
      matches: view.line.matches,
      effectiveDate: view.effectiveDate,
      grounds: view.grounds.map(({ code, detail }) => ({ code, detail })),
    }),
  ];
  const attachments = await keepFiles(caseId, files, known, deps);
  const moment = momentOf(at, loaded.zone, deps);
  const via = view.source === 'mail' || view.source === 'mailbox' ? { via: 'email' as const } : {};
  const replyKind = REPLY_KINDS.find((own) => own === view.kind);
  const told = await sealData<object>(caseId, view.reference ? { reference: view.reference } : {}, known, deps.secrets);
  const data = {
    ...via,
    ...(replyKind ? { kind: replyKind } : {}),
    ...told,
    ...(view.callBy ? { callBy: view.callBy } : {}),
    attachments,
  };
  const grounds = [...new Set(view.grounds.map(({ code }) => code))];
  return writeEvents(
    caseId,
    ({ state, read }) => {
      const reply = { type: 'reply-received', ...moment, data } as NewEvent;
      // Nothing was asked for yet: what came is kept all the same.
      if (view.verdict === 'not-a-confirmation' || view.verdict === 'forged' || refusalOf(state, reply)) {
        return [
          {
            type: 'evidence-attached',
            ...moment,
            data: { kind: view.source === 'mail' ? 'mail' : 'other', attachments },
          },
        ];
      }
      const verified = { reply: read.head.seq + 1, verdict: view.verdict, grounds };
      return [reply, { type: 'reply-verified', ...moment, data: verified }];
    },
    deps,
  );
}

function jsonFile(name: string, content: object): GivenFile {
  const bytes = new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
  return { name, bytes, mediaType: 'application/json' };
}

/** What keeps an answer from being taken as the confirmation; null: nothing. */
function obstacle(
  view: ConfirmView,
  loaded: LoadedCase,
  accept: boolean,
  first: FirstSight | null,
  deps: CaseDeps,
): NotAccepted | null {
  if (view.verdict === 'forged') return 'forged';
  if (view.line.matches === false) return 'other-line';
  if (view.verdict === 'not-a-confirmation' || (view.kind !== 'accepted' && view.kind !== 'port-out'))
    return 'no-confirmation';
  if (first && loaded.state.all('confirmation-accepted').some(({ seq }) => seq > first.seq)) return 'already';
  if (!accept) return 'needs-yes';
  return refusalOf(loaded.state, acceptance(view, loaded, deps)) ? 'case' : null;
}

/** Verified or only said by the user: the `reply-verified` before it tells which. */
function acceptance(view: ConfirmView, { state, zone }: LoadedCase, deps: CaseDeps): NewEvent {
  const chosen = state.last('request-sent')?.data.purpose ?? state.last('option-chosen')?.data.kind;
  const asked = PURPOSES.find((own) => own === chosen) ?? 'cancel';
  const purpose = view.kind === 'port-out' ? 'port-out' : asked;
  const via = view.source === 'mail' || view.source === 'mailbox' ? { via: 'email' as const } : {};
  const date = view.effectiveDate ? { effectiveDate: view.effectiveDate } : {};
  return { type: 'confirmation-accepted', ...momentOf(null, zone, deps), data: { ...via, purpose, ...date } };
}
