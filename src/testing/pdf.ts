/** Real pages in tests: the compiler as a checkout has it, and what a reader finds in the bytes. */
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { packagedFonts } from '../adapters/pdf-typst/fonts.ts';
import { typstPdf } from '../adapters/pdf-typst/maker.ts';

const root = join(import.meta.dirname, '../..');

export const realPdf = () =>
  typstPdf({
    fonts: packagedFonts(join(root, 'node_modules')),
    templates: join(root, 'src/adapters/pdf-typst/templates'),
  });

/** A piece of text on a page, in inches from the upper left corner of the sheet. */
export interface Piece {
  page: number;
  text: string;
  left: number;
  right: number;
  baseline: number;
}

const POINTS = 72;
const SHEET = { width: 8.5, height: 11 };

/** Every piece of text of a PDF in reading order. */
export async function piecesOf(bytes: Uint8Array): Promise<Piece[]> {
  const document = await getDocumentProxy(bytes.slice());
  const pieces: Piece[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const left = item.transform[4] / POINTS;
      const baseline = SHEET.height - item.transform[5] / POINTS;
      pieces.push({ page, text: item.str, left, right: left + item.width / POINTS, baseline });
    }
  }
  return pieces;
}

/** The text of a PDF without the breaks that lines and long words need. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  return flat((await piecesOf(bytes)).map(({ text }) => text).join(''));
}

/** Text as it can be compared: without white space and marks of width nothing. */
export function flat(text: string): string {
  return text.replace(/[\s\u200b]+/gu, '');
}

/** Text that would lie outside the sheet, and so be cut off. */
export function cutOff(pieces: readonly Piece[]): Piece[] {
  const slack = 0.02;
  return pieces.filter(
    ({ left, right, baseline }) =>
      left < -slack || right > SHEET.width + slack || baseline < 0 || baseline > SHEET.height,
  );
}
