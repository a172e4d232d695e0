import { join } from 'node:path';
import { type PreparedCase, prepareDocuments, recordComposed } from '../../../app/case/prepare.ts';
import { viewCase } from '../../../app/case/view.ts';
import { SimoffError } from '../../../domain/errors.ts';
import { errorSentence } from '../../../locale/error-sentence.ts';
import { loadMessages } from '../../../locale/messages.ts';
import { sayer } from '../../../locale/say.ts';
import { renderPrepared } from '../render-prepare.ts';
import { type Context, EXIT } from '../run.ts';
import { withStore } from './case.ts';

/**
 * `prepare CASE --out DIR`: writes the documents into a folder (newer versions replace older ones of the same name) and records
 * that they were composed.
 */
export async function prepare(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const { io, say, answer } = context;
  if (typeof own.out !== 'string') throw new SimoffError('usage', { problem: 'missingOption', named: '--out' });
  const out = own.out;
  const says = { en: sayer('en', await loadMessages('en')), zh: sayer('zh', await loadMessages('zh')) };
  return withStore(context, async (deps) => {
    const prepared = await prepareDocuments(args[0] ?? '', says, say.language, deps, (trouble) =>
      io.note(`${errorSentence(trouble, say)}\n`),
    );
    for (const { name, text } of prepared.documents) {
      await io.write(join(out, name), new TextEncoder().encode(text), { replace: true });
    }
    const { loaded } = await recordComposed(prepared, deps);
    const { stage, stageName, nextAction } = viewCase(loaded, say);
    const view = { case: loaded.read.case, ...listed(prepared, out), stage, stageName, nextAction };
    answer(view, () => renderPrepared(view, out, say));
    return EXIT.done;
  });
}

function listed({ documents, view }: PreparedCase, out: string) {
  const files = documents.map(({ name, kind, purpose, language, sha256 }) => ({
    path: join(out, name),
    kind,
    purpose,
    language,
    sha256,
  }));
  return { files, missing: view.missing };
}
