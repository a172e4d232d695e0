import { SimoffError } from '../../domain/errors.ts';
import type { Say } from '../../locale/say.ts';
import type { ReadText, TextReader } from '../../ports/text-reader.ts';
import { type RecordedView, recordedView } from './answers.ts';
import type { CaseDeps } from './deps.ts';
import { type Given, recordEvent } from './record.ts';
import type { GivenFile } from './seal.ts';

export interface TranscriptView extends RecordedView {
  files: {
    name: string;
    kind: ReadText['kind'];
    /** Characters that were read; 0: none. */
    characters: number;
    problem: ReadText['problem'];
    message: string;
  }[];
}

/** Which kind of evidence a way of talking leaves. */
const KINDS: Readonly<Record<string, string>> = {
  phone: 'call',
  chat: 'chat',
  social: 'chat',
  app: 'chat',
  email: 'mail',
};
/** Fields that say what came out of it: then it is a contact, not only evidence of one. */
const SAID = [
  'outcome',
  'agentName',
  'agentId',
  'reference',
  'promisedEndDate',
  'promisedRefundUsd',
  'callBy',
  'minutes',
];

/**
 * Keeps what was written, said or shown elsewhere: each file byte for byte, and beside it the text that was read from it, so that
 * it can be searched and read without the program that made it. A file without text is kept all the same. With fields of a contact
 * (`outcome`, `reference` …) it is recorded as one. Throws as `recordEvent` does, and `event-field` where no file is given.
 */
export async function importTranscript(
  name: string,
  given: Given,
  say: Say,
  deps: CaseDeps & { texts: TextReader },
): Promise<TranscriptView> {
  if (given.files.length === 0) {
    throw new SimoffError('event-field', { field: 'attach', problem: 'missing', expected: 'FILE' });
  }
  const read = await Promise.all(
    given.files.map(async (file) => ({ file, ...(await deps.texts.read(file.bytes, file.name)) })),
  );
  const files = read.flatMap(({ file, kind, text }) =>
    text === null || kind === 'text' ? [file] : [file, textFile(file, text)],
  );
  const isContact = SAID.some((field) => given.set[field]?.trim());
  const { via = 'chat', ...rest } = given.set;
  const pictures = read.every(({ kind }) => kind === 'picture');
  const set = isContact ? { via, ...rest } : { ...rest, kind: KINDS[via] ?? (pictures ? 'picture' : 'other') };
  const wrote = await recordEvent(
    name,
    isContact ? 'contact-logged' : 'evidence-attached',
    { ...given, set, files },
    deps,
  );
  return {
    ...recordedView(wrote, say),
    files: read.map(({ file, kind, text, problem }) => ({
      name: file.name,
      kind,
      characters: text?.length ?? 0,
      problem,
      message:
        problem === null ? say('transcript.read', { count: text?.length ?? 0 }) : say(`transcript.problem.${problem}`),
    })),
  };
}

function textFile({ name }: GivenFile, text: string): GivenFile {
  return { name: `${name}.txt`, mediaType: 'text/plain', bytes: new TextEncoder().encode(text) };
}
