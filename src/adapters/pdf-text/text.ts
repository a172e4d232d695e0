import { LIMITS } from '../../domain/limits.ts';
import type { PdfText } from '../../ports/pdf-text.ts';

/**
 * The text of a PDF, page by page, with unpdf (pdf.js); nothing in it is run. `most`: pages it may have; null: it has more. Throws
 * what the library throws where the file is damaged or locked.
 */
export async function pdfPages(bytes: Uint8Array, most: number): Promise<string[] | null> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  // pdf.js takes the buffer over; the caller still needs its own.
  const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  try {
    return document.numPages > most ? null : (await extractText(document, { mergePages: false })).text;
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Reads the text of a PDF; null where there is none, or it is too large or damaged. */
export function pdfText(): PdfText {
  return {
    async read(bytes: Uint8Array): Promise<string | null> {
      if (bytes.length > LIMITS.pdfBytes) return null;
      const pages = await pdfPages(bytes, LIMITS.pdfPages).catch(() => null);
      const whole = pages?.join('\n\n').slice(0, LIMITS.answerChars) ?? '';
      return /[\p{L}\d]/u.test(whole) ? whole : null;
    },
  };
}
