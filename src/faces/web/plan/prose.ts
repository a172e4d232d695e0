/** The sentences of a plan with their dates and zones as people write them. Pure. */
import type { Language } from '../../../locale/say.ts';
import { readable } from '../format.ts';

/** Parts of the answers of `decide` and `check` that are sentences. Values, addresses and dates on their own are none. */
const SENTENCES = new Set([
  'answer',
  'carrierHours',
  'claim',
  'detail',
  'how',
  'label',
  'message',
  'note',
  'question',
  'summary',
  'text',
  'title',
  'where',
  'why',
]);

/** A copy of a plain value with every sentence in it readable; what is no sentence is left as it is. */
export function readableAll<T>(value: T, language: Language): T {
  return walk(value, false, language) as T;
}

function walk(value: unknown, sentence: boolean, language: Language): unknown {
  if (typeof value === 'string') return sentence ? readable(value, language) : value;
  if (Array.isArray(value)) return value.map((item) => walk(item, false, language));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, walk(item, SENTENCES.has(key), language)]),
  );
}
