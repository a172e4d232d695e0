import type { Fact, Source } from '../catalog/schema.ts';

/**
 * Every reading of a catalog fact: its value and all alternatives. `otherwise` are the readings where nothing is known; they
 * also join a conflict whose other side has no value of its own, since any of them may be that side.
 */
export function readings<T>(fact: Fact<T> | undefined, otherwise: readonly T[] = []): readonly T[] {
  if (!fact || (fact.value === null && fact.alternatives.length === 0)) return otherwise;
  const first = fact.value === null ? [] : [fact.value];
  const known = [...first, ...fact.alternatives.map((alternative) => alternative.value)];
  const vague = fact.confidence === 'conflicting' && known.length < 2;
  return distinct(vague ? [...known, ...otherwise] : known);
}

/** The pages behind a fact, alternatives included. */
export function sourcesOf(fact: Fact<unknown> | undefined): readonly Source[] {
  if (!fact) return [];
  if (fact.alternatives.length === 0) return fact.sources;
  return [...fact.sources, ...fact.alternatives.flatMap((alternative) => alternative.sources)];
}

/** How well a fact is known, for the list of what is uncertain. */
export function standing(fact: Fact<unknown> | undefined): 'known' | 'conflicting' | 'unknown' {
  if (!fact || (fact.value === null && fact.alternatives.length === 0)) return 'unknown';
  return fact.confidence === 'conflicting' || fact.alternatives.length > 0 ? 'conflicting' : 'known';
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return values.length < 2 ? values : [...new Set(values)];
}
