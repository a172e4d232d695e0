import type { EpochDay } from '../time/civil.ts';
import { type Ledger, sumOnly, withEntries } from './ledger.ts';
import type { Known } from './scenario.ts';
import type { Side } from './side.ts';
import type { CostRange, TimelineEntry } from './types.ts';

/** Books everything one scenario costs. */
export type Pay<Scenario> = (ledger: Ledger, scenario: Scenario, side: Side) => void;

/** An option's dates and costs. */
export interface Plan {
  actOn: EpochDay | null;
  lastDayToAct: EpochDay | null;
  endsOn: EpochDay | null;
  cost: CostRange;
  timeline: TimelineEntry[];
  /** The readings differ in when the line ends. */
  endUnsure: boolean;
}

/** The dearest scenario. */
export function worstOf<S>(known: Known, scenarios: readonly S[], pay: Pay<S>): { cents: number; scenario: S } {
  let worst: { cents: number; scenario: S } | null = null;
  for (const scenario of scenarios) {
    const ledger = sumOnly(known.today, known.horizon);
    pay(ledger, scenario, 'worst');
    if (!worst || ledger.total > worst.cents) worst = { cents: ledger.total, scenario };
  }
  if (!worst) throw new RangeError('a cost needs a scenario');
  return worst;
}

/** The cheapest end of all scenarios. */
export function bestOf<S>(known: Known, scenarios: readonly S[], pay: Pay<S>): number {
  let best = Number.POSITIVE_INFINITY;
  for (const scenario of scenarios) {
    const ledger = sumOnly(known.today, known.horizon);
    pay(ledger, scenario, 'best');
    if (ledger.total < best) best = ledger.total;
  }
  return best;
}

/** The dated entries of the worst case, sorted by day; they sum to what `worstOf` gives. */
export function timelineOf<S>(known: Known, scenario: S, pay: Pay<S>): TimelineEntry[] {
  const ledger = withEntries(known.today, known.horizon);
  pay(ledger, scenario, 'worst');
  return (ledger.entries ?? []).sort((a, b) => a.day - b.day);
}

/** The interval as answered: no ceiling is null. */
export function rangeOf(min: number, max: number): CostRange {
  return { minCents: min, maxCents: max === Number.POSITIVE_INFINITY ? null : max };
}
