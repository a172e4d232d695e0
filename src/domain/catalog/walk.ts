import type { Fact } from './schema.ts';

export type Path = readonly (string | number)[];

export interface FoundFact {
  path: Path;
  fact: Fact<unknown>;
}

/** Every fact below a catalog value with its path, in file order. A fact is what has a `confidence` and a `value`. */
export function* factsIn(value: unknown, path: Path = []): Generator<FoundFact> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* factsIn(item, [...path, index]);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  if ('confidence' in value && 'value' in value) {
    yield { path, fact: value as Fact<unknown> };
    return;
  }
  for (const [key, item] of Object.entries(value)) yield* factsIn(item, [...path, key]);
}
