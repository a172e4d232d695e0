import type { CatalogIndex } from '../catalog/index.ts';
import { fold } from './clean.ts';

/** One name of a brand, ready to be compared. */
export interface Name {
  slug: string;
  /** As the catalog writes it. */
  shown: string;
  folded: string;
  words: string[];
  kind: 'name' | 'alias' | 'product-name';
}

/** Every name of every brand: its own, its nicknames, its products. Kept per index, since a search box asks on each keystroke. */
export function namesOf(index: CatalogIndex): Name[] {
  const kept = cache.get(index);
  if (kept) return kept;
  const names = index.brands.flatMap((brand) => {
    const own = [brand.name.en, brand.name.zh, brand.slug].map((shown) => nameOf(brand.slug, shown, 'name'));
    const aliases = brand.aliases.map((shown) => nameOf(brand.slug, shown, 'alias'));
    const products = brand.products
      .flatMap((product) => [product.name.en, product.name.zh])
      .map((shown) => nameOf(brand.slug, shown, 'product-name'));
    return [...own, ...aliases, ...products].filter((name) => name.folded !== '');
  });
  cache.set(index, names);
  return names;
}

const cache = new WeakMap<CatalogIndex, Name[]>();

/** The words of a text with where each begins, folded. Chinese runs count as one word. */
export function wordsOf(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function nameOf(slug: string, shown: string, kind: Name['kind']): Name {
  return { slug, shown, folded: fold(shown), words: wordsOf(shown).map(({ word }) => word), kind };
}

/** Han characters carry a meaning each, so two of them are a name where two letters are not. */
export function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
