import { describe, expect, test } from 'vitest';
import type { OptionView } from '../../../app/decide.ts';
import { formatDay, toDay } from '../../../domain/time/civil.ts';
import { chartOf, costBy, tableDays } from './chart-data.ts';

const option = (over: Partial<OptionView>, paid: [date: string, amountUsd: string | null][] = []): OptionView => ({
  kind: 'keep',
  target: null,
  targetName: null,
  feasible: true,
  why: '',
  whyCodes: [],
  actOn: null,
  lastDayToAct: null,
  endsOn: null,
  numberSafeUntil: null,
  cost: { minUsd: '0.00', maxUsd: '0.00' },
  timeline: paid.map(([date, amountUsd]) => ({
    date,
    amountUsd,
    reason: 'plan-charge',
    text: '',
    lostUsd: null,
    sources: [],
  })),
  warnings: [],
  ...over,
});
const plan = (...options: OptionView[]) => ({ options, today: '2026-11-24', horizon: '2027-11-24' });
const DUE: [string, string][] = [
  ['2026-12-12', '70.00'],
  ['2026-12-12', '266.72'],
  ['2027-01-12', '-30.00'],
];

describe('lines', () => {
  test('add up by day, refunds included, and reach the last day', () => {
    const chart = chartOf(plan(option({ kind: 'cancel', cost: { minUsd: '300.00', maxUsd: '306.72' } }, DUE)));
    expect(chart?.lines[0]?.points.map(({ day, cents }) => [formatDay(day), cents])).toEqual([
      ['2026-11-24', 0],
      ['2026-12-12', 33672],
      ['2027-01-12', 30672],
      ['2027-11-23', 30672],
    ]);
  });

  test('the last point is the worst case of the option', () => {
    const chart = chartOf(plan(option({ cost: { minUsd: '0.00', maxUsd: '306.72' } }, DUE)));
    const [line] = chart?.lines ?? [];
    expect(line && chart && costBy(line, chart.last)).toBe(line?.maxCents);
  });

  test('a payment today counts from today on', () => {
    const chart = chartOf(plan(option({}, [['2026-11-24', '5.00']])));
    expect(chart?.lines[0]?.points[0]).toEqual({ day: toDay('2026-11-24'), cents: 500 });
  });

  test('an unknown amount leaves the line open', () => {
    const [line] =
      chartOf(plan(option({ cost: { minUsd: '0.00', maxUsd: null } }, [['2026-12-12', null]])))?.lines ?? [];
    expect(line).toMatchObject({ open: true, maxCents: null });
  });

  test('one line per kind, only what is possible', () => {
    const chart = chartOf(
      plan(
        option({ kind: 'port-out', target: 'a' }),
        option({ kind: 'port-out', target: 'b' }),
        option({ kind: 'cancel' }),
        option({ kind: 'let-lapse', feasible: false, cost: null }),
      ),
    );
    expect(chart?.lines.map((line) => [line.kind, line.option.target])).toEqual([
      ['port-out', 'a'],
      ['cancel', null],
    ]);
  });

  test('nothing possible, no chart', () => {
    expect(chartOf(plan(option({ feasible: false, cost: null })))).toBeNull();
  });
});

describe('scale', () => {
  test.each([
    ['840.00', '0.00'],
    ['3.00', '0.00'],
    ['0.00', '0.00'],
    ['0.00', '-120.00'],
    ['99999.99', '-5.00'],
  ])('max %s, min %s: holds every sum, starts at a rung, has few rungs', (maxUsd, minUsd) => {
    const chart = chartOf(plan(option({ cost: { minUsd, maxUsd } }, [['2026-12-12', maxUsd]])));
    expect(chart?.low).toBeLessThanOrEqual(Number(minUsd) * 100);
    expect(chart?.high).toBeGreaterThanOrEqual(Number(maxUsd) * 100);
    expect(chart?.rungs).toContain(0);
    expect(chart?.rungs.length).toBeLessThanOrEqual(7);
    expect(new Set(chart?.rungs).size).toBe(chart?.rungs.length);
  });
});

test('the table looks every third month and at the end; months begin on the first', () => {
  const chart = chartOf(plan(option({})));
  expect(chart && tableDays(chart).map(formatDay)).toEqual(['2027-02-23', '2027-05-23', '2027-08-23', '2027-11-23']);
  expect(chart?.months.map(formatDay).slice(0, 3)).toEqual(['2026-12-01', '2027-01-01', '2027-02-01']);
  expect(chart?.months.length).toBe(12);
});
