/** What each kind of event needs to have happened before it. */
import type { OptionKind } from '../decide/types.ts';
import type { EpochDay } from '../time/civil.ts';
import type { EventType, NewEvent } from './events.ts';
import { dayOf, dayOn, openServices } from './read.ts';
import { refuse } from './refusals.ts';
import type { CaseState, Refusal } from './types.ts';
import { openPortOut, portConfirmed, purposeOf, runsOutOn } from './way.ts';

const kindOf = (state: CaseState): OptionKind | null => state.last('option-chosen')?.data.kind ?? null;

type Of<Type extends EventType> = NewEvent & { type: Type };

export function ofRequest(state: CaseState, { data: { purpose }, on }: Of<'request-sent'>): Refusal | null {
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

export function ofDocument(state: CaseState, { data }: Of<'document-composed'>): Refusal | null {
  const kind = kindOf(state);
  if (kind === null) return refuse('not-decided');
  // A checklist asks nobody for anything: whoever keeps the line has one too.
  if (data.kind === 'checklist') return null;
  return kind === 'keep' || (kind === 'let-lapse' && data.purpose !== 'let-lapse') ? refuse('nothing-to-ask') : null;
}

export function ofReply(state: CaseState): Refusal | null {
  const kind = kindOf(state);
  if (kind === null) return refuse('not-decided');
  if (kind === 'keep' || kind === 'let-lapse') return null;
  return state.last('request-sent') ? null : refuse('not-requested');
}

export function ofConfirmation(state: CaseState, { data }: Of<'confirmation-accepted'>): Refusal | null {
  const kind = kindOf(state);
  if (kind === null) return refuse('not-decided');
  if (kind === 'keep') return refuse('nothing-to-ask');
  const purpose = data.purpose ?? kind;
  if (purpose === 'let-lapse') return null;
  return state.all('request-sent').some((own) => own.data.purpose === purpose) ? null : refuse('not-requested');
}

export function ofDisposal(state: CaseState, next: Of<'profile-deleted'> | Of<'card-destroyed'>): Refusal | null {
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
  const kind = kindOf(state);
  if (kind === 'keep' || kind === 'suspend') return false;
  if (state.last('line-seen-dead')) return true;
  if ((runsOutOn(state) ?? on) < on) return true;
  return state.all('confirmation-accepted').some((own) => {
    const purpose = purposeOf(state, own);
    return purpose !== null && purpose !== 'suspend';
  });
}
