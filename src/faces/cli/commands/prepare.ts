import { join } from 'node:path';
import { withDraft } from '../../../app/case/draft.ts';
import { type PreparedCase, prepareWhatCanBe, recordComposed } from '../../../app/case/prepare.ts';
import { viewCase } from '../../../app/case/view.ts';
import { hashOfBytes } from '../../../domain/case/hasher.ts';
import { SimoffError } from '../../../domain/errors.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { errorSentence } from '../../../locale/error-sentence.ts';
import { loadMessages } from '../../../locale/messages.ts';
import { sayer } from '../../../locale/say.ts';
import { renderPrepared } from '../render-prepare.ts';
import { type Context, EXIT } from '../run.ts';
import { withStore } from './case.ts';

/**
 * `prepare CASE --out DIR [--to ADDRESS] [--no-pdf] [--signed]`: writes the documents into a folder, as text, as mail and as PDF (newer
 * versions replace older ones of the same name; what you changed is kept as `name~`), and records that they were composed.
 */
export async function prepare(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const { io, say, answer } = context;
  if (typeof own.out !== 'string') throw new SimoffError('usage', { problem: 'missingOption', named: '--out' });
  const out = own.out;
  const says = { en: sayer('en', await loadMessages('en')), zh: sayer('zh', await loadMessages('zh')) };
  return withStore(context, async (plain) => {
    const deps = { ...plain, signed: own.signed === true };
    const { composeMail } = await import('../../../adapters/mailer-smtp/compose.ts');
    const to = typeof own.to === 'string' ? own.to : null;
    const pdf = own.pdf === false ? null : io.pdf();
    const tell = (trouble: SimoffError): void => io.note(`${errorSentence(trouble, say)}\n`);
    const { prepared: composed, pdfProblem } = await prepareWhatCanBe(
      args[0] ?? '',
      says,
      say.language,
      deps,
      pdf,
      tell,
    );
    const problem = pdfProblem && {
      code: pdfProblem.code,
      message: errorSentence(pdfProblem, say),
      facts: pdfProblem.facts,
    };
    if (pdfProblem) tell(pdfProblem);
    const prepared = await withDraft(composed, to, composeMail);
    const texts = prepared.documents.map(({ name, text }) => ({ name, content: new TextEncoder().encode(text) }));
    for (const { name, content } of [...texts, ...prepared.pdfs]) {
      await keepEdited(join(out, name), prepared, context);
      await io.write(join(out, name), content, { replace: true });
    }
    const { loaded } = await recordComposed(prepared, deps);
    const { stage, stageName, nextAction } = viewCase(loaded, say);
    const mailto = prepared.mailto?.href ?? null;
    const view = {
      case: loaded.read.case,
      ...listed(prepared, out),
      pdfProblem: problem,
      mailto,
      stage,
      stageName,
      nextAction,
    };
    answer(view, () => renderPrepared(view, out, say));
    return EXIT.done;
  });
}

/** A file that simoff did not write itself, or that was changed since, is kept beside the new one. */
async function keepEdited(
  path: string,
  { loaded, documents, pdfs }: PreparedCase,
  { io, say }: Context,
): Promise<void> {
  if (!io.exists(path)) return;
  const bytes = io.file(path, LIMITS.attachmentBytes);
  const made = [...documents, ...pdfs, ...loaded.state.all('document-composed').map(({ data }) => data)];
  const hash = hashOfBytes(bytes);
  if (made.some(({ sha256 }) => sha256 === hash)) return;
  await io.write(`${path}~`, bytes, { replace: true });
  io.note(`${say('record.cli.keptEdited', { path: `${path}~` })}\n`);
}

function listed({ documents, pdfs, view }: PreparedCase, out: string) {
  const files = [...documents, ...pdfs].map(({ name, kind, purpose, language, sha256 }) => ({
    path: join(out, name),
    kind,
    purpose,
    language,
    sha256,
  }));
  return { files, missing: view.missing };
}
