import { hashOf } from '../../case/chain.ts';
import type { EventType, Purpose } from '../../case/events.ts';
import type { CaseState, Recorded } from '../../case/types.ts';
import { type EpochDay, toDay } from '../../time/civil.ts';
import type { Tried } from './schema.ts';
import {
  type ChargeAfter,
  MINUTES_STEP,
  MOST_ATTEMPTS,
  MOST_MINUTES,
  type TriedOutcome,
  type TriedRoute,
} from './words.ts';

type Request = Recorded<'request-sent'>;
type Contact = Recorded<'contact-logged'>;

/** What a case cannot know and its owner may add. */
export interface ReportAnswers {
  chargeAfterClosing?: ChargeAfter;
  minutes?: number;
  attempts?: number;
}

/** A file below `catalog/tried/<slug>/`. The same case always gives the same id, so that it is not counted twice. */
export interface OutcomeReport {
  id: string;
  report: Tried;
}

const ENDS: readonly Purpose[] = ['cancel', 'port-out', 'let-lapse'];

/**
 * The outcome report of a case: its month, minutes rounded to five, closed words; nothing a person typed. `product` is the id of
 * the line's product. Null where nothing was tried yet: no request, no contact, no confirmation of an end.
 * A line that only went dead counts as closed, too.
 */
export function outcomeReport(state: CaseState, product: string, answers: ReportAnswers = {}): OutcomeReport | null {
  const requests = state.all('request-sent').filter(({ data }) => ENDS.includes(data.purpose));
  const contacts = state.all('contact-logged').filter(({ data }) => data.via !== undefined);
  const confirmed = state.last('confirmation-accepted');
  const closed = confirmed?.data.purpose === 'suspend' ? null : (confirmed ?? state.last('line-seen-dead'));
  const route = routeOf(closed?.type === 'confirmation-accepted' ? confirmed : null, requests, contacts);
  const newest = closed ?? latest([requests.at(-1), contacts.at(-1), state.last('reply-received')]);
  if (route === null || newest === null) return null;
  const tries = contacts.filter(({ data }) => data.via === route);
  const asked = requests.filter(({ data }) => routeOfRequest(data) === route);
  const report: Tried = {
    product,
    route,
    month: newest.on.slice(0, 7),
    minutes: rounded(answers.minutes ?? total(tries)),
    attempts: clamp(answers.attempts ?? Math.max(asked.length, tries.length), 1, MOST_ATTEMPTS),
    outcome: closed ? 'closed' : outcomeOf(state, contacts),
    chargeAfterClosing:
      answers.chargeAfterClosing ?? (closed ? chargedAfter(state, endOf(state, closed.on)) : 'unknown'),
  };
  return { id: `${report.month}-${route}-${hashOf(`tried ${state.case}`).slice(0, 8)}`, report };
}

/** The route that closed it, else the one last tried. */
function routeOf(
  confirmed: Recorded<'confirmation-accepted'> | null,
  requests: readonly Request[],
  contacts: readonly Contact[],
): TriedRoute | null {
  const purpose = confirmed?.data.purpose;
  if (purpose === 'port-out' || purpose === 'let-lapse') return purpose;
  const request = requests.at(-1);
  if (request) return routeOfRequest(request.data);
  return confirmed?.data.via ?? contacts.at(-1)?.data.via ?? null;
}

function routeOfRequest({ purpose, via }: Request['data']): TriedRoute {
  return purpose === 'port-out' || purpose === 'let-lapse' ? purpose : via;
}

/** What the newest contact or answer came to. */
function outcomeOf(state: CaseState, contacts: readonly Contact[]): TriedOutcome {
  const reply = state.last('reply-received');
  const contact = contacts.at(-1);
  const word = reply && reply.seq > (contact?.seq ?? 0) ? reply.data.kind : contact?.data.outcome;
  return word === 'pre-registered' || word === 'refused' || word === 'no-answer' ? word : 'other';
}

/** A charge the user did not expect, after the end; `no` only where the balance was seen to be clear afterwards. */
function chargedAfter(state: CaseState, end: EpochDay): ChargeAfter {
  const later = (date: string): boolean => toDay(date) > end;
  const charged = state.all('charge-seen').some(({ data, on }) => data.expected !== true && later(data.date ?? on));
  if (charged) return 'yes';
  const balance = state
    .all('balance-recorded')
    .filter(({ on }) => later(on))
    .at(-1)?.data;
  return balance && (balance.side === 'credit' || Number(balance.balanceUsd) === 0) ? 'no' : 'unknown';
}

function endOf(state: CaseState, closedOn: string): EpochDay {
  return toDay(state.last('confirmation-accepted')?.data.effectiveDate ?? closedOn);
}

function total(contacts: readonly Contact[]): number | null {
  const known = contacts.flatMap(({ data }) => (data.minutes === undefined ? [] : [data.minutes]));
  return known.length === 0 ? null : known.reduce((sum, minutes) => sum + minutes, 0);
}

function rounded(minutes: number | null): number | null {
  return minutes === null ? null : clamp(Math.round(minutes / MINUTES_STEP) * MINUTES_STEP, 0, MOST_MINUTES);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function latest<Type extends EventType>(events: (Recorded<Type> | null | undefined)[]): Recorded<Type> | null {
  return events.reduce<Recorded<Type> | null>((a, b) => (b && b.seq > (a?.seq ?? 0) ? b : a), null);
}
