import type { Span } from '../reading.ts';

/** Ends of sentences: an empty line, a full stop before a capital (not in "a.m. PT" or "Dec. 11"), a Chinese stop. */
const BREAK = /\n\s*\n|(?<![ap]\.m|\b[A-Z][a-z]{2})[.!?](?=\s+[\p{Lu}"“(¡¿])|[。！？]|\n(?=\s*[-*•])/gu;
/** Longer runs are cut, so that patterns look at a sentence and never at a whole page. */
const MOST = 600;

/** The sentences of a text with their places. A label and its value on the next line stay together. */
export function sentencesIn(text: string): Span[] {
  const ends = [...text.matchAll(BREAK)].map((match) => match.index + match[0].length);
  const spans: Span[] = [];
  let start = 0;
  for (const end of [...ends, text.length]) {
    for (let from = start; from < end; from += MOST) {
      const to = Math.min(end, from + MOST);
      const quote = text.slice(from, to);
      if (quote.trim() !== '') spans.push({ start: from, end: to, quote });
    }
    start = end;
  }
  return spans;
}
