import { dayOf, type EpochDay, partsOf, weekday } from './civil.ts';

/** The legal public holidays of 5 U.S.C. 6103(a). Inauguration Day is one only for offices in and around Washington. */
export const HOLIDAYS = [
  'new-years-day',
  'martin-luther-king-day',
  'washingtons-birthday',
  'memorial-day',
  'juneteenth',
  'independence-day',
  'labor-day',
  'columbus-day',
  'veterans-day',
  'thanksgiving-day',
  'christmas-day',
] as const;
export type HolidayCode = (typeof HOLIDAYS)[number];

export interface Holiday {
  code: HolidayCode;
  /** The day itself. */
  day: EpochDay;
  /** The day federal offices close for it: Friday for a Saturday (5 U.S.C. 6103(b)), Monday for a Sunday (Executive Order 11582). */
  observed: EpochDay;
}

const JUNETEENTH_SINCE = 2021;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;
const SUNDAY = 7;

/** The holidays that belong to a year, in order, as the law has stood since 1986. New Year's Day may be observed on 31 December before. */
export function holidaysOf(year: number): Holiday[] {
  const all: [HolidayCode, EpochDay][] = [
    ['new-years-day', dayOf(year, 1, 1)],
    ['martin-luther-king-day', nth(year, 1, MONDAY, 3)],
    ['washingtons-birthday', nth(year, 2, MONDAY, 3)],
    ['memorial-day', lastMonday(year, 5)],
    ['juneteenth', dayOf(year, 6, 19)],
    ['independence-day', dayOf(year, 7, 4)],
    ['labor-day', nth(year, 9, MONDAY, 1)],
    ['columbus-day', nth(year, 10, MONDAY, 2)],
    ['veterans-day', dayOf(year, 11, 11)],
    ['thanksgiving-day', nth(year, 11, THURSDAY, 4)],
    ['christmas-day', dayOf(year, 12, 25)],
  ];
  return all
    .filter(([code]) => code !== 'juneteenth' || year >= JUNETEENTH_SINCE)
    .map(([code, day]) => ({ code, day, observed: observedOn(day) }));
}

/** The holiday that falls on this day or is observed on it; null for an ordinary day. */
export function holidayOn(day: EpochDay): HolidayCode | null {
  const { year } = partsOf(day);
  return factsOf(year).get(day) ?? null;
}

/** Monday to Friday, and no federal holiday is observed. */
export function isBusinessDay(day: EpochDay): boolean {
  if (weekday(day) >= SATURDAY) return false;
  // A holiday of Monday to Friday is observed on the day itself; a weekend one never falls on a weekday.
  return holidayOn(day) === null;
}

/** `count` business days after (before, where negative) a day; 0 gives the day itself, business day or not. */
export function addBusinessDays(day: EpochDay, count: number): EpochDay {
  const step = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at += step;
    if (isBusinessDay(at)) left -= 1;
  }
  return at;
}

/** Plans ask for the same few years thousands of times. */
const known = new Map<number, ReadonlyMap<EpochDay, HolidayCode>>();

function factsOf(year: number): ReadonlyMap<EpochDay, HolidayCode> {
  const before = known.get(year);
  if (before) return before;
  const days = new Map<EpochDay, HolidayCode>();
  for (const holiday of [...holidaysOf(year), ...holidaysOf(year + 1).slice(0, 1)])
    for (const day of [holiday.observed, holiday.day]) if (partsOf(day).year === year) days.set(day, holiday.code);
  if (known.size > 200) known.clear();
  known.set(year, days);
  return days;
}

function observedOn(day: EpochDay): EpochDay {
  if (weekday(day) === SATURDAY) return day - 1;
  return weekday(day) === SUNDAY ? day + 1 : day;
}

function nth(year: number, month: number, on: number, count: number): EpochDay {
  const first = dayOf(year, month, 1);
  return first + ((on - weekday(first) + 7) % 7) + (count - 1) * 7;
}

function lastMonday(year: number, month: number): EpochDay {
  const last = dayOf(year, month + 1, 0);
  return last - ((weekday(last) - MONDAY + 7) % 7);
}
