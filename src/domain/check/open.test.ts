import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fact } from '../../testing/catalog.ts';
import type { Channel, Hours } from '../catalog/schema.ts';
import { WEEKDAYS } from '../catalog/schema.ts';
import { openState } from './open.ts';

const LA = 'America/Los_Angeles';
const CHINA = { zone: 'Asia/Shanghai', abroad: true };
const daily = (open: string, close: string, over: Partial<Hours> = {}): Hours => ({
  zone: LA,
  weekly: [{ days: [...WEEKDAYS], open, close }],
  holidays: 'open',
  ...over,
});
function channel(hours: Hours | null, others: Hours[] = [], kind: Channel['kind'] = 'phone'): Channel {
  const alternatives = others.map((value) => ({ value, sources: [] }));
  const confidence = others.length > 0 ? 'conflicting' : 'official';
  return {
    kind,
    value: fact('+12025550143'),
    hours: hours === null ? undefined : fact(hours, { confidence, alternatives }),
  } as Channel;
}
const at = (iso: string): number => Date.parse(iso);

describe('open now, seen from China', () => {
  test('open, until when', () => {
    expect(openState(channel(daily('04:00', '21:00')), at('2026-11-24T12:00:00Z'), CHINA)).toEqual({
      openNow: 'yes',
      opensAt: null,
      opensAtCarrier: null,
      opensAtLocal: null,
      closesAt: '2026-11-25T05:00:00Z',
      localHours: '20:00–13:00 (+1)',
      localZone: 'Asia/Shanghai',
      holiday: null,
    });
  });

  test('closed, opens when', () => {
    expect(openState(channel(daily('04:00', '21:00')), at('2026-11-24T05:00:00Z'), CHINA)).toMatchObject({
      openNow: 'no',
      opensAt: '2026-11-24T12:00:00Z',
      opensAtCarrier: '2026-11-24T04:00:00-08:00',
      opensAtLocal: '2026-11-24T20:00:00+08:00',
      closesAt: null,
    });
  });

  test('the last minute is open, the closing minute is not', () => {
    const one = channel(daily('04:00', '21:00'));
    expect(openState(one, at('2026-11-24T04:59:59Z'), CHINA).openNow).toBe('yes');
    expect(openState(one, at('2026-11-24T05:00:00Z'), CHINA).openNow).toBe('no');
  });

  test('rows that add up to day and night have no closing time', () => {
    const whole: Hours = daily('00:00', '12:00');
    whole.weekly.push({ days: [...WEEKDAYS], open: '12:00', close: '24:00' });
    const state = openState(channel(whole), at('2026-11-24T20:30:00Z'), CHINA);
    expect(state).toMatchObject({ openNow: 'yes', closesAt: null });
  });

  test('two windows a day are both shown', () => {
    const lunch: Hours = daily('08:00', '12:00');
    lunch.weekly.push({ days: [...WEEKDAYS], open: '13:00', close: '17:00' });
    const state = openState(channel(lunch), at('2026-11-24T20:30:00Z'), { zone: 'America/New_York', abroad: false });
    expect(state).toMatchObject({
      openNow: 'no',
      opensAt: '2026-11-24T21:00:00Z',
      localHours: '11:00–15:00, 16:00–20:00',
    });
  });
});

describe('daylight saving', () => {
  test('the next opening after the clocks went forward comes an hour earlier', () => {
    const state = openState(channel(daily('04:00', '21:00')), at('2027-03-14T06:00:00Z'), CHINA);
    expect(state).toMatchObject({ opensAt: '2027-03-14T11:00:00Z', opensAtLocal: '2027-03-14T19:00:00+08:00' });
  });

  test('the user in London has changed clocks, the carrier not yet', () => {
    const state = openState(channel(daily('04:00', '21:00')), at('2027-10-31T06:00:00Z'), {
      zone: 'Europe/London',
      abroad: true,
    });
    expect(state).toMatchObject({ opensAt: '2027-10-31T11:00:00Z', localHours: '11:00–04:00 (+1)' });
  });
});

describe('what is not known', () => {
  test('no hours: a phone is not known, a letter can go at any time', () => {
    expect(openState(channel(null), 0, CHINA)).toMatchObject({ openNow: 'unknown', opensAt: null, localHours: null });
    expect(openState(channel(null, [], 'letter'), 0, CHINA)).toMatchObject({ openNow: 'yes', localHours: null });
  });

  test('sources that disagree: open only if all say so, and the next opening is one they share', () => {
    const one = channel(daily('04:00', '21:00'), [daily('06:00', '20:00')]);
    const state = (iso: string) => openState(one, at(iso), CHINA);
    expect(state('2026-11-24T18:00:00Z')).toMatchObject({ openNow: 'yes', closesAt: '2026-11-25T04:00:00Z' });
    expect(state('2026-11-24T13:00:00Z')).toMatchObject({ openNow: 'unknown', opensAt: '2026-11-24T14:00:00Z' });
    expect(state('2026-11-24T10:00:00Z')).toMatchObject({ openNow: 'no', opensAt: '2026-11-24T14:00:00Z' });
  });

  test('the zone of the user: the hours are not shown, the next opening still is', () => {
    const state = openState(channel(daily('04:00', '21:00')), at('2026-11-24T05:00:00Z'), { zone: null, abroad: true });
    expect(state).toMatchObject({
      opensAt: '2026-11-24T12:00:00Z',
      opensAtLocal: null,
      localHours: null,
      localZone: null,
    });
    const home = openState(channel(daily('04:00', '21:00')), at('2026-11-24T05:00:00Z'), { zone: null, abroad: false });
    expect(home).toMatchObject({ localHours: '04:00–21:00', localZone: LA });
  });

  test('hours without a zone count only where they are day and night', () => {
    expect(openState(channel(daily('00:00', '24:00', { zone: null })), 0, CHINA)).toMatchObject({
      openNow: 'yes',
      closesAt: null,
      localHours: '00:00–24:00',
    });
    expect(openState(channel(daily('08:00', '20:00', { zone: null })), 0, CHINA).openNow).toBe('unknown');
  });
});

describe('US holidays', () => {
  const thanksgiving = '2026-11-26T18:00:00Z';

  test('closed: opens the day after, and says why', () => {
    expect(openState(channel(daily('04:00', '21:00', { holidays: 'closed' })), at(thanksgiving), CHINA)).toMatchObject({
      openNow: 'no',
      opensAt: '2026-11-27T12:00:00Z',
      holiday: { code: 'thanksgiving-day', effect: 'closed' },
    });
  });

  test('unknown: counted as open, and flagged', () => {
    expect(openState(channel(daily('04:00', '21:00', { holidays: 'unknown' })), at(thanksgiving), CHINA)).toMatchObject(
      {
        openNow: 'yes',
        holiday: { code: 'thanksgiving-day', effect: 'unknown' },
      },
    );
  });

  test('a holiday on a day without hours is none', () => {
    const weekdays: Hours = { ...daily('08:00', '17:00'), weekly: [{ days: ['sun'], open: '08:00', close: '17:00' }] };
    expect(openState(channel(weekdays), at(thanksgiving), CHINA).holiday).toBeNull();
  });
});

describe('against a slow reading of the same hours', () => {
  const QUARTER = 15 * 60_000;
  // Between one and three at night clocks jump: what a skipped or doubled time means is tested by hand.
  const time = fc.constantFrom('00:00', '03:00', '04:15', '08:00', '12:30', '17:00', '21:00', '23:45');
  const row = fc
    .record({
      days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
      open: time,
      close: fc.oneof(time, fc.constant('24:00')),
    })
    .filter(({ open, close }) => open !== close);
  const hours = fc.record({
    zone: fc.constantFrom(LA, 'America/New_York', 'America/Phoenix'),
    weekly: fc.array(row, { minLength: 1, maxLength: 3 }),
    holidays: fc.constant('open' as const),
  });
  const moment = fc
    .integer({ min: at('2026-10-20T00:00:00Z'), max: at('2027-11-20T00:00:00Z') })
    .map((ms) => ms - (ms % QUARTER));

  /** Reads the wall clock of the zone and looks it up in the table; knows nothing of spans. */
  function slowlyOpen(one: Hours, ms: number): boolean {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: one.zone ?? 'UTC',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(new Date(ms));
    const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
    const now = `${part('hour')}:${part('minute')}`;
    const today = part('weekday').toLowerCase();
    const place = WEEKDAYS.findIndex((day) => today.startsWith(day));
    const before = WEEKDAYS[(place + 6) % 7];
    return one.weekly.some((own) => {
      const late = own.close <= own.open;
      const on = (day: string | undefined): boolean => own.days.some((name) => name === day);
      return (on(today) && now >= own.open && (late || now < own.close)) || (late && on(before) && now < own.close);
    });
  }

  test('open now is the same, the next opening is open and no earlier quarter of an hour is', () => {
    fc.assert(
      fc.property(hours, moment, (one, now) => {
        const state = openState(channel(one), now, CHINA);
        expect(state.openNow).toBe(slowlyOpen(one, now) ? 'yes' : 'no');
        if (state.openNow === 'yes') {
          if (state.closesAt === null) return;
          expect(slowlyOpen(one, Date.parse(state.closesAt))).toBe(false);
          expect(slowlyOpen(one, Date.parse(state.closesAt) - QUARTER)).toBe(true);
          return;
        }
        const opens = Date.parse(state.opensAt ?? '');
        expect(slowlyOpen(one, opens)).toBe(true);
        for (let ms = now; ms < opens; ms += QUARTER) expect(slowlyOpen(one, ms)).toBe(false);
        expect(openState(channel(one), opens, CHINA).openNow).toBe('yes');
        expect(openState(channel(one), opens - 60_000, CHINA).openNow).toBe('no');
      }),
      { numRuns: 60 },
    );
  });
});
