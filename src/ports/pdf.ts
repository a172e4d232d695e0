/** The pages there are; each is a template that knows what its data holds. */
export type PdfTemplate = 'letter' | 'call-sheet' | 'sheet';

/** Plain values a template is filled with; every text in it is shown as it stands, never read as code. */
export type PdfValue = string | number | boolean | null | readonly PdfValue[] | { readonly [name: string]: PdfValue };

export interface PdfData {
  readonly [name: string]: PdfValue;
  /** ISO 639-1 code of the main text. */
  language: string;
  title: string;
  /** The date the file bears, `YYYY-MM-DD`: identical data give identical bytes. */
  date: string;
}

/**
 * Makes a tagged PDF (PDF/UA-1) on US Letter pages from a template and data; starts nothing before the first page is asked for.
 * Throws `glyph-missing` where the fonts hold no picture for a character: which ones, and the first place in the data.
 */
export interface PdfMaker {
  make(template: PdfTemplate, data: PdfData): Promise<Uint8Array>;
}
