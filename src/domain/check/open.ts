import { candidates } from '../catalog/index.ts';
import type { Channel, Hours } from '../catalog/schema.ts';
import type { EpochDay } from '../time/civil.ts';
import { holidayOn } from '../time/holidays.ts';
import { isAlwaysOpen, weekdayName } from '../time/openday.ts';
import {
  clockSpan,
  type DatedSpan,
  dayAt,
  LOOK_AHEAD_DAYS,
  merged,
  type Span,
  spansAround,
  withOffset,
} from '../time/zoned.ts';
import { ANY_TIME_KINDS, US_REFERENCE_ZONE } from './house.ts';
import type { OpenState, Tri } from './types.ts';

/** One reading of the hours: `null` spans mean day and night. */
interface Reading {
  hours: Hours;
  dated: DatedSpan[] | null;
  spans: Span[] | null;
}

/** A day less than spans reach ahead, so that none that is cut off there counts as ended. */
const IN_SIGHT = (LOOK_AHEAD_DAYS - 1) * 86_400_000;

const NOT_KNOWN: OpenState = {
  openNow: 'unknown',
  opensAt: null,
  opensAtCarrier: null,
  opensAtLocal: null,
  closesAt: null,
  localHours: null,
  localZone: null,
  holiday: null,
};

/**
 * Whether a channel is open at an instant (ms since 1970), and when next. Where sources give different hours, it is open
 * only if all say so and closed only if none says so. A message or a web form can be used at any time.
 * `zone` is the user's; null: shown in the carrier's where `abroad` is false, else not at all.
 */
export function openState(channel: Channel, at: number, user: { zone: string | null; abroad: boolean }): OpenState {
  const stated = candidates(channel.hours);
  const [first] = stated;
  if (!first) return ANY_TIME_KINDS.includes(channel.kind) ? { ...NOT_KNOWN, openNow: 'yes' } : NOT_KNOWN;
  const localZone = user.zone ?? (user.abroad ? null : first.zone);
  if (stated.some((hours) => hours.zone === null && !isAlwaysOpen(hours))) return { ...NOT_KNOWN, localZone };
  const readings = stated.map((hours) => readingOf(hours, at));
  const openNow = agreed(readings.map((reading) => spanAt(reading, at) !== null));
  const opens = openNow === 'yes' ? null : firstCommon(readings, at);
  return {
    openNow,
    opensAt: opens === null ? null : withOffset(opens, 'UTC').replace('+00:00', 'Z'),
    opensAtCarrier: opens === null || first.zone === null ? null : withOffset(opens, first.zone),
    opensAtLocal: opens === null || localZone === null ? null : withOffset(opens, localZone),
    closesAt: openNow === 'yes' ? closing(readings, at) : null,
    localHours: localHours(readings[0], at, localZone),
    localZone,
    holiday: holidayNear(first, at, opens),
  };
}

function readingOf(hours: Hours, at: number): Reading {
  if (isAlwaysOpen(hours)) return { hours, dated: null, spans: null };
  const dated = spansAround(hours, at);
  return { hours, dated, spans: merged(dated) };
}

/** The span that holds an instant; null: closed. */
function spanAt({ spans }: Reading, at: number): Span | null {
  if (spans === null) return { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  return spans.find(({ start, end }) => start <= at && at < end) ?? null;
}

function agreed(answers: readonly boolean[]): Tri {
  if (answers.every(Boolean)) return 'yes';
  return answers.some(Boolean) ? 'unknown' : 'no';
}

/** The first instant from `at` on which every reading calls open: it is the start of a span of one of them. */
function firstCommon(readings: readonly Reading[], at: number): number | null {
  const starts = readings.flatMap(({ spans }) => spans ?? []).map(({ start }) => start);
  const later = [...new Set(starts)].filter((start) => start > at).sort((a, b) => a - b);
  return later.find((start) => readings.every((reading) => spanAt(reading, start) !== null)) ?? null;
}

/** Null where no closing is in sight: rows can add up to day and night, and then only the looking ahead ends. */
function closing(readings: readonly Reading[], at: number): string | null {
  const ends = readings.map((reading) => spanAt(reading, at)?.end ?? at);
  const end = Math.min(...ends);
  return end < at + IN_SIGHT ? withOffset(end, 'UTC').replace('+00:00', 'Z') : null;
}

function localHours(reading: Reading | undefined, at: number, zone: string | null): string | null {
  if (!reading) return null;
  if (reading.dated === null) return '00:00–24:00';
  const day = reading.dated.find(({ end }) => end > at)?.day;
  if (day === undefined || zone === null) return null;
  const ofDay = merged(reading.dated.filter((span) => span.day === day));
  return ofDay.map((span) => clockSpan(span, zone)).join(', ');
}

/** The first federal holiday from now to the next opening on a weekday that has hours, by the carrier's calendar. */
function holidayNear(hours: Hours, at: number, opens: number | null): OpenState['holiday'] {
  const zone = hours.zone ?? US_REFERENCE_ZONE;
  const last = dayAt(opens ?? at, zone);
  for (let day = dayAt(at, zone); day <= last; day += 1) {
    const code = holidayOn(day);
    if (code !== null && hasHours(hours, day)) return { code, effect: hours.holidays };
  }
  return null;
}

function hasHours(hours: Hours, day: EpochDay): boolean {
  const name = weekdayName(day);
  return hours.weekly.some((row) => row.days.includes(name));
}
