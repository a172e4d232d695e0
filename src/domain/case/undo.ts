import type { CaseEvent, NewEvent } from './events.ts';
import { growingState, takenBack } from './fold.ts';
import { refusalOf, refuse } from './orders.ts';
import type { Refusal } from './types.ts';

/**
 * Why the event in place `seq` cannot be taken back; null: it can. What would remain is replayed in order through `refusalOf`:
 * where an event would no longer be allowed, `needed-by` names it (`by`: its place, `type`, `on`, `because`: the code). What
 * was out of order before (an imported case) stands in nobody's way. Taking back a correction restores what it took back.
 */
export function undoRefusal(caseId: string, events: readonly CaseEvent[], seq: number): Refusal | null {
  const event = events.find((own) => own.seq === seq);
  if (!event) return refuse('unknown-event', { seq });
  const before = takenBack(events);
  if (before.has(seq)) return refuse('already-undone', { seq });
  if (event.type === 'pack-sealed') return refuse('cannot-undo', { seq });
  const after = takenBack([...events, correction(caseId, events, seq)]);
  const told = events.filter((own) => own.type === 'situation-recorded');
  if (event.type === 'situation-recorded' && told.every((own) => after.has(own.seq))) return refuse('last-situation');
  const earlier = new Set(refusedIn(caseId, events, before).map(([own]) => own.seq));
  const later = refusedIn(caseId, events, after);
  for (const [{ seq: by, type, on }, because] of later) {
    if (earlier.has(by)) continue;
    return refuse('needed-by', { seq, by, type, on, because });
  }
  return null;
}

function correction(caseId: string, events: readonly CaseEvent[], seq: number): CaseEvent {
  const last = events.at(-1);
  const next: NewEvent = { type: 'corrected', at: last?.at ?? '', on: last?.on ?? '', data: { event: seq } };
  return { ...next, format: 1, case: caseId, seq: (last?.seq ?? 0) + 1, recordedAt: last?.at ?? '', prev: null };
}

/** The events that do not fit where they stand, each with the code that says why. */
function refusedIn(caseId: string, events: readonly CaseEvent[], taken: ReadonlySet<number>): [CaseEvent, string][] {
  const { state, add } = growingState(caseId);
  const refused: [CaseEvent, string][] = [];
  for (const event of events) {
    if (taken.has(event.seq)) continue;
    const refusal = refusalOf(state, event);
    if (refusal) refused.push([event, refusal.code]);
    add(event);
  }
  return refused;
}
