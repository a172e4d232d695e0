/** What an event carries, as people read it. */
import type { EventView } from '../../../app/case/view.ts';
import { type EventData, type EventField, RECORDABLE } from '../../../domain/case/events.ts';
import type { Say } from '../../../locale/say.ts';
import { inWords, known, service } from '../../../locale/words.ts';
import { showCost, showDate, showUsd } from '../format.ts';

export interface Fact {
  label: string;
  value: string;
}

/** Parts of an event that say nothing to a person, or are shown elsewhere. */
const ELSEWHERE = ['attachments', 'sha256', 'bytes', 'language', 'hash', 'reply'];

/** Every field of an event with its label. */
export function factsOf({ type, data }: Pick<EventView, 'type' | 'data'>, say: Say): Fact[] {
  if (type === 'situation-recorded') return situationFacts(data.situation, say);
  if (type === 'option-chosen') return choiceFacts(data as unknown as EventData['option-chosen'], say);
  const fields: readonly EventField[] = type in RECORDABLE ? RECORDABLE[type as keyof typeof RECORDABLE] : [];
  const order = fields.map(({ name }) => name);
  const told = Object.entries(data).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return told.flatMap(([name, value]) => {
    if (value === null || value === undefined || ELSEWHERE.includes(name)) return [];
    const kind = fields.find((field) => field.name === name)?.kind;
    return [{ label: labelOf(name, say), value: wordsOf(name, value, kind, say) }];
  });
}

export function labelOf(name: string, say: Say): string {
  if (name === 'event') return say('record.label.seq');
  return known(`record.label.${name}`, say(`web.case.fact.${name}`), say);
}

function wordsOf(name: string, value: unknown, kind: EventField['kind'] | undefined, say: Say): string {
  if (typeof value === 'boolean') return say(`record.word.${value ? 'yes' : 'no'}`);
  const text = Array.isArray(value) ? value.join(say('web.plan.gist.join')) : String(value);
  if (kind === 'date') return showDate(text, say.language);
  if (kind === 'usd') return showUsd(text, say.language);
  if (name === 'via') return String(inWords({ via: text }, say).via);
  if (name === 'service') return service(text, say);
  if (kind === 'one-of' || ['kind', 'purpose'].includes(name)) return known(`record.value.${text}`, text, say);
  return text;
}

/** The option, and the plan as it stood that day. */
function choiceFacts(chosen: EventData['option-chosen'], say: Say): Fact[] {
  const { kind, target, actOn, lastDayToAct, endsOn, minUsd, maxUsd } = chosen;
  const dates = { actOn, lastDay: lastDayToAct === actOn ? null : lastDayToAct, endsOn };
  return [
    { label: labelOf('option', say), value: known(`record.value.${kind}`, kind, say) },
    ...(target === null ? [] : [{ label: labelOf('target', say), value: target }]),
    ...Object.entries(dates).flatMap(([name, date]) =>
      date === null ? [] : [{ label: say(`web.plan.${name}`), value: showDate(date, say.language, 'medium') }],
    ),
    ...(minUsd === null ? [] : [{ label: labelOf('cost', say), value: showCost({ minUsd, maxUsd }, say) }]),
  ];
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
