import type { EpochDay } from '../time/civil.ts';
import { readings } from './facts.ts';
import { isOver, type Known } from './scenario.ts';

/** A permanently disconnected number rests at least this long before somebody else gets it: 47 CFR 52.15(f)(1)(ii). */
const AGING_DAYS = 45;

/**
 * Last day on which the number is surely not with somebody else: the shortest period any page of the carrier gives, counted
 * from the end of service, else the legal one. null: there is no number, or no end.
 */
export function numberSafeUntil(known: Known, endsOn: EpochDay | null): EpochDay | null {
  const { product, schedules } = known;
  if (!product.service.hasNumber || endsOn === null) return null;
  const told = readings(product.lapse.numberLostAfterDays);
  // Where paid service is over already, the clock has been running since.
  const over = schedules.filter((schedule) => isOver(known, schedule)).map(({ days }) => days[0] ?? endsOn);
  return Math.min(endsOn, ...over) + (told.length === 0 ? AGING_DAYS : Math.min(...told));
}

/** Whether that day comes from the legal rule alone. */
export function safeByRuleOnly({ product }: Known): boolean {
  return readings(product.lapse.numberLostAfterDays).length === 0;
}
