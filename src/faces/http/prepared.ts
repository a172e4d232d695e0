import type { CaseDeps } from '../../app/case/deps.ts';
import { withDraft } from '../../app/case/draft.ts';
import { prepareWhatCanBe, recordComposed } from '../../app/case/prepare.ts';
import type { Say } from '../../locale/say.ts';
import type { PdfMaker } from '../../ports/pdf.ts';
import { errorBody } from './errors.ts';
import type { Says } from './language.ts';

/**
 * Prepares a case, records it, and gives the answer. Where the fonts lack a character, the texts come all the same, with the
 * reason why there are no PDFs.
 */
export async function preparedAnswer(name: string, says: Says, say: Say, deps: CaseDeps, pdf: PdfMaker | null) {
  const { composeMail } = await import('../../adapters/mailer-smtp/compose.ts');
  const { prepared: composed, pdfProblem } = await prepareWhatCanBe(name, says, say.language, deps, pdf);
  const prepared = await withDraft(composed, null, composeMail);
  await recordComposed(prepared, deps);
  return {
    ...prepared.view,
    documents: prepared.documents,
    pdfs: prepared.pdfs.map(({ content: _, ...pdf }) => pdf),
    pdfProblem: pdfProblem && errorBody(pdfProblem, say).error,
    mailto: prepared.mailto?.href ?? null,
  };
}

/** Everything `prepare` writes into a folder, as files; recorded as composed. */
export async function preparedFiles(name: string, says: Says, say: Say, deps: CaseDeps, pdf: PdfMaker | null) {
  const { composeMail } = await import('../../adapters/mailer-smtp/compose.ts');
  const { prepared: composed } = await prepareWhatCanBe(name, says, say.language, deps, pdf);
  const prepared = await withDraft(composed, null, composeMail);
  await recordComposed(prepared, deps);
  const texts = prepared.documents.map((own) => ({ name: own.name, content: new TextEncoder().encode(own.text) }));
  return { composed: prepared.loaded.read.case, files: [...texts, ...prepared.pdfs] };
}
