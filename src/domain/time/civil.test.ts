import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, dayOf, daysInMonth, formatDay, parseDay, partsOf, toDay, weekday } from './civil.ts';

const anyDay = fc.integer({ min: toDay('1980-01-01'), max: toDay('2120-12-31') });

describe('civil dates', () => {
  test.each(['2027-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20261101', '', '2026-04-31'])(
    '%s is no date',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  test('leap days exist in leap years only', () => {
    expect(formatDay(toDay('2028-02-29'))).toBe('2028-02-29');
    expect(daysInMonth(2100, 2)).toBe(28);
    expect(daysInMonth(2000, 2)).toBe(29);
  });

  test('known weekdays', () => {
    expect(weekday(toDay('1970-01-01'))).toBe(4);
    expect(weekday(toDay('2026-11-24'))).toBe(2);
    expect(weekday(toDay('2026-12-20'))).toBe(7);
  });

  test('a cycle of the 31st keeps its day', () => {
    const dates = [1, 2, 3, 13].map((months) => formatDay(addMonths(toDay('2027-01-31'), months, 31)));
    expect(dates).toEqual(['2027-02-28', '2027-03-31', '2027-04-30', '2028-02-29']);
  });

  test('writing and reading a day gives the same day, and days follow each other', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDay(formatDay(day))).toBe(day);
        const { year, month, dayOfMonth } = partsOf(day);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
        expect(weekday(day + 1)).toBe((weekday(day) % 7) + 1);
      }),
    );
  });

  test('agrees with the calendar of the platform on every day of four centuries', () => {
    for (let day = toDay('1899-12-31'); day < toDay('2300-01-02'); day += 1) {
      const date = new Date(day * 86_400_000);
      const { year, month, dayOfMonth } = partsOf(day);
      if (year !== date.getUTCFullYear() || month !== date.getUTCMonth() + 1 || dayOfMonth !== date.getUTCDate()) {
        expect(partsOf(day)).toBe(date.toISOString());
      }
    }
    expect(partsOf(toDay('2000-02-29'))).toEqual({ year: 2000, month: 2, dayOfMonth: 29 });
  });

  test('adding months never leaves the month asked for', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -30, max: 60 }), fc.integer({ min: 1, max: 31 }), (day, months, anchor) => {
        const from = partsOf(day);
        const to = partsOf(addMonths(day, months, anchor));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        expect(to.dayOfMonth).toBe(Math.min(anchor, daysInMonth(to.year, to.month)));
      }),
    );
  });
});
