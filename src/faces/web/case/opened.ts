import type { ButtonView, CaseView } from '../../../app/case/view.ts';
import { RECORDABLE_TYPES, type RecordableType } from '../../../domain/case/events.ts';

/** A form that stands open on the page of a case. */
export interface Opened {
  event: RecordableType;
  preset: Readonly<Record<string, string>>;
  /** Below the next step, or below the list of everything else; it stays there when the case is read again. */
  slot: 'top' | 'else';
  /** Where the focus goes back to. */
  from: HTMLElement | null;
}

/** What pressing a button leads to. */
export type Step =
  | { to: 'form'; event: RecordableType }
  | { to: 'choose' }
  | { to: 'prepare' }
  | { to: 'details' }
  | { to: 'export' }
  | { to: 'timeline' };

/** Where a button of the case leads on this page. */
export function stepOf({ verb, event }: Pick<ButtonView, 'verb' | 'event'>): Step {
  if (verb === 'decide' || event === 'option-chosen') return { to: 'choose' };
  if (verb === 'prepare' || event === 'document-composed') return { to: 'prepare' };
  if (verb === 'export') return { to: 'export' };
  if (event === 'situation-recorded') return { to: 'details' };
  const recordable = RECORDABLE_TYPES.find((type) => type === (verb === 'request' ? 'request-sent' : event));
  return recordable ? { to: 'form', event: recordable } : { to: 'timeline' };
}

/** The events that can be recorded besides the next step, the ones that fit the case as it stands. */
export function othersOf(view: CaseView): readonly RecordableType[] {
  return view.stage === 'abandoned'
    ? RECORDABLE_TYPES.filter((type) => AFTER_THE_END.includes(type))
    : RECORDABLE_TYPES;
}

/** A case that was given up takes nothing else. */
const AFTER_THE_END: readonly RecordableType[] = [
  'charge-seen',
  'refund-seen',
  'balance-recorded',
  'escalation-filed',
  'evidence-attached',
  'note-added',
];
