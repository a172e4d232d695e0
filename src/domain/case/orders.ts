import type { OptionKind } from '../decide/types.ts';
import { type EpochDay, formatDay } from '../time/civil.ts';
import type { EventType, NewEvent, Purpose } from './events.ts';
import { dayOf, dayOn, openServices } from './read.ts';
import type { CaseState, Refusal } from './types.ts';
import { openPortOut, portConfirmed, purposeOf } from './way.ts';

/** Why an event cannot come now; the sentence of each stands under `case.refusal.<code>`. The second half: why not undone. */
export const REFUSALS = [
  'not-decided',
  'nothing-to-ask',
  'port-out-open',
  'cancel-requested',
  'not-requested',
  'codes-still-here',
  'line-still-needed',
  'case-ended',
  'already-abandoned',
  'already-profile-deleted',
  'already-card-destroyed',
  'unknown-event',
  'already-undone',
  'cannot-undo',
  'last-situation',
  'needed-by',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

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

export function refuse(code: RefusalCode, facts: Refusal['facts'] = {}): Refusal {
  return { code, facts };
}

const kindOf = (state: CaseState): OptionKind | null => state.last('option-chosen')?.data.kind ?? null;

type Of<Type extends EventType> = NewEvent & { type: Type };

function ofRequest(state: CaseState, { data: { purpose }, on }: Of<'request-sent'>): Refusal | null {
  const kind = kindOf(state);
  if (kind === null) return refuse('not-decided');
  if (kind === 'keep' || (kind === 'let-lapse' && purpose !== 'let-lapse')) return refuse('nothing-to-ask');
  if (purpose === 'port-out') return isNumberGone(state, dayOn({ on })) ? refuse('cancel-requested') : null;
  if (purpose === 'suspend') return null;
  if (openPortOut(state)) return refuse('port-out-open');
  if (kind === 'port-out' && !portConfirmed(state) && !state.last('line-seen-dead')) return refuse('port-out-open');
  return null;
}

/**
 * A line that was cancelled can still be moved while it lives, and that saves the number; once the cancellation has taken
 * effect (no date named: it may have), there is nothing left to move.
 */
function isNumberGone(state: CaseState, on: EpochDay): boolean {
  if (!state.all('request-sent').some(({ data }) => data.purpose === 'cancel')) return false;
  if (state.last('line-seen-dead')) return true;
  return state
    .all('confirmation-accepted')
    .some((own) => purposeOf(state, own) === 'cancel' && (dayOf(own.data.effectiveDate) ?? on) <= on);
}

function ofDocument(state: CaseState, { data }: Of<'document-composed'>): Refusal | null {
  const kind = kindOf(state);
  if (kind === null) return refuse('not-decided');
  // A checklist asks nobody for anything: whoever keeps the line has one too.
  if (data.kind === 'checklist') return null;
  return kind === 'keep' || (kind === 'let-lapse' && data.purpose !== 'let-lapse') ? refuse('nothing-to-ask') : null;
}

function ofReply(state: CaseState): Refusal | null {
  const kind = kindOf(state);
  if (kind === null) return refuse('not-decided');
  if (kind === 'keep' || kind === 'let-lapse') return null;
  return state.last('request-sent') ? null : refuse('not-requested');
}

function ofConfirmation(state: CaseState, { data }: Of<'confirmation-accepted'>): Refusal | null {
  const kind = kindOf(state);
  if (kind === null) return refuse('not-decided');
  if (kind === 'keep') return refuse('nothing-to-ask');
  const purpose = data.purpose ?? kind;
  if (purpose === 'let-lapse') return null;
  return state.all('request-sent').some((own) => own.data.purpose === purpose) ? null : refuse('not-requested');
}

function ofDisposal(state: CaseState, next: Of<'profile-deleted'> | Of<'card-destroyed'>): Refusal | null {
  if (state.last(next.type)) return refuse(`already-${next.type}`);
  if (next.data.alreadyDone === true) return null;
  const services = openServices(state) ?? [];
  if (services.length > 0 && !portConfirmed(state)) return refuse('codes-still-here', { services });
  return isEndCertain(state, dayOn(next)) ? null : refuse('line-still-needed');
}

/**
 * Confirmed, seen dead, or run out: once the carrier has confirmed the end and all codes are moved, card and profile serve
 * nobody. A line that is kept or only suspended is needed again, dead as it may look.
 */
function isEndCertain(state: CaseState, on: EpochDay): boolean {
  const choice = state.last('option-chosen');
  const kind = choice?.data.kind;
  if (kind === 'keep' || kind === 'suspend') return false;
  if (state.last('line-seen-dead')) return true;
  if (kind === 'let-lapse' && (dayOf(choice?.data.endsOn) ?? on) < on) return true;
  return state.all('confirmation-accepted').some((own) => {
    const purpose = purposeOf(state, own);
    return purpose !== null && purpose !== 'suspend';
  });
}
