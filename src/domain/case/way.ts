/** The way a case is on since the option was last changed: what was written, asked, answered and confirmed for it. */
import type { OptionKind } from '../decide/types.ts';
import type { EpochDay } from '../time/civil.ts';
import type { CaseEvent, Purpose } from './events.ts';
import { dayOf, dayOn, situationOf } from './read.ts';
import type { CaseState, Recorded } from './types.ts';

export type Word = Recorded<'reply-received'> | Recorded<'contact-logged'>;

export interface Way {
  state: CaseState;
  /** The newest choice, whose dates hold; null: nothing is chosen. */
  choice: Recorded<'option-chosen'> | null;
  kind: OptionKind | null;
  /** What is asked for on this way; null where nothing is chosen or the line is kept. */
  purpose: Purpose | null;
  /** Place of the choice that began the way: the same option chosen again goes on with it. */
  from: number;
  documents: readonly Recorded<'document-composed'>[];
  /** Requests that stand: a port-out that was withdrawn is none. */
  requests: readonly Recorded<'request-sent'>[];
  /** What the carrier said since the first request, and calls nobody answered. */
  words: readonly Word[];
  confirmations: readonly Recorded<'confirmation-accepted'>[];
  end: End;
}

/** What is known of the end of the line (of service, where it is only suspended). */
export interface End {
  /** First day on which the line counts as ended; null: no such day is known. */
  from: EpochDay | null;
  /** Last day that may be charged for: as confirmed, else as planned where the line runs out, else when it was seen dead. */
  lastDay: EpochDay | null;
  /** The day the carrier confirmed. */
  confirmed: EpochDay | null;
  /** The confirmation that named it. */
  by: Recorded<'confirmation-accepted'> | null;
  /** When the line was seen dead. */
  deadOn: EpochDay | null;
}

/** Reads the present way out of what counts. */
export function wayOf(state: CaseState): Way {
  const choices = state.all('option-chosen');
  const choice = choices.at(-1) ?? null;
  const kind = choice?.data.kind ?? null;
  const purpose = kind === 'keep' ? null : kind;
  const from = beginning(choices);
  const left = lastLeft(choices);
  const since = (event: CaseEvent): boolean => event.seq > left;
  const documents = state.all('document-composed').filter((own) => since(own) && own.data.purpose === purpose);
  const withdrawn = purpose === 'port-out' ? withdrawnAt(state) : 0;
  // A port-out goes on at the new provider's whatever was planned in between.
  const running = purpose === 'port-out' ? openPortOut(state) : null;
  const requests = state
    .all('request-sent')
    .filter((own) => (since(own) || own.seq === running?.seq) && own.seq > withdrawn && own.data.purpose === purpose);
  const confirmations = purpose
    ? state.all('confirmation-accepted').filter((own) => since(own) && purposeOf(state, own) === purpose)
    : [];
  const asked = requests[0]?.seq ?? null;
  const listens = asked ?? (purpose === 'let-lapse' ? from : null);
  const words = listens === null ? [] : wordsSince(state, listens);
  const end = endOf({ state, choice, purpose, from, asked, confirmations });
  return { state, choice, kind, purpose, from, documents, requests, words, confirmations, end };
}

/** What an event that may name its purpose is about: that, else what was chosen when it was recorded. */
export function purposeOf(state: CaseState, event: CaseEvent & { data: { purpose?: Purpose } }): Purpose | null {
  if (event.data.purpose) return event.data.purpose;
  const kind = state.all('option-chosen').findLast((own) => own.seq < event.seq)?.data.kind ?? null;
  return kind === 'keep' ? null : kind;
}

/**
 * The port-out that was asked for and is neither confirmed, nor ended with the line seen dead, nor withdrawn; null: none.
 * Cancelling while it runs would take the number away.
 */
export function openPortOut(state: CaseState): Recorded<'request-sent'> | null {
  const request = state.all('request-sent').findLast(({ data }) => data.purpose === 'port-out');
  if (!request || withdrawnAt(state) > request.seq) return null;
  if ((state.last('line-seen-dead')?.seq ?? 0) > request.seq) return null;
  const moved = state
    .all('confirmation-accepted')
    .some((own) => own.seq > request.seq && purposeOf(state, own) === 'port-out');
  return moved ? null : request;
}

/** Whether the carrier confirmed that the number has moved. */
export function portConfirmed(state: CaseState): boolean {
  return state.all('confirmation-accepted').some((own) => purposeOf(state, own) === 'port-out');
}

/** The line has ended by that day. */
export function hasEnded({ end }: Way, day: EpochDay): boolean {
  return end.from !== null && day >= end.from;
}

/** The way gives the line up, number included, unless the number moves. */
export function endsLine({ kind }: Way): boolean {
  return kind === 'cancel' || kind === 'port-out' || kind === 'let-lapse';
}

/** The way gives the number up. */
export function losesNumber({ kind }: Way): boolean {
  return kind === 'cancel' || kind === 'let-lapse';
}

function beginning(choices: readonly Recorded<'option-chosen'>[]): number {
  const last = choices.at(-1);
  if (!last) return 0;
  const other = choices.findLastIndex(
    ({ data }) => data.kind !== last.data.kind || (data.target ?? null) !== (last.data.target ?? null),
  );
  return choices[other + 1]?.seq ?? last.seq;
}

/**
 * Place of the choice that last led away from the kind chosen now; 0: it was never left. What was asked for before that
 * belongs to a plan given up. What was asked for since, even while another plan still stood, counts: a number is often
 * rescued first and the plan changed afterwards.
 */
function lastLeft(choices: readonly Recorded<'option-chosen'>[]): number {
  const last = choices.at(-1);
  if (!last) return 0;
  const start = choices.findIndex(({ seq }) => seq === beginning(choices));
  const before = choices.slice(0, start).findLastIndex(({ data }) => data.kind === last.data.kind);
  return before === -1 ? 0 : (choices[before + 1]?.seq ?? 0);
}

function withdrawnAt(state: CaseState): number {
  return state.all('contact-logged').findLast(({ data }) => data.outcome === 'port-withdrawn')?.seq ?? 0;
}

function wordsSince(state: CaseState, seq: number): Word[] {
  const words: Word[] = [...state.all('reply-received'), ...state.all('contact-logged')];
  return words.filter((own) => own.seq > seq && !isDoubtful(own)).sort((a, b) => a.seq - b.seq);
}

/** A mail that may have gone out is nothing the carrier said. */
function isDoubtful({ type, data }: Word): boolean {
  return type === 'contact-logged' && data.outcome === 'unknown-whether-sent';
}

/**
 * The last day with service of a line that is left to run out: as planned, or later where it is paid for longer; null: another
 * way, or nobody told how long it is paid for. Without that the plan holds only the earliest day on which the line might end.
 */
export function runsOutOn(state: CaseState): EpochDay | null {
  const choice = state.last('option-chosen')?.data;
  const paid = dayOf(situationOf(state)?.line?.paidThrough);
  if (choice?.kind !== 'let-lapse' || paid === null) return null;
  return Math.max(paid, dayOf(choice.endsOn) ?? paid);
}

type Parts = Pick<Way, 'state' | 'choice' | 'purpose' | 'from' | 'confirmations'> & { asked: number | null };

function endOf(parts: Parts): End {
  const { state, purpose } = parts;
  if (purpose === null) return { from: null, lastDay: null, confirmed: null, by: null, deadOn: null };
  const { by, day: confirmed } = confirmedEnd(parts);
  const deadOn = seenDead(parts);
  const planned = confirmed === null ? runsOutOn(state) : null;
  const days = [confirmed, deadOn, planned === null ? null : planned + 1].filter((day) => day !== null);
  return {
    from: days.length > 0 ? Math.min(...days) : null,
    lastDay: confirmed ?? earlier(planned, deadOn),
    confirmed,
    by,
    deadOn,
  };
}

/** The newest confirmation that names a day; a finished port ends the line on the day it is confirmed. */
function confirmedEnd({ purpose, confirmations }: Parts): Pick<End, 'by'> & { day: EpochDay | null } {
  const dated = confirmations.findLast(({ data }) => dayOf(data.effectiveDate) !== null);
  if (dated) return { by: dated, day: dayOf(dated.data.effectiveDate) };
  const last = purpose === 'port-out' ? (confirmations.at(-1) ?? null) : null;
  return { by: last, day: last && dayOn(last) };
}

/** A line that died before anything was asked for shows nothing about the request. */
function seenDead({ state, purpose, from, asked, confirmations }: Parts): EpochDay | null {
  const since = purpose === 'let-lapse' ? 0 : (asked ?? (confirmations.length > 0 ? from : null));
  if (since === null) return null;
  const days = state.all('line-seen-dead').flatMap((own) => (own.seq > since ? [dayOn(own)] : []));
  return days.length > 0 ? Math.min(...days) : null;
}

function earlier(a: EpochDay | null, b: EpochDay | null): EpochDay | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
