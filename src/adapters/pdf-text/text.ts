import { extractText, getDocumentProxy } from 'unpdf';
import { LIMITS } from '../../domain/limits.ts';
import type { PdfText } from '../../ports/pdf-text.ts';

/** Reads the text of a PDF with unpdf (pdf.js); nothing in it is run. */
export function pdfText(): PdfText {
  return {
    async read(bytes: Uint8Array): Promise<string | null> {
      if (bytes.length > LIMITS.pdfBytes) return null;
      try {
        // pdf.js takes the buffer over; the caller still needs its own.
        const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
        if (document.numPages > LIMITS.pdfPages) return null;
        const { text } = await extractText(document, { mergePages: false });
        const whole = text.join('\n\n').slice(0, LIMITS.answerChars);
        return /[\p{L}\d]/u.test(whole) ? whole : null;
      } catch {
        return null;
      }
    },
  };
}
