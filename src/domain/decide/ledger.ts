import type { Fact } from '../catalog/schema.ts';
import type { Cents } from '../money/money.ts';
import type { EpochDay } from '../time/civil.ts';
import { sourcesOf } from './facts.ts';
import type { TimelineEntry, TimelineReason } from './types.ts';

/** Adds up what falls inside [today, horizon); keeps the entries only where a timeline is wanted. */
export interface Ledger {
  readonly today: EpochDay;
  readonly horizon: EpochDay;
  /** Infinity: something without a known ceiling is in it. */
  total: number;
  readonly entries: TimelineEntry[] | null;
}

/** A ledger that only adds up. */
export function sumOnly(today: EpochDay, horizon: EpochDay): Ledger {
  return { today, horizon, total: 0, entries: null };
}

/** A ledger that also keeps its entries. */
export function withEntries(today: EpochDay, horizon: EpochDay): Ledger {
  return { today, horizon, total: 0, entries: [] };
}

/** Puts an amount on a day, with the fact it rests on; one outside the window does not count. An unknown amount is Infinity. */
export function put(ledger: Ledger, day: EpochDay, cents: number, reason: TimelineReason, fact?: Fact<unknown>): void {
  if (day < ledger.today || day >= ledger.horizon || cents === 0) return;
  ledger.total += cents;
  if (!ledger.entries) return;
  const known = cents === Number.POSITIVE_INFINITY ? null : cents;
  ledger.entries.push({ day, cents: known, reason, lostCents: null, sources: sourcesOf(fact) });
}

/** Says what is lost on a day without being paid: it does not enter the sum. */
export function noteLoss(
  ledger: Ledger,
  day: EpochDay,
  lostCents: Cents,
  reason: TimelineReason,
  fact: Fact<unknown> | undefined,
): void {
  if (!ledger.entries || day < ledger.today || day >= ledger.horizon || lostCents <= 0) return;
  ledger.entries.push({ day, cents: 0, reason, lostCents, sources: sourcesOf(fact) });
}
