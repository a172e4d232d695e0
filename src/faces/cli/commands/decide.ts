import { decideSituation } from '../../../app/decide.ts';
import { SimoffError } from '../../../domain/errors.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { Io } from '../io.ts';
import { todayOf } from '../options.ts';
import { renderDecide } from '../render-decide.ts';
import { type Context, EXIT } from '../run.ts';

/** `decide FILE.json` (`-`: standard input). */
export async function decide({ io, say, options, answer }: Context, args: string[]): Promise<number> {
  const today = todayOf(options, io.now);
  const view = await decideSituation(await situationOf(io, args[0] ?? '-'), { catalog: io.catalog(), today }, say);
  answer(view, () => renderDecide(view, say));
  return EXIT.done;
}

async function situationOf(io: Io, path: string): Promise<unknown> {
  const limit = LIMITS.situationBytes;
  const bytes = path === '-' ? await io.stdin(limit) : io.file(path, limit);
  if (bytes.length > limit) throw new SimoffError('input-too-large', { limit });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, ''));
  } catch (cause) {
    // The parser's own message repeats a piece of the file, which may hold an account number; only the place is told.
    const at = /line (\d+) column (\d+)/.exec(String((cause as Error).message));
    throw new SimoffError('not-json', { at: at ? ` (${at[1]}:${at[2]})` : '' });
  }
}
