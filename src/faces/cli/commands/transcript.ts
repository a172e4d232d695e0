import { importTranscript } from '../../../app/case/transcript.ts';
import { renderRecorded } from '../render-case.ts';
import { type Context, EXIT } from '../run.ts';
import { wrap } from '../wrap.ts';
import { fileAt, setOf, withStore } from './case.ts';

/** `transcript CASE FILE… [--via KIND] [--at ISO] [--set k=v …] [--note …]`: keeps a chat, a mail, a call that was written down. */
export async function transcript(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const { io, say, answer } = context;
  const [name = '', ...paths] = args;
  const files = paths.map((path) => fileAt(path, io));
  const named = Object.entries({ via: own.via, note: own.note }).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const set = { ...setOf(own.set as string[] | undefined), ...Object.fromEntries(named) };
  return withStore(context, async (deps) => {
    const { textReader } = await import('../../../adapters/text-reader/reader.ts');
    const at = typeof own.at === 'string' ? own.at : null;
    const view = await importTranscript(name, { at, set, files }, say, { ...deps, texts: textReader });
    answer(view, () =>
      [...view.files.map((file) => wrap(`${file.name}: ${file.message}`)), '', renderRecorded(view, say)].join('\n'),
    );
    return EXIT.done;
  });
}
