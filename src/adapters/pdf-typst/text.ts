/** What has to be seen to in the texts of a document before and after they are set. */
import type { PdfTemplate, PdfValue } from '../../ports/pdf.ts';

/** The longest unbroken run of wide letters that the narrowest column of a template holds. */
const LONGEST_RUN: Record<PdfTemplate, number> = { letter: 45, 'call-sheet': 22, sheet: 22 };
const ZERO_WIDTH_SPACE = '\u200b';

/** Runs too long for a line may break anywhere; all other text stays as it is. Chinese breaks by itself. */
export function breakable<T extends PdfValue>(value: T, template: PdfTemplate): T {
  const most = LONGEST_RUN[template];
  const run = new RegExp(String.raw`(?:[^\s\p{sc=Han}]\p{M}*){${most}}(?=[^\s\p{sc=Han}\p{M}])`, 'gu');
  return mapped(value, (text) => text.replace(run, (found) => found + ZERO_WIDTH_SPACE)) as T;
}

function mapped(value: PdfValue, change: (text: string) => string): PdfValue {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((one) => mapped(one, change));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapped(one, change)]));
}

const isList = (value: PdfValue): value is readonly PdfValue[] => Array.isArray(value);

/** The characters that could not be drawn, as the compiler's message names them; empty where it complains of something else. */
export function missingIn(message: string): string[] {
  const named = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(([, text = '']) =>
    text
      .replace(/\\+u\{([0-9a-f]{1,6})\}/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/\\+(["'\\])/g, '$1'),
  );
  return [...new Set(named)];
}

/** Where in the data a character stands first, such as `sent.sender.0`; null: nowhere. */
export function placeOf(character: string, value: PdfValue, path: readonly string[] = []): string | null {
  if (typeof value === 'string') return value.includes(character) ? path.join('.') : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, one] of Object.entries(value)) {
    const place = placeOf(character, one as PdfValue, [...path, name]);
    if (place !== null) return place;
  }
  return null;
}
