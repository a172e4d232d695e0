import type { EscalationSubject } from './events.ts';
import { centsOf, dayOn } from './read.ts';
import type { Recorded } from './types.ts';
import { hasEnded, type Way } from './way.ts';

export type Escalation = Recorded<'escalation-filed'>;

/** What a complaint is about; where nobody said: the money if the line had ended by then, else the request. */
export function subjectOf(way: Way, { data, ...event }: Escalation): EscalationSubject {
  return data.about ?? (hasEnded(way, dayOn(event)) ? 'money' : 'request');
}

/** Complaints nothing has answered yet, oldest first. */
export function openEscalations(way: Way): Escalation[] {
  return way.state.all('escalation-filed').filter((own) => answerTo(way, own) === null);
}

/**
 * The first later event that answers a complaint: a contact that resolved it; a confirmation where it was about the request;
 * a refund or a balance of nothing where it was about money. null: none.
 */
export function answerTo(way: Way, escalation: Escalation): Recorded<'escalation-filed'>['seq'] | null {
  const { state } = way;
  const after = (own: { seq: number }): boolean => own.seq > escalation.seq;
  const resolved = state.all('contact-logged').filter((own) => after(own) && own.data.outcome === 'resolved');
  const answers =
    subjectOf(way, escalation) === 'request'
      ? state.all('confirmation-accepted').filter(after)
      : [
          ...state.all('refund-seen').filter(after),
          ...state.all('balance-recorded').filter((own) => after(own) && centsOf(own.data.balanceUsd) === 0),
        ];
  const places = [...resolved, ...answers].map(({ seq }) => seq);
  return places.length > 0 ? Math.min(...places) : null;
}
