import type { Tried } from './schema.ts';
import { TRIED_OUTCOMES, type TriedOutcome, type TriedRoute } from './words.ts';

/** What was tried on one route: counts and ranges, never an average, and nothing of what is documented. */
export interface TriedSummary {
  route: TriedRoute;
  count: number;
  /** `YYYY-MM` */
  newestMonth: string;
  /** Outcomes that occurred, in the order of the closed list. */
  outcomes: { outcome: TriedOutcome; count: number }[];
  /** Of the reports that counted them. */
  minutes: { least: number; most: number } | null;
  chargedAfter: { yes: number; no: number; unknown: number };
}

export interface TriedOverall {
  count: number;
  newestMonth: string | null;
  /** The route with the newest report first. */
  routes: TriedSummary[];
}

/** The reports about one product (null: the whole brand), by route. */
export function summariseTried(reports: readonly Tried[], product: string | null): TriedOverall {
  const own = product === null ? reports : reports.filter((report) => report.product === product);
  const routes = [...Map.groupBy(own, (report) => report.route)].map(([route, all]) => summaryOf(route, all));
  routes.sort((a, b) => compare(b.newestMonth, a.newestMonth) || b.count - a.count || compare(a.route, b.route));
  return { count: own.length, newestMonth: routes[0]?.newestMonth ?? null, routes };
}

function summaryOf(route: TriedRoute, reports: readonly Tried[]): TriedSummary {
  const minutes = reports.flatMap((report) => (report.minutes === null ? [] : [report.minutes]));
  const charged = (answer: Tried['chargeAfterClosing']): number =>
    reports.filter((report) => report.chargeAfterClosing === answer).length;
  return {
    route,
    count: reports.length,
    newestMonth:
      reports
        .map(({ month }) => month)
        .sort(compare)
        .at(-1) ?? '',
    outcomes: TRIED_OUTCOMES.map((outcome) => ({
      outcome,
      count: reports.filter((report) => report.outcome === outcome).length,
    })).filter(({ count }) => count > 0),
    minutes: minutes.length === 0 ? null : { least: Math.min(...minutes), most: Math.max(...minutes) },
    chargedAfter: { yes: charged('yes'), no: charged('no'), unknown: charged('unknown') },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
