import type { readAnswer } from '../../domain/confirm/read/read.ts';
import type { OnlineJudgement } from '../../domain/online/types.ts';
import type { Proof } from '../../ports/guided-browser.ts';
import type { CaseDeps } from '../case/deps.ts';
import { loadCase } from '../case/load.ts';
import { type Given, recordEvent, recordEvents } from '../case/record.ts';
import type { OnlineState } from './run.ts';

/** Keeps what a state showed: its picture and its text, with where and when. */
export async function keepProof(caseId: string, state: OnlineState, proof: Proof, deps: CaseDeps): Promise<void> {
  const stamp = state.at.replace(/\D/g, '').slice(0, 14);
  const head = `${state.at}\n${proof.url}\n${proof.title}\n\n`;
  const files = [
    { name: `online-${stamp}-${state.step}.png`, mediaType: 'image/png', bytes: proof.picture },
    {
      name: `online-${stamp}-${state.step}.txt`,
      mediaType: 'text/plain',
      bytes: new TextEncoder().encode(head + proof.text),
    },
  ];
  const set = { kind: 'picture', note: `${state.step} · ${state.verdict} · ${proof.url}` };
  await recordEvent(caseId, 'evidence-attached', { at: state.at, set, files }, deps);
}

/**
 * Records what the end page says, and no more: a confirmation only where it says that the line has ended or will; a receipt or a
 * missing step as such. Where the page only sends the user to a call, a chat or a store of apps, that is what came of it.
 */
export async function recordEnd(
  caseId: string,
  { reading }: OnlineJudgement,
  state: OnlineState,
  deps: CaseDeps,
): Promise<void> {
  const { state: events } = await loadCase(caseId, deps);
  const at = state.at;
  const via = 'online';
  const known = (fields: Record<string, string | null | undefined>): Record<string, string> =>
    Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const event = (type: string, set: Record<string, string>): Given & { event: string } => ({
    event: type,
    at,
    set,
    files: [],
  });
  if (reading === null) {
    const set = { via, outcome: 'call-back', note: state.sentence };
    await recordEvents(caseId, [event('contact-logged', set)], deps);
    return;
  }
  const reference = reading.reference?.value;
  const since = events.last('option-chosen')?.seq ?? 0;
  const isAsked = events.all('request-sent').some((own) => own.seq > since && own.data.via === via);
  const request = isAsked ? [] : [event('request-sent', known({ via, reference }))];
  const end =
    reading.kind === 'accepted'
      ? event('confirmation-accepted', known({ via, effectiveDate: reading.effectiveDate?.value, reference }))
      : event(
          'reply-received',
          known({
            via,
            kind: replyKind(reading.kind),
            callBy: reading.kind === 'pre-registered' ? reading.callBy?.value : null,
            reference,
          }),
        );
  await recordEvents(caseId, [...request, end], deps);
}

function replyKind(kind: ReturnType<typeof readAnswer>['kind']): string {
  return kind === 'received-only' || kind === 'pre-registered' ? kind : 'other';
}
