import type { Facts } from '../domain/errors.ts';
import type { Say } from './say.ts';

const JOIN = { en: ', ', zh: '、' } as const;

/** Facts with words in place of codes: services, event types, ways, kinds. */
export function inWords(facts: Facts, say: Say): Facts {
  const words: Record<string, Facts[string]> = { ...facts };
  const { services, event, events, via, kind, field } = facts;
  if (Array.isArray(services)) words.services = services.map((own) => service(own, say)).join(JOIN[say.language]);
  if (typeof facts.service === 'string') words.service = service(facts.service, say);
  if (typeof event === 'string') words.event = known(`record.event.${event}`, event, say);
  if (Array.isArray(events)) words.events = events.map((own) => say(`record.event.${own}`)).join(JOIN[say.language]);
  if (typeof via === 'string') words.via = say(`check.kind.${via}`);
  if (typeof kind === 'string') words.kind = known(`record.value.${kind}`, kind, say);
  if (typeof field === 'string') words.field = known(`decide.field.${field}`, field, say);
  return words;
}

/** Services the web app offers by name; whatever else a person wrote stays as written. */
export function service(id: string, say: Say): string {
  return known(`decide.service.${id.trim().toLowerCase()}`, id, say);
}

/** The sentence of a code that may have none, such as a word a person wrote. */
export function known(key: string, otherwise: string, say: Say): string {
  const name = say(key);
  return name === key ? otherwise : name;
}
