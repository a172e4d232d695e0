import type { IdentifierKind } from './types.ts';

/** Digits that stand together without anything between them. */
export interface Group {
  digits: string;
  start: number;
  end: number;
  /** A plus sign stands in front. */
  plus: boolean;
}

/** Groups with nothing but spaces, dashes, dots and the like between them: one identifier, or a few side by side. */
export interface Chunk {
  groups: Group[];
  /** What the words in front of it say it is. */
  label: IdentifierKind | null;
}

/** Trailing F fills the last half byte of an ICCID of 19 digits; some readers print it. */
const GROUP = /\d+(?:[Ff]{1,2}(?![A-Za-z0-9]))?/g;
const SOFT = /^[\s\-./()_·]{1,8}$/;
const LABEL_REACH = 40;

const LABELS: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['eid', /\beid/gi],
  ['imei', /imei(?:\s?sv)?|串号|串碼|串码/gi],
  ['imsi', /imsi/gi],
  ['iccid', /iccid|\b(?:e-?)?sim(?=\b|[^a-z])|卡号|卡號|识别码/gi],
  ['msisdn', /msisdn|\bmdn\b|\bctn\b|\bphone|\bmobile (?:no|num)|\btel\b|手机|手機|电话|電話/gi],
];

/** All chunks of digits in a cleaned text, each with its label. Linear in the length of the text. */
export function scan(text: string): Chunk[] {
  // "IMEI 2: 35…": the 2 counts the devices, it is no part of the number.
  const quiet = text.replace(/\b(imei|iccid|eid|imsi|sim|msisdn)(\s?)[1-4](?=\s*[:#)\s])/gi, '$1$2x');
  const chunks: Chunk[] = [];
  let previousEnd = 0;
  for (const match of quiet.matchAll(GROUP)) {
    const start = match.index;
    const end = start + match[0].length;
    const group: Group = {
      digits: match[0].replace(/[Ff]+$/, ''),
      start,
      end,
      plus: /\+\s?\(?$/.test(quiet.slice(Math.max(0, start - 3), start)),
    };
    const last = chunks.at(-1);
    const between = quiet.slice(previousEnd, start);
    if (last && !group.plus && SOFT.test(between.slice(0, 9))) last.groups.push(group);
    else chunks.push({ groups: [group], label: labelBefore(between.slice(-LABEL_REACH)) });
    previousEnd = end;
  }
  return chunks;
}

/** The label that stands nearest to the end of the words. */
function labelBefore(words: string): IdentifierKind | null {
  let nearest: IdentifierKind | null = null;
  let at = -1;
  for (const [kind, pattern] of LABELS) {
    for (const match of words.matchAll(pattern)) {
      if (match.index < at) continue;
      nearest = kind;
      at = match.index;
    }
  }
  return nearest;
}

/** The text without the labels: what is left may be a brand's name. */
export function withoutLabels(text: string): string {
  return LABELS.reduce((rest, [, pattern]) => rest.replace(pattern, ' '), text);
}
