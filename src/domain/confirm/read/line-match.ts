import type { Span } from '../reading.ts';
import { type Folded, spanOf } from './fold.ts';
import type { ReadingGround } from './grounds.ts';
import type { Judged } from './kind.ts';
import type { Mention } from './line.ts';

interface LineFound {
  matches: boolean | null;
  spans: Span[];
  grounds: { code: ReadingGround; span: Span | null }[];
}

/**
 * Whether the answer is about our line: what is named in the very sentence that says it ends weighs most; only then what is
 * named elsewhere. Ours and others, none of them in that sentence: unclear.
 */
export function lineOf(mentions: readonly Mention[], { signals }: Judged, whole: Folded): LineFound {
  const span = ({ start, end }: Mention): Span => spanOf(whole, start, end);
  const inSentence = mentions.filter(({ start, end }) =>
    signals.some(({ sentence }) => start >= sentence.start && end <= sentence.end),
  );
  const ours = (all: readonly Mention[]): Mention[] => all.filter((own) => own.ours === true);
  const others = (all: readonly Mention[]): Mention[] => all.filter((own) => own.ours === false);
  const otherGrounds = (all: readonly Mention[]): LineFound['grounds'] =>
    others(all)
      .slice(0, 3)
      .map((own) => ({ code: 'other-line', span: span(own) }));
  if (ours(inSentence).length > 0) return { matches: true, spans: ours(inSentence).map(span), grounds: [] };
  // Another line in the sentence that counts, even where ours is named elsewhere: it is the other one that ends.
  if (others(inSentence).length > 0)
    return { matches: false, spans: others(inSentence).map(span), grounds: otherGrounds(inSentence) };
  if (ours(mentions).length > 0 && others(mentions).length > 0) {
    const spans = mentions.filter((own) => own.ours !== null).map(span);
    return { matches: null, spans, grounds: [{ code: 'several-lines', span: spans[0] ?? null }] };
  }
  if (ours(mentions).length > 0) return { matches: true, spans: ours(mentions).map(span), grounds: [] };
  if (others(mentions).length > 0)
    return { matches: false, spans: others(mentions).map(span), grounds: otherGrounds(mentions) };
  return { matches: null, spans: mentions.map(span), grounds: [] };
}
