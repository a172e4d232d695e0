import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { SimoffError } from '../../domain/errors.ts';
import type { PdfData, PdfMaker, PdfTemplate } from '../../ports/pdf.ts';
import { breakable, missingIn, placeOf } from './text.ts';

export interface PdfPlaces {
  /** Folders with the fonts of the pages: two weights of Noto Sans SC. */
  fonts: readonly string[];
  /** The folder of the templates; nothing outside it can be read. */
  templates: string;
}

/** Compiled pieces unused for this many pages are forgotten, so that a server does not grow. */
const KEPT_TURNS = 10;
const SHOWN_CHARACTERS = 10;

/**
 * Typst behind the port. The compiler is loaded at the first page; it gets the data as JSON beside the template, never inside
 * it, and reaches neither the network nor a file outside the folder of the templates.
 */
export function typstPdf({ fonts, templates }: PdfPlaces): PdfMaker {
  let compiler: Promise<NodeCompiler> | null = null;
  const load = async (): Promise<NodeCompiler> => {
    const typst = await import('@myriaddreamin/typst-ts-node-compiler');
    return typst.NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [...fonts] }] });
  };
  return {
    make: async (template, data) => {
      compiler ??= load();
      const typst = await compiler;
      try {
        return compiled(typst, template, data, templates);
      } finally {
        typst.evictCache(KEPT_TURNS);
      }
    },
  };
}

function compiled(typst: NodeCompiler, template: PdfTemplate, data: PdfData, folder: string): Uint8Array {
  const inputs = { data: JSON.stringify(breakable(data, template)) };
  try {
    return new Uint8Array(typst.pdf({ mainFilePath: `${folder}/${template}.typ`, inputs }, { pdfStandard: 'ua-1' }));
  } catch (cause) {
    const complaint = complaintOf(cause);
    const characters = missingIn(complaint);
    if (characters.length === 0) throw new Error(`${template}.typ: ${complaint}`, { cause });
    const field = placeOf(characters[0] ?? '', data) ?? '';
    throw new SimoffError('glyph-missing', { characters: characters.slice(0, SHOWN_CHARACTERS), field }, { cause });
  }
}

/** The compiler puts what is wrong now in the message, now in the code of an error. */
function complaintOf(cause: unknown): string {
  const { message = '', code = '' } = cause as { message?: string; code?: string };
  return `${message} ${code}`.trim();
}
