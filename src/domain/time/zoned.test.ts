import { describe, expect, test } from 'vitest';
import type { Hours } from '../catalog/schema.ts';
import { formatDay, toDay } from './civil.ts';
import { clockSpan, dayAt, merged, spansAround, withOffset } from './zoned.ts';

const LA = 'America/Los_Angeles';
const daily = (open: string, close: string, zone = LA): Hours => ({
  zone,
  weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], open, close }],
  holidays: 'open',
});
const at = (iso: string): number => Date.parse(iso);

/** The span that begins on a date, shown on the clock of `zone`. */
function shown(hours: Hours, date: string, zone: string): string {
  const span = spansAround(hours, at(`${date}T12:00:00Z`)).find(({ day }) => formatDay(day) === date);
  return span ? clockSpan(span, zone) : 'closed';
}

describe('04:00 to 21:00 in Los Angeles', () => {
  test.each([
    // The US goes to summer time on 14 March 2027, Britain on 28 March; China stays.
    ['2027-03-13', 'Asia/Shanghai', '20:00–13:00 (+1)'],
    ['2027-03-14', 'Asia/Shanghai', '19:00–12:00 (+1)'],
    ['2027-03-13', 'Europe/London', '12:00–05:00 (+1)'],
    ['2027-03-14', 'Europe/London', '11:00–04:00 (+1)'],
    ['2027-03-27', 'Europe/London', '11:00–05:00 (+1)'],
    ['2027-03-28', 'Europe/London', '12:00–05:00 (+1)'],
    ['2027-03-14', 'America/New_York', '07:00–24:00'],
    // And back: Britain on 31 October, the US on 7 November.
    ['2027-10-30', 'Europe/London', '12:00–04:00 (+1)'],
    ['2027-10-31', 'Europe/London', '11:00–04:00 (+1)'],
    ['2027-11-06', 'Asia/Shanghai', '19:00–12:00 (+1)'],
    ['2027-11-07', 'Asia/Shanghai', '20:00–13:00 (+1)'],
    ['2027-11-07', 'Europe/London', '12:00–05:00 (+1)'],
  ])('on %s in %s: %s', (date, zone, expected) => {
    expect(shown(daily('04:00', '21:00'), date, zone)).toBe(expected);
  });
});

describe('midnight', () => {
  test('24:00 is the next midnight, on short and long days too', () => {
    const spans = spansAround(daily('00:00', '24:00'), at('2027-03-14T12:00:00Z'));
    const lengths = new Map(spans.map(({ day, start, end }) => [formatDay(day), (end - start) / 3_600_000]));
    expect(lengths.get('2027-03-13')).toBe(24);
    expect(lengths.get('2027-03-14')).toBe(23);
    const autumn = spansAround(daily('00:00', '24:00'), at('2027-11-07T12:00:00Z'));
    expect(autumn.find(({ day }) => formatDay(day) === '2027-11-07')).toMatchObject({
      end: at('2027-11-08T08:00:00Z'),
    });
  });

  test('hours past midnight end on the next date', () => {
    expect(shown(daily('20:00', '04:00'), '2026-11-24', LA)).toBe('20:00–04:00 (+1)');
    expect(shown(daily('20:00', '00:00'), '2026-11-24', LA)).toBe('20:00–24:00');
    expect(shown(daily('22:00', '06:00', 'America/New_York'), '2027-03-13', 'UTC')).toBe('03:00–10:00');
  });

  test('days that touch become one span', () => {
    const whole = merged(spansAround(daily('00:00', '24:00'), at('2026-11-24T12:00:00Z')));
    expect(whole.length).toBe(1);
    expect(
      merged([
        { start: 1, end: 5 },
        { start: 2, end: 3 },
        { start: 7, end: 8 },
      ]),
    ).toEqual([
      { start: 1, end: 5 },
      { start: 7, end: 8 },
    ]);
  });
});

test('the calendar date is the one of the zone', () => {
  expect(dayAt(at('2026-11-24T02:00:00Z'), LA)).toBe(toDay('2026-11-23'));
  expect(dayAt(at('2026-11-24T20:00:00Z'), 'Asia/Shanghai')).toBe(toDay('2026-11-25'));
});

test('an instant bears the offset of its zone', () => {
  expect(withOffset(at('2026-11-24T12:00:00Z'), LA)).toBe('2026-11-24T04:00:00-08:00');
  expect(withOffset(at('2026-07-24T12:00:00Z'), LA)).toBe('2026-07-24T05:00:00-07:00');
});

test('a clock time that is skipped means an hour later', () => {
  const [first] = spansAround(daily('02:30', '12:00'), at('2027-03-14T20:00:00Z')).filter(
    ({ day }) => formatDay(day) === '2027-03-14',
  );
  expect(first && withOffset(first.start, LA)).toBe('2027-03-14T03:30:00-07:00');
});

test('hours without a zone cannot be laid on the time line', () => {
  expect(() => spansAround({ ...daily('08:00', '20:00'), zone: null }, 0)).toThrow(RangeError);
});
