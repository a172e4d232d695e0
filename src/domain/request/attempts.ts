/** What a case knows of mails that went out, or may have gone out, from here. */
import type { Purpose } from '../case/events.ts';
import { textOf } from '../case/read.ts';
import type { CaseState, Recorded } from '../case/types.ts';
import { isSameAddress } from './address.ts';

/** House rule: within a day, the same request to the same address is more likely a slip than a reminder. */
const LATELY_MS = 24 * 3_600_000;

export interface Sending {
  purpose: Purpose;
  to: string;
  /** Instant, ms since 1970. */
  at: number;
}

export type Earlier =
  | { code: 'maybe-sent-already'; event: Recorded<'contact-logged'> }
  | { code: 'sent-recently'; event: Recorded<'request-sent'> };

/**
 * What stands in the way of sending: a mail of which nobody knows whether it went out, or the same request to the same address
 * within 24 hours; null: nothing. `since`: events up to this place are known and accepted; what came later never is.
 */
export function earlierSending(state: CaseState, sending: Sending, since = 0): Earlier | null {
  const attempt = openAttempt(state);
  if (attempt && attempt.seq > since) return { code: 'maybe-sent-already', event: attempt };
  const event = state
    .all('request-sent')
    .findLast((own) => own.seq > since && own.data.via === 'email' && isSame(own, sending));
  return event ? { code: 'sent-recently', event } : null;
}

/**
 * The newest mail that was being handed over when the answer failed to come; null where there is none, or where the user has
 * since recorded that it went out by mail or that the matter is resolved.
 */
export function openAttempt(state: CaseState): Recorded<'contact-logged'> | null {
  const contacts = state.all('contact-logged');
  const attempt = contacts.findLast(({ data }) => data.outcome === 'unknown-whether-sent');
  if (!attempt) return null;
  const sent = state.all('request-sent').some((own) => own.seq > attempt.seq && own.data.via === 'email');
  const resolved = contacts.some((own) => own.seq > attempt.seq && own.data.outcome === 'resolved');
  return sent || resolved ? null : attempt;
}

/** An address that is not known, or kept secret, may be the same one. */
function isSame({ at, data }: Recorded<'request-sent'>, sending: Sending): boolean {
  const lately = Math.abs(sending.at - Date.parse(at)) < LATELY_MS;
  const to = typeof data.to === 'string' ? textOf(data.to) : null;
  return lately && data.purpose === sending.purpose && (to === null || isSameAddress(to, sending.to));
}
