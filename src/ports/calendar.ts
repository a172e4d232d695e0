import type { IsoDate } from '../domain/time/civil.ts';

/** A whole day, or a span (instants, ms since 1970; `end` excluded). */
export type When = { date: IsoDate } | { start: number; end: number };

export interface CalendarEntry {
  /** The same for the same thing in every export, so that a newer export changes the older entry. */
  uid: string;
  summary: string;
  description: string;
  when: When;
  /** Minutes before the entry begins; null: no alarm. */
  alarmMinutes: number | null;
  /** A calendar shows what is done as cancelled. */
  status: 'open' | 'done';
}

/** The dates of one case for a calendar. */
export interface CaseCalendar {
  case: string;
  name: string;
  /** Grows with every event of the case; a calendar takes over what has the higher one, then the newer stamp. */
  sequence: number;
  /** Instant of the export, ISO 8601. */
  stamp: string;
  /** BCP 47. */
  language: string;
  entries: CalendarEntry[];
}
