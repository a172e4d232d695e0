import { recordedView } from '../../../app/case/answers.ts';
import { chooseOption, decideCase } from '../../../app/case/choose.ts';
import { decideSituation } from '../../../app/decide.ts';
import { CASE_ID } from '../../../domain/case/event-check.ts';
import { SimoffError } from '../../../domain/errors.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { Io } from '../io.ts';
import { todayOf } from '../options.ts';
import { renderRecorded } from '../render-case.ts';
import { renderDecide } from '../render-decide.ts';
import { type Context, EXIT } from '../run.ts';
import { withStore } from './case.ts';

/** `decide FILE.json` (`-`: standard input), or `decide CASE [--choose KIND[:TARGET]]`. Only the latter opens the store. */
export async function decide(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const { io, say, options, answer } = context;
  const given = args[0] ?? '-';
  if (isFile(given, typeof own.choose === 'string', io)) {
    if (own.choose !== undefined) throw new SimoffError('usage', { problem: 'choose-needs-case', named: '--choose' });
    const today = todayOf(options, io.now);
    const view = await decideSituation(await situationOf(io, given), { catalog: io.catalog(), today }, say);
    answer(view, () => renderDecide(view, say));
    return EXIT.done;
  }
  return withStore(context, async (deps) => {
    if (typeof own.choose !== 'string') {
      const { loaded, view } = await decideCase(given, deps, say);
      answer({ case: loaded.read.case, ...view }, () => renderDecide(view, say));
      return EXIT.done;
    }
    const at = typeof own.at === 'string' ? own.at : null;
    const { view, option, ...wrote } = await chooseOption(given, own.choose, at, deps, say);
    const recorded = recordedView(wrote, say);
    const chosen = {
      kind: option.kind,
      target: option.target,
      actOn: option.actOn,
      lastDayToAct: option.lastDayToAct,
      endsOn: option.endsOn,
    };
    answer({ ...view, ...recorded, chosen }, () => renderRecorded(recorded, say));
    return EXIT.done;
  });
}

/** A word in the form of a case's id names a case, unless a file of that name lies here. */
function isFile(given: string, choosing: boolean, io: Io): boolean {
  if (given === '-' || !CASE_ID.test(given.toLowerCase())) return !choosing || given === '-' || given.includes('.');
  return !choosing && io.exists(given);
}

/** The parsed JSON of a situation file (`-`: standard input). Throws `file-unreadable`, `input-too-large`, `not-json`. */
export async function situationOf(io: Io, path: string): Promise<unknown> {
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
