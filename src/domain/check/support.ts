import { known } from '../catalog/index.ts';
import type { Fact, Source, Text } from '../catalog/schema.ts';
import type { Support, Tri } from './types.ts';

/** A fact without the day it was looked at; left out means unknown. */
export function supportOf<T>(fact: Fact<T> | undefined): Support<T> {
  const { value, alternatives, confidence, note, sources } = known(fact);
  return { value, alternatives, confidence, note: note ?? null, sources };
}

/** The value to act on: where sources disagree on yes or no, nobody knows. */
export function triOf(fact: Fact<'yes' | 'no'> | undefined): Tri {
  const { value, confidence } = known(fact);
  return confidence === 'conflicting' ? 'unknown' : (value ?? 'unknown');
}

interface Sourced {
  sources: readonly Source[];
  alternatives?: readonly { sources: readonly Source[] }[];
}

/** Every page behind a fact once, those of the other values included. */
export function allSources(...facts: (Sourced | undefined)[]): Source[] {
  const pages = facts.flatMap((fact) => [
    ...(fact?.sources ?? []),
    ...(fact?.alternatives ?? []).flatMap((alternative) => alternative.sources),
  ]);
  return [...new Map(pages.map((page) => [`${page.url} ${page.pageDate}`, page])).values()];
}

/** A value that rests on one blog or forum alone is somebody's word: two different sites, or any better page, verify it. */
export function isVerified(sources: readonly Source[]): boolean {
  if (sources.length === 0) return false;
  if (sources.some(({ publisher }) => publisher !== 'blog' && publisher !== 'forum')) return true;
  return new Set(sources.map(({ url }) => siteOf(url))).size > 1;
}

function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^(www|m|amp)\./, '');
}

/** The one text there is to show. */
export function textOf(fact: Fact<Text> | undefined): Text | null {
  return fact?.value ?? null;
}
