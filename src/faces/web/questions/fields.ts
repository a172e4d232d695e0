/** One thing asked for, and how a typed answer becomes a kept one. Pure: the forms and the tests share it. */
import { formatUsd, parseUsd } from '../../../domain/money/money.ts';
import { parseDay } from '../../../domain/time/civil.ts';
import type { Answers } from '../state/draft.ts';

interface Common {
  name: string;
  /** Asked only with these answers on the same page. */
  when?: (answers: Answers) => boolean;
  /** An empty answer is fine and means "I don't know". */
  optional?: boolean;
}
export type Field = Common &
  (
    | { kind: 'choice'; options: readonly string[] }
    | { kind: 'checks'; options: readonly string[] }
    | { kind: 'date'; notBefore?: (answers: Answers, today: string) => string | null }
    | { kind: 'money' }
    | { kind: 'count'; min: number; max: number }
    | { kind: 'country' }
    | { kind: 'zone' }
  );

export type FieldError = 'missing' | 'date' | 'too-early' | 'money' | 'count' | 'zone';
export type Parsed =
  | { value: string | readonly string[] | null }
  | { error: FieldError; facts: Record<string, string | number> };

/** What is kept of a typed answer, or what is wrong with it. `today` is `YYYY-MM-DD`. */
export function parseField(
  field: Field,
  typed: string | readonly string[] | null,
  answers: Answers,
  today: string,
): Parsed {
  if (field.kind === 'checks')
    return { value: Array.isArray(typed) ? typed.filter((one) => field.options.includes(one)) : [] };
  const text = typeof typed === 'string' ? typed.normalize('NFKC').trim() : '';
  if (text === '') return field.optional ? { value: null } : wrong('missing');
  switch (field.kind) {
    case 'choice':
      return field.options.includes(text) ? { value: text } : wrong('missing');
    case 'date':
      return parseDate(field, text, answers, today);
    case 'money': {
      const cents = parseUsd(text.replace(/^(US)?\$\s*/i, '').replace(/,(?=\d{3}\b)/g, ''));
      return cents === null ? wrong('money') : { value: formatUsd(cents) };
    }
    case 'count': {
      const count = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
      if (count >= field.min && count <= field.max) return { value: String(count) };
      return { error: 'count', facts: { min: field.min, max: field.max } };
    }
    case 'country':
      return /^[A-Z]{2}$/.test(text) ? { value: text } : wrong('missing');
    case 'zone':
      return isZone(text) ? { value: text } : wrong('zone');
  }
}

function parseDate(field: Field & { kind: 'date' }, text: string, answers: Answers, today: string): Parsed {
  const year = Number(text.slice(0, 4));
  if (parseDay(text) === null || year < 2000 || year > 2100) return wrong('date');
  const earliest = field.notBefore?.(answers, today) ?? null;
  if (earliest !== null && text < earliest) return { error: 'too-early', facts: { date: earliest } };
  return { value: text };
}

function wrong(error: FieldError): Parsed {
  return { error, facts: {} };
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
