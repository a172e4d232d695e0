/**
 * Reads the catalog folder as people write it: YAML checked against the schema, source ids replaced by the sources.
 * Whatever is wrong is a finding with file and line; nothing is thrown for a bad file.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { CatalogFile, Finding } from '../../domain/catalog/lint/types.ts';
import {
  authoredBrandSchema,
  authoredIdentifiersSchema,
  authoredRuleSchema,
  authoredWhySchema,
  type Brand,
  type Identifiers,
  type Rule,
  type Source,
  type Why,
} from '../../domain/catalog/schema.ts';
import { LIMITS } from '../../domain/limits.ts';

export interface LoadedCatalog {
  brands: Brand[];
  retired: Brand[];
  rules: Rule[];
  identifiers: Identifiers | null;
  why: Why | null;
  files: CatalogFile[];
  findings: Finding[];
}

type PathPart = string | number;

/** Loads every file below `root` (`carriers/`, `retired/`, `rules/`, `identifiers.yaml`, `why.yaml`). Throws only where `root` cannot be read. */
export function loadCatalogFolder(root: string): LoadedCatalog {
  const findings: Finding[] = [];
  const files: CatalogFile[] = [];
  const read = <T>(path: string, schema: z.ZodType, slug?: { key: string; value: string }): T[] => {
    const result = readFile(join(root, path), path, schema, findings);
    if (!result) return [];
    files.push(result.file);
    const value = slug ? { [slug.key]: slug.value, ...result.value } : result.value;
    return [value as T];
  };
  const folder = <T>(name: string, schema: z.ZodType, key: string): T[] =>
    filesIn(join(root, name)).flatMap((file) => {
      if (FILE_NAME.test(file)) return read<T>(`${name}/${file}`, schema, { key, value: basename(file, '.yaml') });
      findings.push({ rule: 'file-name', severity: 'error', file: `${name}/${file}`, line: 1, path: '', facts: {} });
      return [];
    });

  return {
    brands: folder<Brand>('carriers', authoredBrandSchema, 'slug'),
    retired: folder<Brand>('retired', authoredBrandSchema, 'slug'),
    rules: folder<Rule>('rules', authoredRuleSchema, 'id'),
    identifiers: read<Identifiers>('identifiers.yaml', authoredIdentifiersSchema)[0] ?? null,
    why: read<Why>('why.yaml', authoredWhySchema)[0] ?? null,
    files,
    findings,
  };
}

/** A file's name is a permanent slug. */
const FILE_NAME = /^[a-z0-9]+(-[a-z0-9]+)*\.yaml$/;

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

function readFile(
  path: string,
  shown: string,
  schema: z.ZodType,
  findings: Finding[],
): { value: Record<string, unknown>; file: CatalogFile } | null {
  const fail = (rule: string, line: number, facts: Finding['facts'], at = ''): null => {
    findings.push({ rule, severity: 'error', file: shown, line, path: at, facts });
    return null;
  };
  const stat = statSync(path, { throwIfNoEntry: false });
  const size = stat?.isFile() ? stat.size : undefined;
  if (size === undefined) return fail('file-missing', 1, {});
  if (size > LIMITS.catalogFileBytes) return fail('file-too-large', 1, { bytes: size, limit: LIMITS.catalogFileBytes });

  const counter = new LineCounter();
  const text = readFileSync(path, 'utf8');
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken)
    return fail('yaml', counter.linePos(broken.pos[0]).line, { problem: broken.message.split('\n')[0] ?? '' });

  const line = (at: readonly PathPart[]): number => lineOf(document, counter, at);
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    // An alias would let a small file unfold into a huge one.
    return fail('yaml', 1, { problem: String((cause as Error).message).split('\n')[0] ?? '' });
  }
  const parsed = schema.safeParse(plain);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const at = issue.path as PathPart[];
      const extra = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...at, key]) : [at];
      for (const where of extra) fail('schema', line(where), { problem: issue.message }, where.join('.'));
    }
    return null;
  }
  const { sources, ...body } = parsed.data as { sources: Record<string, Source>; checkedOn: string };
  // A rule is one fact as a whole: all the sources at its head are its own.
  if (schema === authoredRuleSchema) {
    return { value: { ...body, sources: Object.values(sources) }, file: { file: shown, line: (at) => line(at), text } };
  }
  const used = new Set<string>();
  const value = resolve(body, sources, body.checkedOn, [], (id, at) => {
    if (Object.hasOwn(sources, id)) used.add(id);
    else fail('source-id', line(at), { id }, at.join('.'));
  }) as Record<string, unknown>;
  for (const id of Object.keys(sources)) {
    if (!used.has(id)) {
      findings.push({
        rule: 'source-unused',
        severity: 'warning',
        file: shown,
        line: line(['sources', id]),
        path: `sources.${id}`,
        facts: { id },
      });
    }
  }
  return { value, file: { file: shown, line: (at) => line(at), text } };
}

/** The line of the deepest node on the path that exists, 1-based. */
function lineOf(document: Document, counter: LineCounter, path: readonly PathPart[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isNode(parent) && 'items' in parent) {
      for (const item of parent.items as { key?: { value?: unknown; range?: [number] } }[]) {
        if (item.key?.value === key && item.key?.range) return counter.linePos(item.key.range[0]).line;
      }
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

/** Puts the whole source in place of each id, and the file's `checkedOn` where a fact has none of its own. */
function resolve(
  value: unknown,
  sources: Record<string, Source>,
  checkedOn: string,
  path: PathPart[],
  seen: (id: string, path: PathPart[]) => void,
): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => resolve(item, sources, checkedOn, [...path, index], seen));
  if (value === null || typeof value !== 'object') return value;
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key !== 'sources') {
      out[key] = resolve(item, sources, checkedOn, [...path, key], seen);
      continue;
    }
    out[key] = (item as string[]).flatMap((id, index) => {
      seen(id, [...path, key, index]);
      return Object.hasOwn(sources, id) && sources[id] ? [sources[id]] : [];
    });
  }
  if ('confidence' in out && !('checkedOn' in out)) out.checkedOn = checkedOn;
  return out;
}
