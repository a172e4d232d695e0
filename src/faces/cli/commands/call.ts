import { callCase, endCall } from '../../../app/case/call.ts';
import { loadMessages } from '../../../locale/messages.ts';
import { sayer } from '../../../locale/say.ts';
import { type Led, leadCall } from '../lead-call.ts';
import { renderCall, renderEnded } from '../render-call.ts';
import { type Context, EXIT } from '../run.ts';
import { fileAt, setOf, withStore } from './case.ts';

/**
 * `call CASE`: leads through the call, at a terminal line by line; otherwise, and with `--json`, gives all of it at once.
 * `call CASE --end [--asked] [--at ISO] [--set k=v …] [--attach FILE …]`: records a call that is over.
 */
export async function call(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const { io, say, options, answer } = context;
  const name = args[0] ?? '';
  const says = { en: sayer('en', await loadMessages('en')), zh: sayer('zh', await loadMessages('zh')) };
  const given = setOf(own.set as string[] | undefined);
  const files = ((own.attach as string[] | undefined) ?? []).map((path) => fileAt(path, io));
  const at = typeof own.at === 'string' ? own.at : null;
  const isOver = own.end === true || own.asked === true || Object.keys(given).length > 0 || files.length > 0;
  return withStore(context, async (deps) => {
    const end = async ({ set, asked, at: when }: Led): Promise<number> => {
      const ended = await endCall(name, { at: when, set, asked, files }, says, say, deps);
      answer(ended, () => renderEnded(ended, say));
      return EXIT.done;
    };
    if (isOver) return end({ set: given, asked: own.asked === true, at });
    const view = await callCase(name, says, say.language, deps);
    if (options.json) {
      answer(view, () => '');
      return EXIT.done;
    }
    io.out(`${renderCall(view, say)}\n`);
    const led = await leadCall(view, { io, say, now: () => Date.parse(io.now()) });
    return led === null ? EXIT.done : end(led);
  });
}
