import { describe, expect, test } from 'vitest';
import { formatDay, toDay } from '../time/civil.ts';
import { type BillingKnown, cycleEnd, monthsOf, schedulesOf } from './cycle.ts';

const known = (over: Partial<BillingKnown> & { on?: string; paid?: string } = {}): BillingKnown => {
  const { on = '2026-11-24', paid, ...rest } = over;
  return {
    today: toDay(on),
    until: toDay(on) + 120,
    prepaid: false,
    cycleDay: null,
    paidThrough: paid ? toDay(paid) : null,
    autopay: true,
    terms: [{ unit: 'month', length: 1 }],
    ...rest,
  };
};

const charges = (over: Parameters<typeof known>[0]): string[][] =>
  schedulesOf(known(over)).map(({ days }) => days.slice(1, 4).map(formatDay));

describe('with the last paid day', () => {
  test('the next charge is the day after, then every month', () => {
    expect(charges({ paid: '2026-12-11', cycleDay: 12 })).toEqual([['2026-12-12', '2027-01-12', '2027-02-12']]);
  });

  test('a cycle of the 31st keeps its anchor through short months', () => {
    expect(charges({ paid: '2027-01-30', cycleDay: 31 })).toEqual([['2027-01-31', '2027-02-28', '2027-03-31']]);
  });

  test('a leap day counts', () => {
    expect(charges({ on: '2028-01-10', paid: '2028-01-30', cycleDay: 31 })).toEqual([
      ['2028-01-31', '2028-02-29', '2028-03-31'],
    ]);
  });

  test('a charge on the last day of February may belong to any later anchor', () => {
    const found = charges({ on: '2027-02-10', paid: '2027-02-27' });
    expect(found.map(([, second]) => second)).toEqual(['2027-03-28', '2027-03-29', '2027-03-30', '2027-03-31']);
  });

  test('terms of days run on', () => {
    expect(charges({ paid: '2026-12-11', terms: [{ unit: 'day', length: 30 }] })).toEqual([
      ['2026-12-12', '2027-01-11', '2027-02-10'],
    ]);
  });

  test('an overdue bill counts every charge since, an overdue prepaid line owes nothing', () => {
    const [bill] = schedulesOf(known({ paid: '2026-09-11', cycleDay: 12 }));
    expect(bill).toMatchObject({ arrears: 3, lapsed: false });
    const [gone] = schedulesOf(known({ paid: '2026-09-11', prepaid: true, autopay: false }));
    expect(gone).toMatchObject({ arrears: 0, lapsed: true });
    const unsure = schedulesOf(known({ paid: '2026-09-11', prepaid: true, autopay: null }));
    expect(unsure.map(({ lapsed }) => lapsed)).toEqual([false, true]);
  });

  test('of several terms only those that are running now stay', () => {
    const terms = [1, 3, 6].map((length) => ({ unit: 'month' as const, length }));
    expect(schedulesOf(known({ paid: '2027-01-11', terms })).map(({ months }) => months)).toEqual([3, 6]);
  });
});

describe('without it', () => {
  test('the next cycle day; on the day itself also the one after', () => {
    expect(charges({ cycleDay: 12 }).map(([first]) => first)).toEqual(['2026-12-12']);
    expect(charges({ cycleDay: 24 }).map(([first]) => first)).toEqual(['2026-11-24', '2026-12-24']);
  });

  test('with no cycle day any day of a month', () => {
    const first = charges({}).map(([day]) => day);
    expect(first.at(0)).toBe('2026-11-24');
    expect(new Set(first).size).toBe(31);
  });

  test('a term of three months may have been paid in any of them', () => {
    const terms = [{ unit: 'month' as const, length: 3 }];
    expect(charges({ cycleDay: 12, terms }).map(([first]) => first)).toEqual([
      '2026-12-12',
      '2027-01-12',
      '2027-02-12',
    ]);
  });
});

test('a cycle ends the day before the next charge', () => {
  const [schedule] = schedulesOf(known({ paid: '2026-12-11', cycleDay: 12 }));
  if (!schedule) throw new Error('there is a schedule');
  expect(formatDay(cycleEnd(schedule, toDay('2026-12-11')))).toBe('2026-12-11');
  expect(formatDay(cycleEnd(schedule, toDay('2026-12-12')))).toBe('2027-01-11');
});

test('30 days are a month, 90 are three, a week is still one payment', () => {
  const days = (length: number): number => monthsOf({ unit: 'day', length });
  expect([7, 28, 30, 31, 90].map(days)).toEqual([1, 1, 1, 1, 3]);
});
