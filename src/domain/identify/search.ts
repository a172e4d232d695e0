import type { CatalogIndex } from '../catalog/index.ts';
import { fold } from './clean.ts';
import { editDistance } from './distance.ts';
import { isHan, type Name, namesOf, wordsOf } from './names.ts';
import type { BrandMatch } from './types.ts';

/** Longer than any name with its slips; what is longer is prose, and `brandsNamedIn` reads prose. */
const LONGEST_QUERY = 60;
const WEIGHT = { name: 1, alias: 0.97, 'product-name': 0.9 } as const;

/**
 * Brands whose name is meant by a short query: English, Chinese, nicknames, products, the beginning of a name, slips of the
 * keyboard. Case, spaces and punctuation do not count. Best first, each brand once, `score` from 0 to 1; empty for an empty
 * query. Never throws.
 */
export function searchBrands(query: string, index: CatalogIndex): BrandMatch[] {
  const wanted = fold(query.slice(0, LONGEST_QUERY * 4));
  if (wanted === '' || wanted.length > LONGEST_QUERY) return [];
  const words = wordsOf(query.normalize('NFKC')).map(({ word }) => word);
  const best = new Map<string, BrandMatch>();
  for (const name of namesOf(index)) {
    const likeness = likenessOf(wanted, words, name);
    if (!likeness) continue;
    const match = matchOf(name, likeness.share * WEIGHT[name.kind], likeness.exact);
    if (match.score > (best.get(name.slug)?.score ?? 0)) best.set(name.slug, match);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1));
}

/** Brands whose name stands in a longer text letter by letter (names of two letters and products are too ordinary for that). */
export function brandsNamedIn(text: string, index: CatalogIndex): BrandMatch[] {
  const words = wordsOf(text);
  const hits: { name: Name; start: number; end: number }[] = [];
  const bySpelling = spellings(index);
  for (let from = 0; from < words.length; from += 1) {
    let joined = '';
    for (let to = from; to < Math.min(words.length, from + 5); to += 1) {
      joined += words[to]?.word ?? '';
      for (const name of bySpelling.get(joined) ?? [])
        hits.push({ name, start: words[from]?.start ?? 0, end: words[to]?.end ?? 0 });
    }
  }
  hits.push(...hanHits(text, index));
  const longest = hits.filter(
    (hit) => !hits.some((other) => other.start < hit.end && other.end > hit.start && sizeOf(other) > sizeOf(hit)),
  );
  const best = new Map<string, BrandMatch>();
  for (const { name } of longest) if (!best.has(name.slug)) best.set(name.slug, matchOf(name, WEIGHT[name.kind], true));
  return [...best.values()];
}

function spellings(index: CatalogIndex): Map<string, Name[]> {
  const known = new Map<string, Name[]>();
  for (const name of namesOf(index)) {
    if (name.kind === 'product-name' || name.folded.length < 3) continue;
    known.set(name.folded, [...(known.get(name.folded) ?? []), name]);
  }
  return known;
}

/** Chinese is written without spaces, so a Chinese name may stand anywhere. */
function hanHits(text: string, index: CatalogIndex): { name: Name; start: number; end: number }[] {
  return namesOf(index).flatMap((name) => {
    if (name.kind === 'product-name' || name.folded.length < 2 || !isHan(name.folded)) return [];
    const start = text.toLowerCase().indexOf(name.shown.toLowerCase());
    return start < 0 ? [] : [{ name, start, end: start + name.shown.length }];
  });
}

function sizeOf(hit: { start: number; end: number }): number {
  return hit.end - hit.start;
}

/** Half the brands end in one of these: alike there is not alike, and "Lycamobile" no slip of "Ultra Mobile". */
const COMMON_ENDINGS = ['mobile', 'wireless'] as const;

/** How much of a name is meant, 0 to 1, and whether it is there letter by letter. Null: not at all. */
function likenessOf(wanted: string, words: readonly string[], name: Name): { share: number; exact: boolean } | null {
  if (wanted === name.folded) return { share: 1, exact: true };
  if (name.kind !== 'product-name' && holds(wanted, words, name))
    // The longer the name, the surer: "look at T-Mobile" also holds a, t and t.
    return { share: 0.8 + 0.1 * Math.min(1, name.folded.length / wanted.length), exact: true };
  const share = Math.max(beginning(wanted, name), slipped(wanted, name.folded));
  return share === 0 ? null : { share, exact: false };
}

/** Somebody is still typing: the beginning of the name, of one of its words, or Han characters anywhere in it. */
function beginning(wanted: string, { folded, words }: Name): number {
  if (folded.startsWith(wanted)) return 0.55 + 0.3 * (wanted.length / folded.length);
  if (wanted.length >= 2 && words.some((word) => word.startsWith(wanted))) return 0.55;
  return isHan(wanted) && folded.includes(wanted) ? 0.5 : 0;
}

function slipped(wanted: string, folded: string): number {
  const ending = COMMON_ENDINGS.find((word) => wanted.endsWith(word) && folded.endsWith(word))?.length ?? 0;
  const limit = slips(Math.min(wanted.length, folded.length) - ending);
  if (limit === 0) return 0;
  const edits = editDistance(wanted, folded, limit);
  return edits > limit ? 0 : 0.8 * (1 - edits / Math.max(wanted.length, folded.length));
}

/** "mint mobile sim card" holds "Mint Mobile"; "薄荷卡" holds "薄荷". */
function holds(wanted: string, words: readonly string[], name: Name): boolean {
  if (isHan(name.folded)) return name.folded.length >= 2 && wanted.includes(name.folded);
  if (name.folded.length < 3) return false;
  return words.some((_, from) => startsWithWords(words, from, name.folded));
}

function startsWithWords(words: readonly string[], from: number, folded: string): boolean {
  let joined = '';
  for (let at = from; at < words.length && joined.length < folded.length; at += 1) joined += words[at];
  return joined === folded;
}

/** Slips forgiven in a word of that length: none in three letters, where a slip makes another brand. */
function slips(length: number): number {
  if (length <= 3) return 0;
  if (length <= 5) return 1;
  return length <= 9 ? 2 : 3;
}

function matchOf(name: Name, score: number, exact: boolean): BrandMatch {
  const code = exact ? name.kind : 'similar-name';
  return { slug: name.slug, score: Math.round(score * 1000) / 1000, ground: { code, facts: { name: name.shown } } };
}
