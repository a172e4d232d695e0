/** Weekly hours against the time line: everything that needs to know zones and their daylight saving. Instants are ms since 1970. */
import { Temporal } from 'temporal-polyfill';
import type { Hours } from '../catalog/schema.ts';
import { type EpochDay, formatDay, toDay } from './civil.ts';
import { rowsOn, runsPastMidnight } from './openday.ts';

/** Open from `start` (included) to `end` (excluded). */
export interface Span {
  start: number;
  end: number;
}

/** A span with the carrier's calendar date on which it begins. */
export interface DatedSpan extends Span {
  day: EpochDay;
}

/** How far the next opening is looked for: one weekday a week, with holidays on three of them in a row, is still found. */
export const LOOK_AHEAD_DAYS = 28;

/**
 * Opening spans around an instant, sorted, one per row and date: from those that began two days before to four weeks ahead.
 * Clock times that do not exist on the day the clocks go forward mean the moment an hour later; doubled ones mean the first.
 * Throws RangeError where the hours have no zone.
 */
export function spansAround(hours: Hours, at: number): DatedSpan[] {
  const { zone } = hours;
  if (zone === null) throw new RangeError('hours without a zone');
  const today = dayAt(at, zone);
  const spans: DatedSpan[] = [];
  for (let day = today - 2; day <= today + LOOK_AHEAD_DAYS; day += 1) {
    for (const row of rowsOn(hours, day)) {
      const start = instantOf(day, row.open, zone);
      const end = instantOf(runsPastMidnight(row) ? day + 1 : day, row.close, zone);
      if (end > start) spans.push({ day, start, end });
    }
  }
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The same spans with those that touch or overlap made one. */
export function merged(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const { start, end } of spans) {
    const last = whole.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}

/** Calendar date of an instant in a zone, as an epoch day. */
export function dayAt(at: number, zone: string): EpochDay {
  return toDay(zoned(at, zone).toPlainDate().toString());
}

/** The instant on which a calendar date begins in a zone, ms since 1970. */
export function startOfDay(day: EpochDay, zone: string): number {
  return Temporal.PlainDate.from(formatDay(day)).toZonedDateTime(zone).epochMilliseconds;
}

/** The instant of a clock time (`HH:MM`) on a calendar date in a zone, ms since 1970; `24:00` is the end of that date. */
export function instantAt(day: EpochDay, time: string, zone: string): number {
  return instantOf(day, time, zone);
}

/** `2026-11-24T04:00:00-08:00`: the instant with the offset of a zone. */
export function withOffset(at: number, zone: string): string {
  return zoned(at, zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** `20:00–13:00 (+1)`: a span on the clock of a zone; `(+1)` where it ends on the next calendar date, midnight being 24:00. */
export function clockSpan({ start, end }: Span, zone: string): string {
  const from = zoned(start, zone);
  const to = zoned(end, zone);
  const later = from.toPlainDate().until(to.toPlainDate()).days;
  const midnight = to.hour === 0 && to.minute === 0 && later > 0;
  const days = midnight ? later - 1 : later;
  return `${clock(from)}–${midnight ? '24:00' : clock(to)}${days > 0 ? ` (+${days})` : ''}`;
}

function clock(at: Temporal.ZonedDateTime): string {
  return `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`;
}

function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

function instantOf(day: EpochDay, time: string, timeZone: string): number {
  const date = Temporal.PlainDate.from(formatDay(time === '24:00' ? day + 1 : day));
  const plainTime = time === '24:00' ? '00:00' : time;
  return date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}
