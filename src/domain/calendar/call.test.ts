import { describe, expect, test } from 'vitest';
import { aBrand, aProduct, fact, firstProduct } from '../../testing/catalog.ts';
import { checkLine } from '../check/check.ts';
import { toDay } from '../time/civil.ts';
import { plannedCall } from './call.ts';

const ALL = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const hours = (open: string, close: string, over: object = {}) => ({
  zone: 'America/New_York',
  weekly: [{ days: ALL, open, close }],
  holidays: 'open',
  ...over,
});
const phone = (over: object = {}) => ({
  kind: 'phone',
  value: fact('+12025550100'),
  canCancelHere: fact('yes'),
  fromAbroad: fact('yes'),
  hours: fact(hours('08:00', '22:00')),
  ...over,
});

function planned(
  channels: object[],
  { now = '2026-11-25T15:00:00Z', actOn = '2026-12-07', lastDay = '2026-12-11' as string | null } = {},
) {
  const brand = aBrand({}, [aProduct({ channels })]);
  const product = firstProduct(brand);
  const checked = checkLine(brand, product, { from: 'CN', zone: 'Asia/Shanghai', now });
  const call = plannedCall({
    channels: checked.channels,
    own: product.channels,
    actOn: toDay(actOn),
    lastDay: lastDay === null ? null : toDay(lastDay),
    billingZone: 'America/New_York',
    userZone: 'Asia/Shanghai',
    abroad: true,
    now: Date.parse(now),
  });
  const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 16);
  return call && [iso(call.start), iso(call.end)];
}

describe('a call to plan', () => {
  test('begins when the line opens on the day to act', () => {
    expect(planned([phone()])).toEqual(['2026-12-07T13:00', '2026-12-07T14:00']);
  });

  test('on the day itself begins at the next quarter of an hour', () => {
    const when = { now: '2026-12-07T15:07:00Z' };
    expect(planned([phone()], when)).toEqual(['2026-12-07T15:15', '2026-12-07T16:15']);
  });

  test('ends where the line closes', () => {
    expect(planned([phone()], { now: '2026-12-08T02:40:00Z' })).toEqual(['2026-12-08T02:45', '2026-12-08T03:00']);
  });

  test('waits over a closed day, but not past the last day to act', () => {
    const weekdays = hours('08:00', '17:00', { weekly: [{ days: ['mon'], open: '08:00', close: '17:00' }] });
    const mondays = phone({ hours: fact(weekdays) });
    expect(planned([mondays], { actOn: '2026-12-05', lastDay: '2026-12-08' })).toEqual([
      '2026-12-07T13:00',
      '2026-12-07T14:00',
    ]);
    expect(planned([mondays], { actOn: '2026-12-08', lastDay: '2026-12-11' })).toBeNull();
  });

  test('to a line that never closes is made at nine in the morning where the user is', () => {
    const always = phone({ hours: fact(hours('00:00', '24:00')) });
    const [start, end] = planned([always]) ?? [];
    expect([start, end]).toEqual(['2026-12-07T05:00', '2026-12-07T06:00']);
  });

  test.each([
    ['with hours nobody knows', phone({ hours: undefined })],
    ['that cannot cancel', phone({ canCancelHere: fact('no') })],
    [
      'that rests on one blog',
      phone({
        value: {
          ...fact('+12025550100', { confidence: 'secondary' }),
          sources: [{ url: 'https://blog.example/a', publisher: 'blog', pageDate: null }],
        },
      }),
    ],
    ['that is a short code, from abroad', phone({ value: fact('611') })],
  ])('to a number %s is not planned', (_why, channel) => {
    expect(planned([channel])).toBeNull();
  });
});
