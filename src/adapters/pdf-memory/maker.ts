import { SimoffError } from '../../domain/errors.ts';
import type { PdfData, PdfMaker, PdfTemplate } from '../../ports/pdf.ts';

/** Stands in for the compiler: the "page" is its template and its data. What it was asked for stays in `made`. */
export function memoryPdf(cannotDraw = ''): PdfMaker & { made: { template: PdfTemplate; data: PdfData }[] } {
  const made: { template: PdfTemplate; data: PdfData }[] = [];
  return {
    made,
    make: async (template, data) => {
      const text = JSON.stringify(data);
      const missing = [...new Set(text)].filter((character) => cannotDraw.includes(character));
      if (missing.length > 0) throw new SimoffError('glyph-missing', { characters: missing, field: 'title' });
      made.push({ template, data });
      return new TextEncoder().encode(`%PDF ${template} ${text}`);
    },
  };
}
