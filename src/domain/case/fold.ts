import type { CaseEvent, EventType } from './events.ts';
import type { CaseState, Recorded } from './types.ts';

/**
 * What counts of a case: `events` in the order of their places, without those a later `corrected` took back. A correction
 * that was itself taken back has no effect, so that what it took back counts again. Linear; never throws.
 */
export function foldCase(caseId: string, events: readonly CaseEvent[]): CaseState {
  const taken = takenBack(events);
  const growing = growingState(caseId);
  for (const event of events) if (!taken.has(event.seq)) growing.add(event);
  return growing.state;
}

/** The places of the events that do not count any more. */
export function takenBack(events: readonly CaseEvent[]): ReadonlySet<number> {
  const taken = new Set<number>();
  // From the end, so that whether a correction itself still counts is known before its target is reached.
  for (let at = events.length - 1; at >= 0; at -= 1) {
    const event = events[at];
    if (event?.type !== 'corrected' || taken.has(event.seq)) continue;
    const target = event.data?.event;
    if (target < event.seq) taken.add(target);
  }
  return taken;
}

/** A state that events are added to one by one, to replay them in order without folding anew each time. */
export function growingState(caseId: string): { state: CaseState; add(event: CaseEvent): void } {
  const events: CaseEvent[] = [];
  const byType = new Map<EventType, CaseEvent[]>();
  const listOf = <Type extends EventType>(type: Type): readonly Recorded<Type>[] =>
    (byType.get(type) ?? NONE) as readonly Recorded<Type>[];
  return {
    state: { case: caseId, events, all: listOf, last: (type) => listOf(type).at(-1) ?? null },
    add(event) {
      events.push(event);
      const list = byType.get(event.type);
      if (list) list.push(event);
      else byType.set(event.type, [event]);
    },
  };
}

const NONE: readonly CaseEvent[] = [];
