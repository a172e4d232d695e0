import type { Span } from '../reading.ts';

/** A text made plain enough to be searched, with the way back. `dropped`: places in it, in order, before which a unit of the original was left out. */
export interface Folded {
  text: string;
  dropped: readonly number[];
  original: string;
}

/** Everything that may have to be changed; most texts have little of it. */
const ODD = /[^\n\x20-\x7e]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\v\f]/;
/** Marks no eye sees: soft hyphens, joiners, direction marks. Senders of spam put them into words. */
const UNSEEN =
  /\u034f|\u200d|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/;
const REPLACED: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u2032': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2212': '-',
  '\ufe63': '-',
  '\u2022': '*',
  '\u25cf': '*',
  '\u00b7': '*',
  '\u2219': '*',
  '\u2217': '*',
  '\u204e': '*',
  '\u25e6': '*',
};

/** The text with odd spaces, quotes, dashes, mask dots and full-width letters made plain, unseen marks left out. */
export function folded(original: string): Folded {
  const pieces: string[] = [];
  const dropped: number[] = [];
  let from = 0;
  for (const { index } of original.matchAll(ODD)) {
    const plain = unit(original, index);
    if (plain === original[index]) continue;
    if (plain === '') dropped.push(index - dropped.length);
    pieces.push(original.slice(from, index), plain);
    from = index + 1;
  }
  pieces.push(original.slice(from));
  return { text: pieces.length === 1 ? original : pieces.join(''), dropped, original };
}

function unit(original: string, index: number): string {
  const code = original.charCodeAt(index);
  const char = original[index] ?? '';
  if (code === 13) return original[index + 1] === '\n' ? '' : '\n';
  if (code < 0x80) return code === 9 || code === 11 || code === 12 ? ' ' : char;
  if (code === 0x2028 || code === 0x2029 || code === 0x85) return '\n';
  if (UNSEEN.test(char)) return '';
  if (SPACES.test(char)) return ' ';
  // Full-width forms of ASCII; the Chinese comma, colon and the like become their plain sisters.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return REPLACED[char] ?? char;
}

/** The place in the original of a stretch of the folded text, end excluded. */
export function spanOf(whole: Folded, start: number, end: number): Span {
  const from = originOf(whole, start);
  const to = end > start ? originOf(whole, end - 1) + 1 : from;
  return { start: from, end: to, quote: whole.original.slice(from, to) };
}

/** Where a unit of the folded text stands in the original: as many places on as were left out before it. */
function originOf({ dropped, original }: Folded, at: number): number {
  let low = 0;
  let high = dropped.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dropped[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return Math.min(at + low, original.length);
}

/** The same, without spaces at both ends. */
export function trimmedSpan(whole: Folded, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(whole.text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(whole.text[to - 1] ?? '')) to -= 1;
  return spanOf(whole, from, to);
}
