import { exportLines, noCounts } from '../../../app/case/export.ts';
import { importLines } from '../../../app/case/import.ts';
import { linesOf, streamOf } from '../../../app/case/lines.ts';
import { SimoffError } from '../../../domain/errors.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { type Context, EXIT } from '../run.ts';
import { withStore } from './case.ts';

const PASSPHRASE = 'SIMOFF_PASSPHRASE';

/**
 * `export [CASE] --out FILE`: with a passphrase (asked for, or SIMOFF_PASSPHRASE) an age file that holds everything; without
 * one, readable text in which the secrets are left out.
 */
export async function exportCases(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const { io, say, answer } = context;
  if (typeof own.out !== 'string') throw new SimoffError('usage', { problem: 'missingOption', named: '--out' });
  const out = own.out;
  const given = own.plain ? null : (io.env[PASSPHRASE] ?? (await io.ask(say('record.cli.passphrase.new'))));
  const passphrase = given === null || given === '' ? null : given;
  return withStore(context, async (deps) => {
    const counts = noCounts();
    const lines = exportLines(args[0] ?? null, { secrets: passphrase !== null }, deps, counts);
    const plain = streamOf(lines);
    const { locked } = await import('../../../adapters/passphrase-age/passphrase.ts');
    const sha256 = await io.write(out, passphrase === null ? plain : await locked(plain, passphrase));
    if (passphrase === null) io.note(`${say('record.cli.exportedPlain')}\n`);
    if (counts.lost + counts.problems > 0) {
      io.note(`${say('record.cli.exportedDamaged', { count: counts.lost + counts.problems })}\n`);
    }
    const view = { path: out, sha256, encrypted: passphrase !== null, ...counts };
    answer(view, () => say('record.cli.exported', { path: out, cases: counts.cases, events: counts.events }));
    return EXIT.done;
  });
}

/** `import FILE`. */
export async function importCases(context: Context, args: string[]): Promise<number> {
  const { io, say, answer } = context;
  const bytes = io.file(args[0] ?? '', LIMITS.importBytes);
  if (bytes.length > LIMITS.importBytes) throw new SimoffError('input-too-large', { limit: LIMITS.importBytes });
  const { isLocked, unlocked } = await import('../../../adapters/passphrase-age/passphrase.ts');
  const plain = isLocked(bytes)
    ? await unlocked(bytes, io.env[PASSPHRASE] ?? (await io.ask(say('record.cli.passphrase'))))
    : bytes;
  return withStore(context, async (deps) => {
    const view = await importLines(() => linesOf(plain), deps);
    const added = view.cases.reduce((sum, one) => sum + one.added, 0);
    const problems = view.cases.reduce((sum, one) => sum + one.problems, 0);
    if (problems > 0) io.note(`${say('record.cli.importedDamaged', { count: problems })}\n`);
    answer(view, () => say('record.cli.imported', { cases: view.cases.length, events: added }));
    return EXIT.done;
  });
}
