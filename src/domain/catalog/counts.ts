/** Counts of the catalog that hang on no day: built once, read in one piece. `stats.ts` reckons with them for a day. */
import { brandAnswers, channelAnswers, type FieldAnswer, productAnswers } from './fields.ts';
import type { Brand, Confidence, Fact } from './schema.ts';
import type { Tried } from './tried/schema.ts';
import { factsIn } from './walk.ts';
import { CONFIDENCES } from './words.ts';

/** How much is known of one field, over all brands, products or channels it applies to. */
export interface Coverage {
  field: string;
  applies: number;
  known: number;
  conflicting: number;
  /** Nobody says, or the file says nothing. */
  unknown: number;
  /** Of the unknown: the file says nothing, so perhaps nobody has looked. */
  leftOut: number;
}

/** What is not known of one product. */
export interface Gap {
  brand: string;
  product: string;
  /** Fields that apply. */
  fields: number;
  /** Those with no value, as named in the coverage. */
  missing: string[];
}

export interface CatalogCounts {
  brands: number;
  products: number;
  facts: Record<Confidence, number>;
  factsWithoutSource: number;
  /** Facts with a value by the day they were looked at. */
  lookedOn: Record<string, number>;
  /** Facts with a value and a page, by the date of the newest page (`""`: it bears none). */
  pageDates: Record<string, number>;
  coverage: Coverage[];
  gaps: Gap[];
  tried: { reports: number; newestMonth: string | null };
}

/** Counts whole brands and the reports about them. The same catalog gives the same counts. */
export function countCatalog(brands: readonly Brand[], tried: readonly Tried[]): CatalogCounts {
  const facts = brands.flatMap((brand) => [...factsIn(brand)].map(({ fact }) => fact));
  const valued = facts.filter((fact) => fact.value !== null);
  const products = brands.flatMap((brand) => brand.products.map((product) => ({ brand, product })));
  const answers = [
    ...products.flatMap(({ product }) => productAnswers(product)),
    ...products.flatMap(({ product }) => product.channels.flatMap(channelAnswers)),
    ...brands.flatMap(brandAnswers),
  ];
  return {
    brands: brands.length,
    products: products.length,
    facts: byConfidence(facts),
    factsWithoutSource: valued.filter((fact) => fact.sources.length === 0).length,
    lookedOn: tally(valued.map((fact) => fact.checkedOn)),
    pageDates: tally(valued.filter((fact) => fact.sources.length > 0).map(newestPage)),
    coverage: [...Map.groupBy(answers, (answer) => answer.field)].map(([field, all]) => coverageOf(field, all)),
    gaps: products.map(({ brand, product }) => gapOf(brand.slug, product.id, productAnswers(product))),
    tried: {
      reports: tried.length,
      newestMonth:
        tried
          .map(({ month }) => month)
          .sort()
          .at(-1) ?? null,
    },
  };
}

function byConfidence(facts: readonly Fact<unknown>[]): Record<Confidence, number> {
  const counts = CONFIDENCES.map((word) => [word, facts.filter((fact) => fact.confidence === word).length]);
  return Object.fromEntries(counts) as Record<Confidence, number>;
}

/** How many of each, in order. */
function tally(keys: readonly string[]): Record<string, number> {
  const groups = [...Map.groupBy(keys, (key) => key)].map(([key, all]): [string, number] => [key, all.length]);
  return Object.fromEntries(groups.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function newestPage({ sources }: Fact<unknown>): string {
  return (
    sources
      .map(({ pageDate }) => pageDate ?? '')
      .sort()
      .at(-1) ?? ''
  );
}

function coverageOf(field: string, answers: readonly FieldAnswer[]): Coverage {
  const states = answers.map(stateOf);
  const count = (state: ReturnType<typeof stateOf>): number => states.filter((one) => one === state).length;
  const leftOut = count('left-out');
  return {
    field,
    applies: answers.length,
    known: count('known'),
    conflicting: count('conflicting'),
    unknown: count('unknown') + leftOut,
    leftOut,
  };
}

function stateOf({ facts }: FieldAnswer): 'known' | 'conflicting' | 'unknown' | 'left-out' {
  if (facts.length === 0) return 'left-out';
  if (facts.some((fact) => fact.value !== null && fact.confidence !== 'conflicting')) return 'known';
  return facts.some((fact) => fact.confidence === 'conflicting') ? 'conflicting' : 'unknown';
}

function gapOf(brand: string, product: string, answers: readonly FieldAnswer[]): Gap {
  const open = answers.filter((answer) => ['unknown', 'left-out'].includes(stateOf(answer)));
  return { brand, product, fields: answers.length, missing: open.map(({ field }) => field) };
}
