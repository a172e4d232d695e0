import type { FiledReport } from '../domain/catalog/tried/schema.ts';
import { summariseTried, type TriedSummary } from '../domain/catalog/tried/summary.ts';
import type { Say } from '../locale/say.ts';
import { monthInWords } from './check-words.ts';

/** What people tried, by route, each with its sentence. Never mixed with what is documented. */
export interface TriedView {
  count: number;
  /** `YYYY-MM`; null where nobody has reported. */
  newestMonth: string | null;
  /** `text` names the route, `parts` is the same without it. */
  routes: (TriedSummary & { text: string; parts: string })[];
}

/** The reports about a product (null: the whole brand) in the language of `say`. */
export function triedView(reports: readonly FiledReport[], product: string | null, say: Say): TriedView {
  const all = summariseTried(reports, product);
  return { ...all, routes: all.routes.map((route) => ({ ...route, ...textsOf(route, say) })) };
}

function textsOf(summary: TriedSummary, say: Say): { text: string; parts: string } {
  const { route, count, newestMonth, outcomes, minutes, chargedAfter } = summary;
  const told = [
    say('tried.count', { count, month: monthInWords(newestMonth, say) }),
    ...outcomes.map((one) => say('tried.outcomes', { outcome: say(`tried.outcome.${one.outcome}`), count: one.count })),
    ...(minutes ? [say(minutes.least === minutes.most ? 'tried.minutesSame' : 'tried.minutes', minutes)] : []),
    ...(chargedAfter.yes > 0 ? [say('tried.charged', { count: chargedAfter.yes })] : []),
  ];
  const parts = told.join(say('tried.join'));
  return { parts, text: say('tried.line', { route: say(`tried.route.${route}`), parts }) };
}
