import { loadCase } from '../../../app/case/load.ts';
import { reportOf } from '../../../app/report.ts';
import { SimoffError } from '../../../domain/errors.ts';
import { type Context, EXIT } from '../run.ts';
import { withStore } from './case.ts';

/**
 * `report CASE [--out FILE --yes]`: what came of it, without anything that tells who you are. Shown in full; saved only with
 * both. Sends nothing.
 */
export async function report(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const { io, say, options, answer } = context;
  return withStore(context, async (deps) => {
    const { state, world, read } = await loadCase(args[0] ?? '', deps);
    if (!world) throw new SimoffError('case-unreadable', { case: read.case });
    const view = reportOf(state, world.brand, world.product, say);
    const out = typeof own.out === 'string' ? own.out : null;
    const saved = out !== null && options.yes === true;
    if (saved) await io.write(out, new TextEncoder().encode(view.yaml));
    const after = saved ? say('record.cli.saved', { path: out }) : say('record.cli.notSaved');
    answer({ ...view, saved: saved ? out : null }, () => `${view.text}\n${after}`);
    return EXIT.done;
  });
}
