import { toDay } from '../time/civil.ts';
import type { Brand } from './schema.ts';
import { factsIn } from './walk.ts';

export interface CatalogStats {
  brands: number;
  products: number;
  facts: { total: number; official: number; secondary: number; conflicting: number; unknown: number };
  /** Unknowns not counted. */
  factsWithoutSource: number;
  /** Days since a fact was last looked at, the median; null where there is none. */
  medianAgeDays: number | null;
}

/** Counts the catalog as of `today` (`YYYY-MM-DD`). Fields a file leaves out are not facts and are not counted. */
export function catalogStats(brands: readonly Brand[], today: string): CatalogStats {
  const facts = brands.flatMap((brand) => [...factsIn(brand)].map(({ fact }) => fact));
  const by = (confidence: string): number => facts.filter((fact) => fact.confidence === confidence).length;
  const ages = facts
    .filter((fact) => fact.value !== null)
    .map((fact) => toDay(today) - toDay(fact.checkedOn))
    .sort((a, b) => a - b);
  return {
    brands: brands.length,
    products: brands.reduce((sum, brand) => sum + brand.products.length, 0),
    facts: {
      total: facts.length,
      official: by('official'),
      secondary: by('secondary'),
      conflicting: by('conflicting'),
      unknown: by('unknown'),
    },
    factsWithoutSource: facts.filter((fact) => fact.value !== null && fact.sources.length === 0).length,
    medianAgeDays: ages[Math.floor(ages.length / 2)] ?? null,
  };
}
