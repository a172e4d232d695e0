import { type EpochDay, formatDay, type IsoDate, parseDay, toDay } from '../../time/civil.ts';
import { parseInstant } from '../../time/instant.ts';
import { dayAt } from '../../time/zoned.ts';
import type { Found, Span } from '../reading.ts';

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['jan', 'january', 'ene', 'enero'],
    ['feb', 'february', 'febrero'],
    ['mar', 'march', 'marzo'],
    ['apr', 'april', 'abr', 'abril'],
    ['may', 'mayo'],
    ['jun', 'june', 'junio'],
    ['jul', 'july', 'julio'],
    ['aug', 'august', 'ago', 'agosto'],
    ['sep', 'sept', 'september', 'septiembre', 'setiembre'],
    ['oct', 'october', 'octubre'],
    ['nov', 'november', 'noviembre'],
    ['dec', 'december', 'dic', 'diciembre'],
  ].flatMap((names, at) => names.map((name) => [name, at + 1])),
);
const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** A day as a page may write it. The named groups say which part is which; a year may be missing. */
const FORMS: readonly RegExp[] = [
  /(?<instant>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))/giu,
  /(?<![\d-])(?<y>20\d{2})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?![\d-])/giu,
  /(?<![\d/])(?<m>\d{1,2})[/](?<d>\d{1,2})[/](?<y>20\d{2}|\d{2})(?![\d/])/giu,
  /(?<![\d-])(?<m>\d{1,2})-(?<d>\d{1,2})-(?<y>20\d{2})(?![\d-])/giu,
  new RegExp(
    String.raw`\b(?<mon>${MONTH})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?\b(?:\s*,)?(?:\s+(?<y>20\d{2})\b)?`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:de\s+)?(?<mon>${MONTH})\b\.?(?:\s*,|\s+del?)?(?:\s+(?<y>20\d{2})\b)?`,
    'giu',
  ),
  /(?<y>20\d{2})\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号號]/giu,
  /(?<![\d年])(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号號]/giu,
  /(?<![\d/])(?<m>\d{1,2})[/](?<d>\d{1,2})(?![\d/])/giu,
];

/** How far back a date without a year may lie: an answer speaks of what is to come, or has just been. */
const BACK_DAYS = 45;

/**
 * Every day named in a text, in order, with its words. Slashes are read in the US order. A date without a year is the one nearest
 * after `receivedOn`, or up to 45 days before it. An instant with its zone is counted in `zone`.
 */
export function datesIn(text: string, receivedOn: IsoDate, zone: string): Found<IsoDate>[] {
  const found: Found<IsoDate>[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const span: Span = { start: match.index, end: match.index + match[0].length, quote: match[0] };
      const value = dayOf(match.groups ?? {}, toDay(receivedOn), zone);
      const taken = found.some((own) => own.span.start < span.end && span.start < own.span.end);
      if (value !== null && !taken) found.push({ value, span });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function dayOf(parts: Readonly<Record<string, string | undefined>>, received: EpochDay, zone: string): IsoDate | null {
  if (parts.instant !== undefined) {
    const at = parseInstant(parts.instant);
    return at === null ? null : formatDay(dayAt(at, zone));
  }
  const month = parts.mon === undefined ? Number(parts.m) : (MONTHS[parts.mon.toLowerCase()] ?? 0);
  const day = Number(parts.d);
  if (parts.y !== undefined) return isoOf(parts.y.length === 2 ? 2000 + Number(parts.y) : Number(parts.y), month, day);
  const year = Number(formatDay(received).slice(0, 4));
  const near = [year - 1, year, year + 1].flatMap((own) => {
    const iso = isoOf(own, month, day);
    return iso !== null && toDay(iso) >= received - BACK_DAYS ? [iso] : [];
  });
  return near[0] ?? null;
}

function isoOf(year: number, month: number, day: number): IsoDate | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return parseDay(iso) === null ? null : iso;
}
