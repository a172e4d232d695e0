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
  // Traditional characters of what carriers write, as their simplified ones.
  '\u865f': '\u53f7',
  '\u8a3b': '\u6ce8',
  '\u92b7': '\u9500',
  '\u5c07': '\u5c06',
  '\u65bc': '\u4e8e',
  '\u7dda': '\u7ebf',
  '\u52d9': '\u52a1',
  '\u7d42': '\u7ec8',
  '\u95dc': '\u5173',
  '\u9589': '\u95ed',
  '\u8a02': '\u8ba2',
  '\u6236': '\u6237',
  '\u5e33': '\u8d26',
  '\u96fb': '\u7535',
  '\u8a71': '\u8bdd',
  '\u8acb': '\u8bf7',
  '\u8a8d': '\u8ba4',
  '\u8655': '\u5904',
  '\u806f': '\u8054',
  '\u7e6b': '\u7cfb',
  '\u78ba': '\u786e',
  '\u7d93': '\u7ecf',
  '\u9580': '\u95e8',
  '\u8cec': '\u8d26',
  '\u7e73': '\u7f34',
  '\u55ae': '\u5355',
  '\u5f8c': '\u540e',
  '\u958b': '\u5f00',
  '\u5011': '\u4eec',
  '\u70ba': '\u4e3a',
  '\u9084': '\u8fd8',
  '\u7121': '\u65e0',
  '\u8fa6': '\u529e',
  '\u7576': '\u5f53',
  '\u8f49': '\u8f6c',
  '\u52d5': '\u52a8',
  '\u512a': '\u4f18',
  '\u5be6': '\u5b9e',
  '\u5354': '\u534f',
  '\u8b70': '\u8bae',
  '\u7a2e': '\u79cd',
  '\u8b8a': '\u53d8',
  '\u64a5': '\u62e8',
  '\u5167': '\u5185',
  '\u500b': '\u4e2a',
  '\u969b': '\u9645',
  '\u9031': '\u5468',
  '\u8ca8': '\u8d27',
  '\u9918': '\u4f59',
  '\u984d': '\u989d',
  '\u66ab': '\u6682',
  '\u9019': '\u8fd9',
  '\u7e8c': '\u7eed',
  '\u8cbb': '\u8d39',
  '\u65b7': '\u65ad',
  '\u767c': '\u53d1',
  '\u90f5': '\u90ae',
  '\u9a57': '\u9a8c',
  '\u8b49': '\u8bc1',
  '\u6a5f': '\u673a',
  '\u78bc': '\u7801',
  '\u6703': '\u4f1a',
  '\u4f86': '\u6765',
  '\u904e': '\u8fc7',
  '\u6642': '\u65f6',
  '\u9593': '\u95f4',
  '\u985e': '\u7c7b',
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
