/** What an event carries, as people read it. */
import type { EventView } from '../../../app/case/view.ts';
import { type EventField, RECORDABLE } from '../../../domain/case/events.ts';
import type { Say } from '../../../locale/say.ts';
import { inWords, known, service } from '../../../locale/words.ts';
import { showDate, showUsd } from '../format.ts';

export interface Fact {
  label: string;
  value: string;
}

/** Parts of an event that say nothing to a person, or are shown elsewhere. */
const ELSEWHERE = ['attachments', 'sha256', 'bytes', 'language', 'hash', 'reply'];
const DATES = ['actOn', 'lastDayToAct', 'endsOn'];
const SUMS = ['minUsd', 'maxUsd'];

/** Every field of an event with its label. */
export function factsOf({ type, data }: Pick<EventView, 'type' | 'data'>, say: Say): Fact[] {
  if (type === 'situation-recorded') return situationFacts(data.situation, say);
  const fields: readonly EventField[] = type in RECORDABLE ? RECORDABLE[type as keyof typeof RECORDABLE] : [];
  return Object.entries(data).flatMap(([name, value]) => {
    if (value === null || value === undefined || ELSEWHERE.includes(name)) return [];
    const kind = fields.find((field) => field.name === name)?.kind;
    return [{ label: labelOf(name, say), value: wordsOf(name, value, kind, say) }];
  });
}

export function labelOf(name: string, say: Say): string {
  if (DATES.includes(name)) return say(`web.plan.${name}`);
  if (SUMS.includes(name)) return say(`web.case.fact.${name}`);
  if (name === 'event') return say('record.label.seq');
  return known(`record.label.${name}`, say(`web.case.fact.${name}`), say);
}

function wordsOf(name: string, value: unknown, kind: EventField['kind'] | undefined, say: Say): string {
  if (typeof value === 'boolean') return say(`record.word.${value ? 'yes' : 'no'}`);
  const text = Array.isArray(value) ? value.join(say('web.plan.gist.join')) : String(value);
  if (kind === 'date' || DATES.includes(name)) return showDate(text, say.language);
  if (kind === 'usd' || SUMS.includes(name)) return showUsd(text, say.language);
  if (name === 'via') return String(inWords({ via: text }, say).via);
  if (name === 'service') return service(text, say);
  if (kind === 'one-of' || ['kind', 'purpose'].includes(name)) return known(`record.value.${text}`, text, say);
  return text;
}

/** Of a situation only what tells whose line it is: the rest is under what was told. */
function situationFacts(situation: unknown, say: Say): Fact[] {
  const at = (path: string): unknown =>
    path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], situation);
  return IDENTITY.flatMap(([path, code]) => {
    const value = at(path);
    return typeof value === 'string' && value !== '' ? [{ label: say(code), value }] : [];
  });
}

const IDENTITY = [
  ['line.msisdn', 'need.msisdn'],
  ['line.iccid', 'need.iccid'],
  ['account.number', 'need.account-number'],
  ['holder.name', 'need.holder-name'],
  ['bought.orderNumber', 'need.order-number'],
] as const;
