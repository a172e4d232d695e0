import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDay, partsOf, toDay, weekday } from './civil.ts';
import { addBusinessDays, HOLIDAYS, holidayOn, holidaysOf, isBusinessDay } from './holidays.ts';

/** Days on which federal offices are closed, written down by hand from the statute and a calendar of each year. */
const CLOSED: Record<number, string[]> = {
  2024: ['01-01', '01-15', '02-19', '05-27', '06-19', '07-04', '09-02', '10-14', '11-11', '11-28', '12-25'],
  2025: ['01-01', '01-20', '02-17', '05-26', '06-19', '07-04', '09-01', '10-13', '11-11', '11-27', '12-25'],
  2026: ['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '10-12', '11-11', '11-26', '12-25'],
  2027: ['01-01', '01-18', '02-15', '05-31', '06-18', '07-05', '09-06', '10-11', '11-11', '11-25', '12-24'],
  2028: ['12-31', '01-17', '02-21', '05-29', '06-19', '07-04', '09-04', '10-09', '11-10', '11-23', '12-25'],
  2029: ['01-01', '01-15', '02-19', '05-28', '06-19', '07-04', '09-03', '10-08', '11-12', '11-22', '12-25'],
  2030: ['01-01', '01-21', '02-18', '05-27', '06-19', '07-04', '09-02', '10-14', '11-11', '11-28', '12-25'],
};

test.each(Object.entries(CLOSED))('observed in %s', (year, days) => {
  const observed = holidaysOf(Number(year)).map((holiday) => formatDay(holiday.observed));
  // New Year's Day of 2028 is a Saturday and observed in the old year.
  const expected = days.map((day) => (year === '2028' && day === '12-31' ? '2027-12-31' : `${year}-${day}`));
  expect(observed).toEqual(expected);
});

test('Juneteenth begins in 2021, observed on Friday the 18th', () => {
  expect(holidaysOf(2020).map(({ code }) => code)).not.toContain('juneteenth');
  expect(holidayOn(toDay('2021-06-18'))).toBe('juneteenth');
});

test('both the day itself and the day it is observed are holidays', () => {
  expect(holidayOn(toDay('2026-07-04'))).toBe('independence-day');
  expect(holidayOn(toDay('2026-07-03'))).toBe('independence-day');
  expect(holidayOn(toDay('2027-12-31'))).toBe('new-years-day');
  expect(holidayOn(toDay('2026-07-06'))).toBeNull();
});

describe('business days', () => {
  test.each([
    ['2026-11-25', 1, '2026-11-27'],
    ['2026-11-25', 3, '2026-12-01'],
    ['2026-07-02', 1, '2026-07-06'],
    ['2027-12-30', 1, '2028-01-03'],
    ['2026-11-30', -1, '2026-11-27'],
    ['2026-11-30', -2, '2026-11-25'],
    ['2026-11-28', 0, '2026-11-28'],
  ])('%s and %d more: %s', (from, count, to) => {
    expect(formatDay(addBusinessDays(toDay(from), count))).toBe(to);
  });

  const day = fc.integer({ min: toDay('2021-01-01'), max: toDay('2060-12-31') });

  test('a business day is no weekend and no holiday, and at most five in a row are missing', () => {
    fc.assert(
      fc.property(day, (at) => {
        const open = isBusinessDay(at);
        expect(open).toBe(weekday(at) < 6 && holidayOn(at) === null);
        expect([0, 1, 2, 3, 4].some((more) => isBusinessDay(at + more))).toBe(true);
      }),
    );
  });

  test('counting forth lands on a business day with exactly that many on the way', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (at, count) => {
        const end = addBusinessDays(at, count);
        const between = Array.from({ length: end - at }, (_, i) => at + 1 + i).filter(isBusinessDay);
        expect(between.length).toBe(count);
        expect(isBusinessDay(end)).toBe(true);
      }),
    );
  });

  test('every year has its eleven holidays, observed Monday to Friday, at most a day away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2021, max: 2200 }), (year) => {
        const all = holidaysOf(year);
        expect(all.map(({ code }) => code)).toEqual(HOLIDAYS);
        for (const holiday of all) {
          expect(weekday(holiday.observed)).toBeLessThan(6);
          expect(Math.abs(holiday.observed - holiday.day)).toBeLessThan(2);
          expect(partsOf(holiday.day).year).toBe(year);
        }
      }),
    );
  });
});
