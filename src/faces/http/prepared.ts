import type { CaseDeps } from '../../app/case/deps.ts';
import { type PreparedCase, prepareDocuments, recordComposed } from '../../app/case/prepare.ts';
import { SimoffError } from '../../domain/errors.ts';
import { errorSentence } from '../../locale/error-sentence.ts';
import type { Say } from '../../locale/say.ts';
import type { PdfMaker } from '../../ports/pdf.ts';
import type { Says } from './language.ts';

/**
 * Prepares a case, records it, and gives the answer. Where the fonts lack a character, the texts come all the same, with the
 * reason why there are no PDFs.
 */
export async function preparedAnswer(name: string, says: Says, say: Say, deps: CaseDeps, pdf: PdfMaker | null) {
  let problem: SimoffError | null = null;
  const prepared = await prepareDocuments(name, says, say.language, deps, pdf).catch(
    async (error: unknown): Promise<PreparedCase> => {
      if (!(error instanceof SimoffError) || error.code !== 'glyph-missing') throw error;
      problem = error;
      return prepareDocuments(name, says, say.language, deps, null);
    },
  );
  await recordComposed(prepared, deps);
  return {
    ...prepared.view,
    documents: prepared.documents,
    pdfs: prepared.pdfs.map(({ content: _, ...pdf }) => pdf),
    pdfProblem: problem === null ? null : problemOf(problem, say),
  };
}

function problemOf(error: SimoffError, say: Say) {
  return { code: error.code, message: errorSentence(error, say), facts: error.facts };
}
