import type { CaseEvent, EscalationSubject } from './events.ts';
import { centsOf, dayOn } from './read.ts';
import type { Recorded } from './types.ts';
import { hasEnded, type Way } from './way.ts';

export type Escalation = Recorded<'escalation-filed'>;

/** What a complaint is about; where nobody said: the money if the line had ended by then, else the request. */
export function subjectOf(way: Way, { data, on }: Escalation): EscalationSubject {
  return data.about ?? (hasEnded(way, dayOn({ on })) ? 'money' : 'request');
}

/** Complaints nothing has answered yet, oldest first. */
export function openEscalations(way: Way): Escalation[] {
  const filed = way.state.all('escalation-filed');
  if (filed.length === 0) return [];
  const newest = {
    request: lastPlace(answersOf(way, 'request')),
    money: lastPlace(answersOf(way, 'money')),
  };
  return filed.filter((own) => own.seq > newest[subjectOf(way, own)]);
}

/** The first later event that answers a complaint; null: none. */
export function answerTo(way: Way, escalation: Escalation): CaseEvent | null {
  const first = answersOf(way, subjectOf(way, escalation)).flatMap(
    (list) => list.find(({ seq }) => seq > escalation.seq) ?? [],
  );
  return first.sort((a, b) => a.seq - b.seq)[0] ?? null;
}

/**
 * What answers complaints: a contact that resolved them; a confirmation where they are about the request; a refund or a
 * balance of nothing where they are about money. Each list in order.
 */
function answersOf({ state }: Way, subject: EscalationSubject): (readonly CaseEvent[])[] {
  const resolved = state.all('contact-logged').filter(({ data }) => data.outcome === 'resolved');
  if (subject === 'request') return [resolved, state.all('confirmation-accepted')];
  const nothing = state.all('balance-recorded').filter(({ data }) => centsOf(data.balanceUsd) === 0);
  return [resolved, state.all('refund-seen'), nothing];
}

function lastPlace(lists: readonly (readonly CaseEvent[])[]): number {
  return Math.max(0, ...lists.map((list) => list.at(-1)?.seq ?? 0));
}
