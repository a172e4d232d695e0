/** What a date rests on: a rule of law or contract, a fact of the carrier. */
import type { Fact, Rule } from '../catalog/schema.ts';
import { readings, sourcesOf } from '../decide/facts.ts';
import { addMonths, type EpochDay } from '../time/civil.ts';
import { addBusinessDays } from '../time/holidays.ts';
import type { CaseWorld, Ground } from './types.ts';

export interface Dated {
  day: EpochDay;
  ground: Ground;
}

export const YOURS: Ground = { kind: 'yours' };
export const HOUSE: Ground = { kind: 'house' };

/**
 * The day a rule sets, counted from `from` (before it where `backwards`) in the rule's own unit: calendar days, business days
 * without US federal holidays, or months. null: no such rule, none that binds, or one that names no number.
 */
export function byRule({ rules }: CaseWorld, id: string, from: EpochDay, backwards = false): Dated | null {
  const rule = rules.find((own) => own.id === id);
  if (!rule || !binds(rule) || rule.deadline.days === null || rule.deadline.unit === null) return null;
  const count = backwards ? -rule.deadline.days : rule.deadline.days;
  const day = {
    calendar: () => from + count,
    business: () => addBusinessDays(from, count),
    months: () => addMonths(from, count),
  };
  return { day: day[rule.deadline.unit](), ground: { kind: 'rule', rule: id, sources: rule.sources } };
}

/** A court may have struck a rule down, or it may not be in force yet: neither sets a date. */
function binds({ state }: Rule): boolean {
  return state === 'in-force' || state === 'contract';
}

/** `days` of a carrier's fact after `from`: of all readings the soonest or the latest, whichever is the careful one. */
export function byFact(
  fact: Fact<number> | undefined,
  { field, from, careful }: { field: string; from: EpochDay; careful: 'soonest' | 'latest' },
): Dated | null {
  const told = readings(fact);
  if (!fact || told.length === 0) return null;
  const days = careful === 'soonest' ? Math.min(...told) : Math.max(...told);
  return { day: from + days, ground: { kind: 'fact', field, confidence: fact.confidence, sources: sourcesOf(fact) } };
}
