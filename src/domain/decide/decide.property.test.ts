import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDay } from '../time/civil.ts';
import { decideIn, partlyLearned, situationOf, world } from './testing.ts';
import { OPTION_KINDS, type Option } from './types.ts';

const RUNS = { numRuns: 400 };
const both = fc.tuple(world, fc.boolean());

const byName = (options: readonly Option[]): Map<string, Option> =>
  new Map(options.map((option) => [`${option.kind}:${option.target}`, option]));

test('every kind of option is there, and what is not possible has a reason and nothing else', () => {
  fc.assert(
    fc.property(both, ([line, learned]) => {
      const { options } = decideIn(line, learned);
      for (const kind of OPTION_KINDS) expect(options.some((option) => option.kind === kind)).toBe(true);
      for (const option of options) {
        expect(option.why.length).toBeGreaterThan(0);
        if (option.feasible) continue;
        expect(option).toMatchObject({ actOn: null, lastDayToAct: null, endsOn: null, cost: null, timeline: [] });
      }
    }),
    RUNS,
  );
});

test('service is never given up before it is no longer needed', () => {
  fc.assert(
    fc.property(both, ([line, learned]) => {
      const { needsServiceUntil } = situationOf(line, learned);
      if (!needsServiceUntil) return;
      for (const { endsOn } of decideIn(line, learned).options) {
        if (endsOn !== null) expect(endsOn).toBeGreaterThanOrEqual(toDay(needsServiceUntil));
      }
    }),
    RUNS,
  );
});

test('a number that must be kept is never given up, and one kept until a day not before it', () => {
  fc.assert(
    fc.property(both, ([line, learned]) => {
      const { number } = situationOf(line, learned);
      const losing = decideIn(line, learned).options.filter(({ kind }) => kind === 'cancel' || kind === 'let-lapse');
      for (const { feasible, endsOn } of losing) {
        if (!line.rest.hasNumber) continue;
        if (number?.keep === 'forever') expect(feasible).toBe(false);
        if (number?.keep === 'until' && feasible) expect(endsOn).toBeGreaterThanOrEqual(toDay(number.keepUntil ?? ''));
      }
    }),
    RUNS,
  );
});

function expectNarrower(before: readonly Option[], after: readonly Option[]): void {
  const now = byName(after);
  for (const [name, { cost }] of byName(before)) {
    const narrowed = now.get(name)?.cost;
    if (!cost || !narrowed) continue;
    expect(narrowed.minCents, name).toBeGreaterThanOrEqual(cost.minCents);
    if (cost.maxCents === null) continue;
    expect(narrowed.maxCents, name).not.toBeNull();
    expect(narrowed.maxCents, name).toBeLessThanOrEqual(cost.maxCents);
  }
}

test('learning everything never widens a cost', () => {
  fc.assert(
    fc.property(world, (line) => expectNarrower(decideIn(line, false).options, decideIn(line, true).options)),
    { numRuns: 700 },
  );
});

test('learning a part never widens a cost', () => {
  fc.assert(
    fc.property(world, fc.nat(0xfffff), (line, bits) => {
      expectNarrower(decideIn(line, false).options, decideIn(partlyLearned(line, bits), false).options);
    }),
    { numRuns: 700 },
  );
});

test('a better worst case is never passed over, and ties fall as they should', () => {
  const order = ['port-out', 'cancel', 'let-lapse', 'suspend', 'keep'];
  fc.assert(
    fc.property(both, ([line, learned]) => {
      const { options, recommended, recommendedTarget } = decideIn(line, learned);
      const feasible = options.filter((option) => option.feasible);
      const key = ({ cost, kind, target }: Option): [number, number, number, string] => [
        cost?.maxCents ?? Number.POSITIVE_INFINITY,
        cost?.minCents ?? 0,
        order.indexOf(kind),
        target ?? '',
      ];
      const sorted = feasible.toSorted((a, b) => {
        const [left, right] = [key(a), key(b)];
        const at = left.findIndex((value, i) => value !== right[i]);
        return at < 0 ? 0 : (left[at] as number | string) < (right[at] as number | string) ? -1 : 1;
      });
      expect(options.slice(0, feasible.length)).toEqual(sorted);
      expect(recommended).toBe(sorted[0]?.kind ?? null);
      expect(recommendedTarget).toBe(sorted[0]?.target ?? null);
    }),
    RUNS,
  );
});

test('a timeline is sorted, lies in the window and sums to the worst case', () => {
  fc.assert(
    fc.property(both, ([line, learned]) => {
      const { options, today, horizon } = decideIn(line, learned);
      for (const { timeline, cost, feasible } of options) {
        const days = timeline.map(({ day }) => day);
        expect(days).toEqual(days.toSorted((a, b) => a - b));
        for (const day of days) expect(day >= today && day < horizon).toBe(true);
        if (!feasible) continue;
        if (cost?.maxCents === null) expect(timeline.some(({ cents }) => cents === null)).toBe(true);
        else expect(timeline.reduce((sum, { cents }) => sum + (cents ?? Number.NaN), 0)).toBe(cost?.maxCents);
      }
    }),
    RUNS,
  );
});

test('the least is never above the most, and the days to act follow one another', () => {
  fc.assert(
    fc.property(both, ([line, learned]) => {
      const { options, today } = decideIn(line, learned);
      for (const { kind, feasible, cost, actOn, lastDayToAct, endsOn } of options) {
        if (!feasible) continue;
        expect(cost?.minCents).toBeLessThanOrEqual(cost?.maxCents ?? Number.POSITIVE_INFINITY);
        if (kind === 'keep') {
          expect([actOn, lastDayToAct, endsOn]).toEqual([null, null, null]);
          continue;
        }
        expect(actOn).toBeGreaterThanOrEqual(today);
        expect(lastDayToAct).toBeGreaterThanOrEqual(actOn ?? Number.NaN);
        expect(endsOn).toBeGreaterThanOrEqual(today);
      }
    }),
    RUNS,
  );
});

test('a question is never worth less than nothing nor more than the width of the cost', () => {
  fc.assert(
    fc.property(world, (line) => {
      const { options, questions } = decideIn(line, false);
      const cost = options[0]?.cost;
      const width = cost && cost.maxCents !== null ? cost.maxCents - cost.minCents : 0;
      for (const { worthCents } of questions) {
        if (worthCents === null) continue;
        expect(worthCents).toBeGreaterThanOrEqual(0);
        expect(worthCents).toBeLessThanOrEqual(width);
      }
    }),
    RUNS,
  );
});
