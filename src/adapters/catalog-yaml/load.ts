/**
 * Reads the catalog folder as people write it. Whatever is wrong is a finding with file and line; nothing is thrown for a bad file.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { CatalogFile, Finding } from '../../domain/catalog/lint/types.ts';
import {
  authoredBrandSchema,
  authoredIdentifiersSchema,
  authoredRetiredSchema,
  authoredRuleSchema,
  authoredWhySchema,
  type Brand,
  type Identifiers,
  type Retired,
  type Rule,
  type Why,
} from '../../domain/catalog/schema.ts';
import { type FiledReport, triedSchema } from '../../domain/catalog/tried/schema.ts';
import { LIMITS } from '../../domain/limits.ts';
import { parseFile } from './parse.ts';

export interface LoadedCatalog {
  brands: Brand[];
  retired: Retired[];
  rules: Rule[];
  tried: FiledReport[];
  identifiers: Identifiers | null;
  why: Why | null;
  /** Every slug that was ever published. */
  slugs: string[];
  /** All that could be read as YAML, those with wrong content included. */
  files: CatalogFile[];
  findings: Finding[];
}

/**
 * Loads every file below `root` (`carriers/`, `retired/`, `rules/`, `tried/<slug>/`, `identifiers.yaml`, `why.yaml`,
 * `slugs.txt`). Throws only where `root` cannot be read.
 */
export function loadCatalogFolder(root: string): LoadedCatalog {
  const findings: Finding[] = [];
  const files: CatalogFile[] = [];
  const read = <T>(path: string, schema: z.ZodType, extra: Record<string, string> = {}): T[] => {
    const text = textOf(join(root, path), path, findings);
    if (text === null) return [];
    const parsed = parseFile(text, path, schema);
    findings.push(...parsed.findings);
    if (parsed.file) files.push(parsed.file);
    return parsed.value ? [{ ...extra, ...parsed.value } as T] : [];
  };
  const folder = <T>(name: string, schema: z.ZodType, extra: (base: string) => Record<string, string>): T[] =>
    namesIn(join(root, name)).flatMap((file) => {
      if (FILE_NAME.test(file)) return read<T>(`${name}/${file}`, schema, extra(basename(file, '.yaml')));
      findings.push({ rule: 'file-name', severity: 'error', file: `${name}/${file}`, line: 1, path: '', facts: {} });
      return [];
    });

  return {
    brands: folder<Brand>('carriers', authoredBrandSchema, (slug) => ({ slug })),
    retired: folder<Retired>('retired', authoredRetiredSchema, (slug) => ({ slug })),
    rules: folder<Rule>('rules', authoredRuleSchema, (id) => ({ id })),
    tried: foldersIn(join(root, 'tried')).flatMap((slug) =>
      folder<FiledReport>(`tried/${slug}`, triedSchema, (id) => ({ slug, id })),
    ),
    identifiers: read<Identifiers>('identifiers.yaml', authoredIdentifiersSchema)[0] ?? null,
    why: read<Why>('why.yaml', authoredWhySchema)[0] ?? null,
    slugs: slugsIn(join(root, 'slugs.txt')),
    files,
    findings,
  };
}

/** A file's name is a permanent slug. */
const FILE_NAME = /^[a-z0-9]+(-[a-z0-9]+)*\.yaml$/;

function namesIn(folder: string): string[] {
  return entriesIn(folder).map(({ name }) => name);
}

function foldersIn(folder: string): string[] {
  return entriesIn(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.') && name !== 'README.md')
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

/** One slug a line. No file: none was ever published. */
function slugsIn(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function textOf(path: string, shown: string, findings: Finding[]): string | null {
  const fail = (rule: string, facts: Finding['facts']): null => {
    findings.push({ rule, severity: 'error', file: shown, line: 1, path: '', facts });
    return null;
  };
  const stat = statSync(path, { throwIfNoEntry: false });
  const size = stat?.isFile() ? stat.size : undefined;
  if (size === undefined) return fail('file-missing', {});
  if (size > LIMITS.catalogFileBytes) return fail('file-too-large', { bytes: size, limit: LIMITS.catalogFileBytes });
  return readFileSync(path, 'utf8');
}
