/** The checks of a catalog as people write it: of a loaded folder, and of one file a person is still writing. */
import { lintCatalog, onlyBrands } from '../../domain/catalog/lint/lint.ts';
import type { Finding } from '../../domain/catalog/lint/types.ts';
import { authoredBrandSchema, type Brand } from '../../domain/catalog/schema.ts';
import { LIMITS } from '../../domain/limits.ts';
import type { LoadedCatalog } from './load.ts';
import { parseFile } from './parse.ts';

/** All findings of a loaded folder, those of reading it first. `today`: `YYYY-MM-DD`. */
export function lintLoaded(loaded: LoadedCatalog, today: string): Finding[] {
  return [...loaded.findings, ...lintCatalog({ ...loaded, today })];
}

/**
 * The findings of one brand's file as text, with the lines of the text; needs no disk. What only the whole catalog shows (a hotline
 * that stands elsewhere, a slug that vanished) is left out. `today`: `YYYY-MM-DD`.
 */
export function lintText(text: string, slug: string, today: string): Finding[] {
  const name = `carriers/${slug}.yaml`;
  const bytes = new TextEncoder().encode(text).length;
  const limit = LIMITS.catalogFileBytes;
  if (bytes > limit)
    return [{ rule: 'file-too-large', severity: 'error', file: name, line: 1, path: '', facts: { bytes, limit } }];
  const { value, file, findings } = parseFile(text, name, authoredBrandSchema);
  if (!value || !file) return findings;
  return [...findings, ...lintCatalog(onlyBrands([{ slug, ...value } as Brand], today, [file]))];
}
