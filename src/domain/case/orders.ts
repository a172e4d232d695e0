import { type EpochDay, formatDay } from '../time/civil.ts';
import { type CaseEvent, EVENT_FORMAT, type EventType, type NewEvent, type Purpose } from './events.ts';
import { growingState, takenBack } from './fold.ts';
import { ofConfirmation, ofDisposal, ofDocument, ofReply, ofRequest } from './orders-of.ts';
import { refuse } from './refusals.ts';
import type { CaseState, Refusal } from './types.ts';

export { REFUSALS } from './refusals.ts';

/** What may still be recorded on a case given up: money may move long after. */
const AFTER_ABANDONED: readonly EventType[] = [
  'note-added',
  'evidence-attached',
  'corrected',
  'charge-seen',
  'refund-seen',
  'balance-recorded',
  'pack-sealed',
  'escalation-filed',
];

/**
 * Why `next` cannot follow on what counts so far; null: it can. Pure in both; the day it is judged by is `next.on`. What has
 * happened already (`alreadyDone`) is recorded whatever the order, since refusing would not undo it.
 */
export function refusalOf(state: CaseState, next: NewEvent): Refusal | null {
  if (state.last('case-abandoned') && !AFTER_ABANDONED.includes(next.type))
    return refuse(next.type === 'case-abandoned' ? 'already-abandoned' : 'case-ended');
  switch (next.type) {
    case 'request-sent':
      return ofRequest(state, next);
    case 'document-composed':
      return ofDocument(state, next);
    case 'reply-received':
      return ofReply(state);
    case 'confirmation-accepted':
      return ofConfirmation(state, next);
    case 'profile-deleted':
    case 'card-destroyed':
      return ofDisposal(state, next);
    default:
      return null;
  }
}

/** Whether a request for this could be recorded on that day. */
export function canAsk(state: CaseState, purpose: Purpose, day: EpochDay): boolean {
  const on = formatDay(day);
  return (
    refusalOf(state, { type: 'request-sent', at: `${on}T12:00:00.000Z`, on, data: { via: 'phone', purpose } }) === null
  );
}

/**
 * Why the event in place `seq` cannot be taken back; null: it can. What would remain is replayed in order through `refusalOf`:
 * where an event would no longer be allowed, `needed-by` names it (`by`: its place, `type`, `on`, `because`: the code). What
 * was out of order before (an imported case) stands in nobody's way. Taking back a correction restores what it took back.
 */
export function undoRefusal(events: readonly CaseEvent[], seq: number): Refusal | null {
  const event = events.find((own) => own.seq === seq);
  if (!event) return refuse('unknown-event', { seq });
  const before = takenBack(events);
  if (before.has(seq)) return refuse('already-undone', { seq });
  if (event.type === 'pack-sealed') return refuse('cannot-undo', { seq });
  const after = takenBack([...events, correction(event, events.at(-1) ?? event)]);
  const told = events.filter((own) => own.type === 'situation-recorded');
  if (event.type === 'situation-recorded' && told.every((own) => after.has(own.seq))) return refuse('last-situation');
  const earlier = new Set(refusedIn(events, before).map(([own]) => own.seq));
  const later = refusedIn(events, after);
  for (const [{ seq: by, type, on }, because] of later) {
    if (earlier.has(by)) continue;
    return refuse('needed-by', { seq, by, type, on, because });
  }
  return null;
}

function correction({ seq }: CaseEvent, last: CaseEvent): CaseEvent {
  const { at, on, recordedAt } = last;
  const place = { format: EVENT_FORMAT, case: last.case, seq: last.seq + 1, recordedAt, prev: null } as const;
  return { type: 'corrected', at, on, data: { event: seq }, ...place };
}

/** The events that do not fit where they stand, each with the code that says why. */
function refusedIn(events: readonly CaseEvent[], taken: ReadonlySet<number>): [CaseEvent, string][] {
  const { state, add } = growingState(events[0]?.case ?? '');
  const refused: [CaseEvent, string][] = [];
  for (const event of events) {
    if (taken.has(event.seq)) continue;
    const refusal = refusalOf(state, event);
    if (refusal) refused.push([event, refusal.code]);
    add(event);
  }
  return refused;
}
