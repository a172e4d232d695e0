/** What is wrong with the form of a file, and what to write instead, from what the schema says. Pure. */
import type { z } from 'zod';
import type { Facts } from '../../domain/errors.ts';
import { editDistance } from '../../domain/identify/distance.ts';

type PathPart = string | number;

export interface Explained {
  rule: string;
  path: PathPart[];
  facts: Facts;
}

const MOST_SHOWN = 60;
/** What a schema may ask for in place of what is there, and the rule that says so. */
const TYPES: Record<string, string> = {
  string: 'needs-text',
  number: 'needs-number',
  int: 'needs-number',
  boolean: 'needs-true-or-false',
  array: 'needs-list',
  object: 'needs-fields',
  record: 'needs-fields',
};

/** One issue of a schema as findings; an issue about three unknown keys gives three. `plain` is the whole file. */
export function explain(issue: z.core.$ZodIssue, plain: unknown, schema: z.ZodType): Explained[] {
  const path = issue.path as PathPart[];
  const given = shown(at(plain, path));
  const field = String(path.at(-1) ?? '');
  const one = (rule: string, facts: Facts): Explained[] => [{ rule, path, facts }];
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schemaAt(schema, path));
    return issue.keys.map((key) => ({ ...unknownKey(key, known), path: [...path, key] }));
  }
  if (issue.code === 'invalid_key') return one('form-slug', { given: field });
  if (at(plain, path) === undefined) {
    const known = valuesOf(issue);
    return known.length > 0 ? one('missing-word', { field, known }) : one('missing-field', { field });
  }
  if (issue.code === 'invalid_value') return one('wrong-word', { given, known: valuesOf(issue) });
  if (issue.code === 'invalid_union') return one('wrong-word', { given, known: valuesOf(issue) });
  if (issue.code === 'invalid_type') return one(TYPES[issue.expected] ?? 'wrong-form', { given });
  if (issue.code === 'too_small' && issue.origin !== 'number') return one('empty', { field });
  if (issue.code === 'too_small') return one('too-small', { given, limit: Number(issue.minimum) });
  if (issue.code === 'too_big') return one('too-large', { given, limit: Number(issue.maximum) });
  if (issue.message.startsWith('form-')) return one(issue.message, { given });
  return one('wrong-form', { given });
}

/** The words that are allowed, where the schema has a closed list. */
function valuesOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options))
    return issue.options.map(String);
  return [];
}

/** With the known key that was probably meant, where one is near. */
function unknownKey(key: string, known: string[]): Pick<Explained, 'rule' | 'facts'> {
  const limit = Math.max(1, Math.floor(key.length / 3));
  const edits = (name: string): number => editDistance(key.toLowerCase(), name.toLowerCase(), limit);
  const meant = known.filter((name) => edits(name) <= limit).sort((a, b) => edits(a) - edits(b))[0];
  if (meant === undefined) return { rule: 'unknown-key', facts: { key, known } };
  return { rule: 'unknown-key-near', facts: { key, meant, known } };
}

function at(value: unknown, path: readonly PathPart[]): unknown {
  return path.reduce<unknown>((inside, key) => (inside as Record<PathPart, unknown> | null | undefined)?.[key], value);
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** The parts of a schema this file looks into. */
interface Def {
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
}

function schemaAt(schema: z.ZodType | undefined, path: readonly PathPart[]): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((inside, key) => {
    const { shape, element, valueType } = defOf(inside);
    return shape?.[String(key)] ?? element ?? valueType;
  }, schema);
}

function keysOf(schema: z.ZodType | undefined): string[] {
  const { shape, options } = defOf(schema);
  if (options) return [...new Set(options.flatMap(keysOf))];
  return Object.keys(shape ?? {});
}

/** Without the wrappers of optional, default and nullable. */
function defOf(schema: z.ZodType | undefined): Def {
  let def = (schema as { def?: Def } | undefined)?.def ?? {};
  while (def.innerType ?? def.in) def = ((def.innerType ?? def.in) as unknown as { def: Def }).def;
  return def;
}
