import { toDay } from '../../../time/civil.ts';
import type { Source } from '../../schema.ts';
import { factsIn } from '../../walk.ts';
import type { LintRule } from '../types.ts';

/** Days after which a page is old enough to ask on the call. */
export const STALE_AFTER_DAYS = 180;

/** Whether the newest page behind a fact is undated or older than half a year on `today`. A month or year counts from its last day. */
export function isStale(sources: readonly Source[], today: string): boolean {
  const newest = sources
    .map((source) => source.pageDate)
    .filter((date) => date !== null)
    .sort()
    .at(-1);
  return isPageStale(newest ?? null, today);
}

/** The same for the date of one page; null: it bears none. */
export function isPageStale(pageDate: string | null, today: string): boolean {
  return pageDate === null || toDay(today) - lastDayOf(pageDate) > STALE_AFTER_DAYS;
}

function lastDayOf(date: string): number {
  if (date.length === 10) return toDay(date);
  if (date.length === 4) return toDay(`${date}-12-31`);
  const [year = 0, month = 1] = date.split('-').map(Number);
  return Date.UTC(year, month, 0) / 86_400_000;
}

/** Old or undated pages: no error, but the user is told to ask. */
export const pageIsStale: LintRule = {
  id: 'page-is-stale',
  severity: 'warning',
  doc: 'dates',
  check: ({ brands, today }) =>
    brands.flatMap((brand) =>
      [...factsIn(brand)]
        .filter(({ fact }) => fact.value !== null && fact.sources.length > 0 && isStale(fact.sources, today))
        .map(({ path }) => ({ slug: brand.slug, path })),
    ),
};
