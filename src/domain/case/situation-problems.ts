import type { z } from 'zod';
import { echo, SimoffError } from '../errors.ts';

/** What can be wrong with a field. The sentence of each stands under `decide.problem.<code>`. */
export const SITUATION_PROBLEMS = [
  'missing',
  'not-object',
  'not-text',
  'too-long',
  'not-money',
  'negative-money',
  'not-date',
  'date-out-of-range',
  'not-whole-number',
  'out-of-range',
  'not-boolean',
  'not-zone',
  'not-country',
  'not-list',
  'not-one-of',
  'unknown-key',
  'returns-before-leaving',
] as const;

export type SituationProblemCode = (typeof SITUATION_PROBLEMS)[number];

/** A value that a field cannot take. */
export interface SituationProblem {
  problem: SituationProblemCode;
}

type Issue = z.core.$ZodIssue;

/** What `schema` makes of `input`. Throws `situation-field` for the first problem; never repeats a value. */
export function checked<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  throw situationError(first ? described(first, schema, input) : { path: '', problem: 'not-object', expected: '{…}' }, {
    problems: result.error.issues.length,
  });
}

interface Described {
  path: string;
  problem: SituationProblemCode;
  expected: string;
}

/** The one error of a situation. */
export function situationError(found: Described, { problems = 1 }: { problems?: number } = {}): SimoffError {
  const { path, problem, expected } = found;
  return new SimoffError('situation-field', { path: path === '' ? '{}' : path, problem, expected, problems });
}

function described(issue: Issue, schema: z.ZodType, input: unknown): Described {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'custom') {
    const expected = String((issue.params as { expected?: string } | undefined)?.expected ?? '');
    return { path, problem: issue.message as SituationProblemCode, expected };
  }
  if (issue.code === 'unrecognized_keys') return unknownKey(issue.keys[0] ?? '', issue.path, schema);
  const expected = path === 'line.carrier' ? '"t-mobile"' : group(keysAt(schema, issue.path));
  const given = at(input, issue.path);
  if (given === undefined || given === null) return { path, problem: 'missing', expected };
  if (path === 'line.carrier') {
    if (typeof given !== 'string') return { path, problem: 'not-text', expected };
    return { path, problem: given.trim() === '' ? 'missing' : 'too-long', expected };
  }
  return { path, problem: 'not-object', expected };
}

/** A key nobody knows: named only where it looks like a word, since people paste secrets into the wrong place. */
function unknownKey(key: string, where: readonly PropertyKey[], schema: z.ZodType): Described {
  const shown = /^[A-Za-z][A-Za-z_-]{0,30}$/.test(key) ? echo(key) : '***';
  const path = [...where.map(String), shown].join('.');
  return { path, problem: 'unknown-key', expected: nearest(key, keysAt(schema, where)) };
}

/** How a group of fields is written: with its first ones, where the line and its carrier come before all. */
function group(keys: readonly string[]): string {
  if (keys.includes('line')) return '{"line": {"carrier": "t-mobile"}}';
  if (keys.includes('carrier')) return '{"carrier": "t-mobile"}';
  return `{${keys
    .slice(0, 2)
    .map((key) => `"${key}": …`)
    .join(', ')}}`;
}

function at(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}

/** The keys a schema knows at a path; steps through what is optional or nullable. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const shape = shapeOf(schema);
  if (!shape) return [];
  const [key, ...rest] = path;
  const next = key === undefined ? undefined : shape[String(key)];
  return next ? keysAt(next, rest) : Object.keys(shape);
}

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | null {
  const def = schema.def as { shape?: Record<string, z.ZodType>; innerType?: z.ZodType };
  if (def.shape) return def.shape;
  return def.innerType ? shapeOf(def.innerType) : null;
}

function nearest(key: string, known: readonly string[]): string {
  const wanted = key.slice(0, 40).toLowerCase();
  const ranked = known.map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }));
  ranked.sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(2, best.name.length / 2) ? best.name : known.join(', ');
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const swap = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
