/**
 * One catalog file as people write it: YAML checked against its schema, source ids replaced by the sources. Needs no disk, so
 * that a web page can check a file too. Whatever is wrong is a finding with file and line; nothing is thrown for a bad file.
 */
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { CatalogFile, Finding } from '../../domain/catalog/lint/types.ts';
import { authoredRuleSchema, type Source } from '../../domain/catalog/schema.ts';
import { explain } from './explain.ts';

export type PathPart = string | number;

export interface Parsed {
  /** null: the findings say why. */
  value: Record<string, unknown> | null;
  /** null: not even YAML. */
  file: CatalogFile | null;
  findings: Finding[];
}

/** Reads `text` as the catalog file `name` (a path below the catalog folder, for the findings). */
export function parseFile(text: string, name: string, schema: z.ZodType): Parsed {
  const findings: Finding[] = [];
  const found = (
    rule: string,
    line: number,
    facts: Finding['facts'],
    path = '',
    severity: Finding['severity'] = 'error',
  ) => void findings.push({ rule, severity, file: name, line, path, facts });

  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken) {
    const { line } = counter.linePos(broken.pos[0]);
    const key = /^\s*(?:- )?["']?([\w-]+)/.exec(text.split('\n')[line - 1] ?? '')?.[1] ?? '';
    if (broken.code === 'DUPLICATE_KEY') found('yaml-key-twice', line, { key });
    else found('yaml', line, { problem: firstLine(broken.message) });
    // The file is there all the same: its slug has not vanished, and its text can still point at a person.
    return { value: null, file: { file: name, line: () => 1, text }, findings };
  }

  const line = (at: readonly PathPart[]): number => lineOf(document, counter, at);
  const file: CatalogFile = { file: name, line, text };
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 0 });
  } catch {
    // An alias would let a small file unfold into a huge one.
    found('yaml-alias', 1, {});
    return { value: null, file, findings };
  }
  const parsed = schema.safeParse(plain);
  if (!parsed.success) {
    for (const { rule, path, facts } of parsed.error.issues.flatMap((issue) => explain(issue, plain, schema)))
      found(rule, line(path), facts, path.join('.'));
    return { value: null, file, findings };
  }
  const body = parsed.data as Record<string, unknown>;
  if (!('sources' in body)) return { value: body, file, findings };
  return { value: withSources(body, schema, { found, line }), file, findings };
}

interface Pen {
  found(rule: string, line: number, facts: Finding['facts'], path?: string, severity?: Finding['severity']): void;
  line(at: readonly PathPart[]): number;
}

/** The body with every source in the place of its id; ids that lead nowhere or that nobody uses are findings. */
function withSources(
  parsed: Record<string, unknown>,
  schema: z.ZodType,
  { found, line }: Pen,
): Record<string, unknown> {
  const { sources, checkedOn, ...body } = parsed as { sources: Record<string, Source>; checkedOn: string };
  // A rule is one fact as a whole: all the sources at its head are its own.
  if (schema === authoredRuleSchema) return { ...body, checkedOn, sources: Object.values(sources) };
  const used = new Set<string>();
  const value = resolve(body, sources, checkedOn, [], (id, at) => {
    if (Object.hasOwn(sources, id)) used.add(id);
    else found('source-id', line(at), { id }, at.join('.'));
  }) as Record<string, unknown>;
  for (const id of Object.keys(sources)) {
    if (!used.has(id)) found('source-unused', line(['sources', id]), { id }, `sources.${id}`, 'warning');
  }
  return value;
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

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace(/:$/, '');
}
