/** What a form for an event begins with. Pure. */
import type { CaseView } from '../../../app/case/view.ts';
import { type EventField, PURPOSES, RECORDABLE, type RecordableType } from '../../../domain/case/events.ts';

/** By field, as typed; a field that is not here begins empty. */
export type Typed = Readonly<Record<string, string>>;

/** Fields that are only asked for where a person wants to say more. */
const FURTHER: Partial<Record<RecordableType, readonly string[]>> = {
  'request-sent': ['purpose'],
  'contact-logged': ['agentId', 'promisedRefundUsd', 'minutes'],
  'reply-received': ['callBy'],
  'confirmation-accepted': ['purpose'],
  'escalation-filed': ['about'],
};

/** Answers after which another step is due by a day. */
const CALLS_FOR_MORE = ['pre-registered', 'call-back', 'needs-more'];

/** The presets of the button, then the way used last and the purpose of the option chosen. */
export function beginning(
  event: RecordableType,
  preset: Typed,
  { events, chosen }: Pick<CaseView, 'events' | 'chosen'>,
): Typed {
  const fields: readonly EventField[] = RECORDABLE[event];
  const usual: Record<string, string | undefined> = {
    via: lastWay(events),
    purpose: PURPOSES.find((own) => own === chosen?.kind),
  };
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = preset[name] ?? usual[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The fields in sight and those behind "more". What already holds something is in sight. */
export function arranged(event: RecordableType, typed: Typed): { first: EventField[]; further: EventField[] } {
  const fields: readonly EventField[] = RECORDABLE[event];
  const more = CALLS_FOR_MORE.includes(typed.outcome ?? typed.kind ?? '');
  const isFurther = ({ name }: EventField): boolean =>
    (FURTHER[event] ?? []).includes(name) && !(name === 'callBy' && more);
  return { first: fields.filter((field) => !isFurther(field)), further: fields.filter(isFurther) };
}

/** The way of the newest event that names one and was not taken back. */
function lastWay(events: CaseView['events']): string | undefined {
  const newest = events.findLast(({ data, takenBackBy }) => takenBackBy === null && typeof data.via === 'string');
  return newest === undefined ? undefined : String(newest.data.via);
}
