/**
 * Calendar dates as whole days. A date is `YYYY-MM-DD`; inside calculations it is an epoch day (days since 1970-01-01,
 * proleptic Gregorian), because a plan looks at hundreds of dates. No zone is involved: zones are for instants (see `zoned.ts`).
 */
export type IsoDate = string;
export type EpochDay = number;

const MS_PER_DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Epoch day of `YYYY-MM-DD`, or null where that day does not exist (2027-02-29) or the form is another one. */
export function parseDay(iso: string): EpochDay | null {
  const match = ISO_DATE.exec(iso);
  if (!match) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return formatDay(day) === iso ? day : null;
}

/** Epoch day of `YYYY-MM-DD`; throws RangeError where `parseDay` gives null. For values already checked. */
export function toDay(iso: IsoDate): EpochDay {
  const day = parseDay(iso);
  if (day === null) throw new RangeError('not a calendar date');
  return day;
}

/** `YYYY-MM-DD` of an epoch day. */
export function formatDay(day: EpochDay): IsoDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Epoch day of a year, month (1-12, other values roll over) and day of month. */
export function dayOf(year: number, month: number, dayOfMonth: number): EpochDay {
  return Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY;
}

/**
 * Year, month (1-12) and day of month of an epoch day. Counted in eras of 400 years that begin on 1 March, so that the leap
 * day comes last; a Date object for each of the hundreds of days of a plan costs three times as much.
 */
export function partsOf(day: EpochDay): { year: number; month: number; dayOfMonth: number } {
  const fromMarch0 = day + 719_468;
  const era = Math.floor(fromMarch0 / 146_097);
  const ofEra = fromMarch0 - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export function weekday(day: EpochDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Number of days in a month (1-12). */
export function daysInMonth(year: number, month: number): number {
  return partsOf(dayOf(year, month + 1, 0)).dayOfMonth;
}

/**
 * `months` later, on day `anchor` of that month or its last day where the month is shorter. The anchor is the day the
 * cycle began on, so that a cycle of the 31st goes 31 January, 28 February, 31 March.
 */
export function addMonths(day: EpochDay, months: number, anchor = partsOf(day).dayOfMonth): EpochDay {
  const { year, month } = partsOf(day);
  const first = partsOf(dayOf(year, month + months, 1));
  return dayOf(first.year, first.month, Math.min(anchor, daysInMonth(first.year, first.month)));
}
