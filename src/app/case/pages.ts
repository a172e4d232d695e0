import { hashOfBytes } from '../../domain/case/hasher.ts';
import type { Situation } from '../../domain/case/situation.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { PdfMaker } from '../../ports/pdf.ts';
import type { PdfPlan } from '../prepare-pdf.ts';
import type { ComposedPdf } from './prepare.ts';

/** Makes every page that was planned. Throws `glyph-missing` with the field of the situation that holds the character. */
export async function pagesOf(plans: readonly PdfPlan[], pdf: PdfMaker, situation: Situation): Promise<ComposedPdf[]> {
  const made: ComposedPdf[] = [];
  for (const { template, data, ...plan } of plans) {
    const content = await pdf.make(template, data).catch((error: unknown) => {
      throw explained(error, situation);
    });
    made.push({ ...plan, content, sha256: hashOfBytes(content), bytes: content.length });
  }
  return made;
}

function explained(error: unknown, situation: Situation): unknown {
  if (!(error instanceof SimoffError) || error.code !== 'glyph-missing') return error;
  const { characters, field } = error.facts;
  const all = Array.isArray(characters) ? (characters as string[]) : [];
  const told = all.map((one) => fieldWith(one, situation, [])).find((one) => one !== null);
  return new SimoffError(
    'glyph-missing',
    { characters: all.map(named), field: told ?? String(field) },
    { cause: error },
  );
}

/** The picture of a character may be missing on the reader's screen too: `𠮷 (U+20BB7)`. */
function named(character: string): string {
  const codes = [...character].map(
    (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `${character} (${codes.join(' ')})`;
}

/** The path of the field, as in docs/situation.md; null: nothing the user told holds it. */
function fieldWith(character: string, value: unknown, path: readonly string[]): string | null {
  if (typeof value === 'string') return value.includes(character) ? path.join('.') : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, one] of Object.entries(value)) {
    const found = fieldWith(character, one, [...path, name]);
    if (found !== null) return found;
  }
  return null;
}
