import type { Hours } from '../catalog/schema.ts';
import { type EpochDay, weekday } from './civil.ts';
import { holidayOn } from './holidays.ts';

type Row = Hours['weekly'][number];
type Weekday = Row['days'][number];

/** Monday first. Typed after the schema but not taken from it, so that a plan does not load the schema library. */
export const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The weekday of an epoch day as hours name it. */
export function weekdayName(day: EpochDay): Weekday {
  return WEEK[weekday(day) - 1] ?? 'mon';
}

/**
 * Whether anybody is there at all on that calendar date in the carrier's zone. Hours that run past midnight count for the
 * date after as well. On a federal holiday (the day itself and the day it is observed): closed where the hours say so; where
 * they say nothing it counts as open, and whoever shows it says that it is not known. Free of zones, since plans ask often.
 */
export function isOpenOn(hours: Hours, day: EpochDay): boolean {
  return rowsOn(hours, day).length > 0 || rowsOn(hours, day - 1).some(endsNextDay);
}

/** Open every minute of the week. A zone that is missing does no harm here, and only here. */
export function isAlwaysOpen(hours: Hours): boolean {
  if (hours.holidays === 'closed' && hours.zone !== null) return false;
  const whole = hours.weekly.filter((row) => row.open === '00:00' && (row.close === '24:00' || row.close === '00:00'));
  return new Set(whole.flatMap((row) => row.days)).size === 7;
}

/** The rows that begin on that calendar date, holidays taken out where the hours say closed. */
export function rowsOn(hours: Hours, day: EpochDay): Row[] {
  if (hours.holidays === 'closed' && holidayOn(day) !== null) return [];
  const name = weekdayName(day);
  return hours.weekly.filter((row) => row.days.includes(name));
}

/** Whether a row closes after its midnight: it closes no later on the clock than it opened. */
export function runsPastMidnight(row: Row): boolean {
  return row.close <= row.open;
}

function endsNextDay(row: Row): boolean {
  return runsPastMidnight(row) && row.close !== '00:00';
}
