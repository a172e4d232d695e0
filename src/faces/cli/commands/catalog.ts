import { statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import about from '../../../../package.json' with { type: 'json' };
import { makeFolder } from '../../../adapters/store/files.ts';
import { BUNDLE_FILE, BUNDLE_SCHEMA_FILE } from '../../../app/bundle-names.ts';
import { listCatalog, showBrand } from '../../../app/catalog.ts';
import type { Finding } from '../../../domain/catalog/lint/types.ts';
import { catalogStats } from '../../../domain/catalog/stats.ts';
import { echo, SimoffError } from '../../../domain/errors.ts';
import { todayOf } from '../options.ts';
import { renderBrand, renderFindings, renderList, renderStats } from '../render-catalog.ts';
import { type Context, EXIT } from '../run.ts';

/** `catalog list`. */
export async function list({ io, say, answer }: Context): Promise<number> {
  const view = listCatalog(await io.catalog().index(), say);
  answer(view, () => renderList(view, say));
  return EXIT.done;
}

/** `catalog show CARRIER`. */
export async function show({ io, say, answer }: Context, args: string[]): Promise<number> {
  const brand = await showBrand(args[0] ?? '', io.catalog());
  answer(brand, () => renderBrand(brand, say));
  return EXIT.done;
}

/** `catalog lint [FOLDER] [--quiet]`: exit 1 where there is an error; warnings alone are exit 0, and with `--quiet` only counted. */
export async function lint(
  { io, say, options, answer }: Context,
  args: string[],
  own: Record<string, unknown>,
): Promise<number> {
  const folder = args[0] === undefined ? io.paths.catalog : resolve(args[0]);
  if (!statSync(join(folder, 'carriers'), { throwIfNoEntry: false })?.isDirectory())
    throw new SimoffError('not-found', { what: echo(args[0] ?? 'catalog', 200) });
  const [{ loadCatalogFolder }, { lintLoaded }] = await Promise.all([
    import('../../../adapters/catalog-yaml/load.ts'),
    import('../../../adapters/catalog-yaml/lint.ts'),
  ]);
  const loaded = loadCatalogFolder(folder);
  const findings = lintLoaded(loaded, todayOf(options, io.now)).map((finding) => ({
    ...finding,
    message: messageOf(finding, say),
  }));
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const view = { files: loaded.files.length, errors: count('error'), warnings: count('warning'), findings };
  answer(view, () => renderFindings(view, own.quiet === true, say));
  return view.errors > 0 ? EXIT.negative : EXIT.done;
}

/** `catalog stats`. */
export async function stats({ io, say, options, answer }: Context): Promise<number> {
  const view = catalogStats(await io.catalog().counts(), todayOf(options, io.now));
  answer(view, () => renderStats(view, say));
  return EXIT.done;
}

/** `catalog build --out DIR`: the catalog as one document for other programs, with its JSON Schema. */
export async function build(
  { io, say, options, answer }: Context,
  _: string[],
  own: Record<string, unknown>,
): Promise<number> {
  const { bundleFiles } = await import('../../../app/bundle.ts');
  const folder = resolve(String(own.out));
  const { bundle, files } = await bundleFiles(io.catalog(), about.version);
  const view = {
    path: join(folder, BUNDLE_FILE),
    schema: join(folder, BUNDLE_SCHEMA_FILE),
    brands: bundle.brands.length,
    asOf: bundle.asOf,
    licence: bundle.licence,
  };
  for (const [name, text] of Object.entries(files)) writeNew(folder, name, text, options.yes === true);
  answer(view, () => say('cli.catalog.built', { ...view, brands: view.brands }));
  return EXIT.done;
}

/** Overwrites only what the user said yes to. Throws `file-exists`, `file-unwritable`. */
function writeNew(folder: string, name: string, text: string, overwrite: boolean): void {
  const shown = echo(join(folder, name), 200);
  let ready = false;
  try {
    makeFolder(folder);
    ready = true;
    writeFileSync(join(folder, name), text, { flag: overwrite ? 'w' : 'wx' });
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    if (ready && reason === 'EEXIST') throw new SimoffError('file-exists', { file: shown }, { cause });
    throw new SimoffError('file-unwritable', { file: shown, reason }, { cause });
  }
}

function messageOf(finding: Finding, say: Context['say']): string {
  return say(`lint.${finding.rule}`, finding.facts);
}
