import { describe, expect, test } from 'vitest';
import type { Hours } from '../catalog/schema.ts';
import { toDay } from './civil.ts';
import { isAlwaysOpen, isOpenOn } from './openday.ts';

const hours = (over: Partial<Hours>): Hours => ({
  zone: 'America/New_York',
  weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], open: '08:00', close: '17:00' }],
  holidays: 'unknown',
  ...over,
});
const ALL: Hours['weekly'][number]['days'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

describe('isOpenOn', () => {
  test.each([
    ['2026-11-23', true],
    ['2026-11-28', false],
    ['2026-11-29', false],
  ])('weekdays only: %s %s', (day, open) => {
    expect(isOpenOn(hours({}), toDay(day))).toBe(open);
  });

  test.each([
    ['closed', false],
    ['open', true],
    ['unknown', true],
  ] as const)('Thanksgiving with holidays %s: %s', (holidays, open) => {
    expect(isOpenOn(hours({ holidays }), toDay('2026-11-26'))).toBe(open);
  });

  test('closed on a Saturday holiday and on the Friday it is observed', () => {
    const daily = hours({ holidays: 'closed', weekly: [{ days: ALL, open: '08:00', close: '17:00' }] });
    expect(isOpenOn(daily, toDay('2026-07-03'))).toBe(false);
    expect(isOpenOn(daily, toDay('2026-07-04'))).toBe(false);
    expect(isOpenOn(daily, toDay('2026-07-05'))).toBe(true);
  });

  test('hours past midnight reach into the next date, hours until midnight do not', () => {
    const late = hours({ weekly: [{ days: ['fri'], open: '20:00', close: '02:00' }] });
    expect(isOpenOn(late, toDay('2026-11-28'))).toBe(true);
    expect(isOpenOn(late, toDay('2026-11-29'))).toBe(false);
    const until = hours({ weekly: [{ days: ['fri'], open: '20:00', close: '00:00' }] });
    expect(isOpenOn(until, toDay('2026-11-28'))).toBe(false);
  });
});

describe('isAlwaysOpen', () => {
  const whole = [{ days: ALL, open: '00:00', close: '24:00' }];
  test('day and night, with and without a zone', () => {
    expect(isAlwaysOpen(hours({ weekly: whole }))).toBe(true);
    expect(isAlwaysOpen(hours({ weekly: whole, zone: null }))).toBe(true);
  });
  test('not where a day or an hour or a holiday is missing', () => {
    expect(isAlwaysOpen(hours({}))).toBe(false);
    expect(isAlwaysOpen(hours({ weekly: [{ days: ALL, open: '00:00', close: '23:00' }] }))).toBe(false);
    expect(isAlwaysOpen(hours({ weekly: whole, holidays: 'closed' }))).toBe(false);
  });
});
