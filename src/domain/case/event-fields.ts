import { printable, SimoffError } from '../errors.ts';
import { editDistance } from '../identify/distance.ts';
import { formatUsd, parseUsd } from '../money/money.ts';
import { parseDay } from '../time/civil.ts';
import { type EventField, RECORDABLE, RECORDABLE_TYPES, type RecordableType } from './events.ts';

/** What can be wrong with a field of an event; the sentence of each stands under `record.wrong.<code>`. */
export const FIELD_PROBLEMS = [
  'missing',
  'unknown-field',
  'not-usd',
  'not-date',
  'not-whole',
  'not-yes-no',
  'not-one-of',
  'empty',
  'too-long',
  'twice',
] as const;
export type FieldProblem = (typeof FIELD_PROBLEMS)[number];

const MAX_WORDS = 20_000;
const MAX_SERVICE = 200;
const YES = ['yes', 'true', 'y', '1', '是'];
const NO = ['no', 'false', 'n', '0', '否'];

/** The recordable type of that name. Throws `event-type` with the nearest names, `event-by-verb` for what a verb makes. */
export function recordableType(name: string): RecordableType {
  const found = RECORDABLE_TYPES.find((type) => type === name);
  if (found) return found;
  const verb = Object.hasOwn(MADE_BY, name) ? MADE_BY[name] : undefined;
  if (verb) throw new SimoffError('event-by-verb', { event: name, verb });
  const close = RECORDABLE_TYPES.filter((type) => editDistance(name.slice(0, 40).toLowerCase(), type, 6) <= 6);
  throw new SimoffError('event-type', { types: close.length > 0 ? close : RECORDABLE_TYPES });
}

const MADE_BY: Record<string, string> = {
  'line-identified': 'open',
  'situation-recorded': 'open',
  'option-chosen': 'decide --choose',
  'document-composed': 'prepare',
  'reply-verified': 'confirm',
  'pack-sealed': 'prove',
  corrected: 'undo',
};

/**
 * The data of an event from what a person typed (`given`: field or alias → text). Empty text counts as not said.
 * Throws `event-field`: which field, what is wrong, what would be right. A value is never repeated: it may be a secret.
 */
export function eventData(type: RecordableType, given: Readonly<Record<string, string>>): Record<string, unknown> {
  const fields: readonly EventField[] = RECORDABLE[type];
  const data: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(given)) {
    const field = fields.find((own) => matches(own, name));
    if (!field) throw wrong(shownName(name), 'unknown-field', fields.map((own) => own.name).join(', '));
    if (field.name in data) throw wrong(field.name, 'twice', field.name);
    if (text.trim() === '') continue;
    data[field.name] = readValue(field, text);
  }
  const missing = fields.find((field) => field.required && !(field.name in data));
  if (missing) throw wrong(missing.name, 'missing', expectedOf(missing));
  return data;
}

function matches(field: EventField, name: string): boolean {
  const folded = fold(name);
  return [field.name, ...(field.aliases ?? [])].some((own) => fold(own) === folded);
}

const fold = (name: string): string => name.replace(/[^A-Za-z]/g, '').toLowerCase();

function readValue(field: EventField, given: string): unknown {
  const text = given.trim();
  const refuse = (problem: FieldProblem): SimoffError => wrong(field.name, problem, expectedOf(field));
  switch (field.kind) {
    case 'usd': {
      const cents = parseUsd(text.replace(/^\$\s?/, '').replaceAll(/,(?=\d{3})/g, ''));
      if (cents === null) throw refuse('not-usd');
      return formatUsd(cents);
    }
    case 'date': {
      if (parseDay(text) === null) throw refuse('not-date');
      return text;
    }
    case 'whole': {
      if (!/^\d{1,6}$/.test(text)) throw refuse('not-whole');
      return Number(text);
    }
    case 'yes-no': {
      const word = text.toLowerCase();
      if (YES.includes(word)) return true;
      if (NO.includes(word)) return false;
      throw refuse('not-yes-no');
    }
    case 'one-of': {
      const word = field.values?.find((own) => own === text.toLowerCase());
      if (!word) throw refuse('not-one-of');
      return word;
    }
    case 'service': {
      if (text.length > MAX_SERVICE) throw refuse('too-long');
      return printable(text);
    }
    case 'words': {
      if (text.length > MAX_WORDS) throw refuse('too-long');
      // Line breaks are kept; what steers a terminal or turns the direction of writing is not.
      return text.split('\n').map(printable).join('\n');
    }
  }
}

/** What would be right, in a form both languages can show. */
export function expectedOf(field: EventField): string {
  const forms: Record<EventField['kind'], string> = {
    usd: '12.34',
    date: 'YYYY-MM-DD',
    whole: '15',
    'yes-no': 'yes, no',
    'one-of': field.values?.join(', ') ?? '',
    service: 'bank',
    words: `"…" (≤ ${MAX_WORDS})`,
  };
  return `${field.name}=${forms[field.kind]}`;
}

function wrong(field: string, problem: FieldProblem, expected: string): SimoffError {
  return new SimoffError('event-field', { field, problem, expected });
}

/** A name nobody knows is repeated only where it looks like a word. */
function shownName(name: string): string {
  return /^[A-Za-z][A-Za-z_-]{0,30}$/.test(name) ? name : '***';
}
