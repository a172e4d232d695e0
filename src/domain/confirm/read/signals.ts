import type { Sentence } from './sentences.ts';

/** One thing a sentence says about the end of the line. `planned`: it will end, which counts only with a day named. */
export type SignalKind =
  | 'accepted'
  | 'planned'
  | 'received'
  | 'step'
  | 'negated'
  | 'conditional'
  | 'still-active'
  | 'other-object'
  | 'unpaid'
  | 'suspended'
  | 'port-out'
  | 'offer'
  | 'final-bill';

export interface Signal {
  kind: SignalKind;
  /** Offsets in the folded text, end excluded. */
  start: number;
  end: number;
  sentence: Sentence;
  /** Only an account, plan or membership is named: what kind of one, the rest of the text has to say. */
  vague?: boolean;
}

/** Words of all three languages for one thing that is said without a subject that matters. */
export type Phrase = readonly [SignalKind, RegExp];

/** Signals of plain phrases, in a sentence. */
export function phrasesIn(sentence: Sentence, phrases: readonly Phrase[]): Signal[] {
  return phrases.flatMap(([kind, pattern]) => {
    const match = pattern.exec(sentence.text);
    return match ? [signal(kind, sentence, match.index, match.index + match[0].length)] : [];
  });
}

/** A signal at a place of its sentence (offsets within the sentence). */
export function signal(kind: SignalKind, sentence: Sentence, from: number, to: number, vague = false): Signal {
  return { kind, sentence, start: sentence.start + from, end: sentence.start + to, ...(vague ? { vague } : {}) };
}
