import { toDay } from '../time/civil.ts';
import type { CatalogCounts, Coverage, Gap } from './counts.ts';
import { isPageStale } from './lint/rules/page-is-stale.ts';
import type { Confidence } from './schema.ts';

export interface CatalogStats {
  brands: number;
  products: number;
  facts: { total: number } & Record<Confidence, number>;
  /** Unknowns not counted. */
  factsWithoutSource: number;
  /** Days since a fact was last looked at, the median; null where there is none. */
  medianAgeDays: number | null;
  /** Of all facts, in hundredths of one. */
  shares: Record<Confidence, number>;
  /** Facts whose newest page is undated or older than half a year. */
  staleFacts: number;
  /** Of these, undated. */
  undatedFacts: number;
  tried: CatalogCounts['tried'];
  /** Fields, those known least often first. */
  coverage: Coverage[];
  /** Products, those of which least is known first. */
  gaps: Gap[];
}

/** What the counts mean on `today` (`YYYY-MM-DD`). Fields a file leaves out are no facts: they count only in the coverage. */
export function catalogStats(counts: CatalogCounts, today: string): CatalogStats {
  const { official, secondary, conflicting, unknown } = counts.facts;
  const total = official + secondary + conflicting + unknown;
  const share = (count: number): number => (total === 0 ? 0 : Math.round((count / total) * 100) / 100);
  const stale = Object.entries(counts.pageDates).filter(([date]) => isPageStale(date === '' ? null : date, today));
  return {
    brands: counts.brands,
    products: counts.products,
    facts: { total, official, secondary, conflicting, unknown },
    factsWithoutSource: counts.factsWithoutSource,
    medianAgeDays: medianAge(counts.lookedOn, today),
    shares: {
      official: share(official),
      secondary: share(secondary),
      conflicting: share(conflicting),
      unknown: share(unknown),
    },
    staleFacts: stale.reduce((sum, [, count]) => sum + count, 0),
    undatedFacts: counts.pageDates[''] ?? 0,
    tried: counts.tried,
    coverage: counts.coverage.toSorted((a, b) => knownShare(a) - knownShare(b) || b.unknown - a.unknown),
    gaps: counts.gaps.toSorted((a, b) => openShare(b) - openShare(a) || b.missing.length - a.missing.length),
  };
}

/** The day half of the facts were looked at on or after, as days before `today`. */
function medianAge(lookedOn: CatalogCounts['lookedOn'], today: string): number | null {
  const days = Object.entries(lookedOn).toSorted(([a], [b]) => (a < b ? 1 : -1));
  const half = Math.floor(days.reduce((sum, [, count]) => sum + count, 0) / 2);
  let passed = 0;
  for (const [day, count] of days) {
    passed += count;
    // The day may have begun already where somebody looked.
    if (passed > half) return Math.max(0, toDay(today) - toDay(day));
  }
  return null;
}

function knownShare({ known, applies }: Coverage): number {
  return known / applies;
}

function openShare({ missing, fields }: Gap): number {
  return missing.length / fields;
}
