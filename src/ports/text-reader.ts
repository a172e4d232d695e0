/** What a file is, as far as its bytes tell. */
export const TEXT_KINDS = ['text', 'html', 'mail', 'pdf', 'picture', 'other'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Why nothing could be read; the sentence of each stands under `transcript.problem.<code>`. */
export const TEXT_PROBLEMS = ['picture', 'no-text', 'broken', 'locked', 'too-large', 'unknown-kind'] as const;
export type TextProblem = (typeof TEXT_PROBLEMS)[number];

export interface ReadText {
  kind: TextKind;
  /** What a person would see, line by line; null: nothing could be read. */
  text: string | null;
  problem: TextProblem | null;
}

/** Reads the text a person would see out of a file. Nothing in it is run, followed or fetched; never throws. */
export interface TextReader {
  read(bytes: Uint8Array, name: string): Promise<ReadText>;
}
