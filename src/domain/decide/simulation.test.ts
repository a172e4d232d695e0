import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Case, cases } from '../../testing/simulation/generated.ts';
import { type Disagreement, judge } from '../../testing/simulation/judge.ts';
import { decide } from './decide.ts';
import type { Option } from './types.ts';

const RUNS = { little: 150, much: 40 };
const decided = (given: Case) => decide(given.situation, given);

/**
 * A promotional credit above the price makes the line earn money, and the cheapest day to cancel lies years ahead. `decide`
 * does not look that far; everything else it says of such a line has to hold.
 */
function isEarning({ situation: { line } }: Case, { rule, option }: Disagreement): boolean {
  const credit = Number(line.installments?.monthlyPromoCreditUsd ?? 0);
  return option === 'cancel' && ['better-day', 'min'].includes(rule) && credit > Number(line.monthlyUsd ?? 0);
}

describe('decide against worlds lived day by day', () => {
  test.each(['little', 'much'] as const)(
    'dates and costs hold with %s unknown',
    (openness) => {
      fc.assert(
        fc.property(cases(openness), (given) => {
          expect(judge(given, decided(given)).filter((found) => !isEarning(given, found))).toEqual([]);
        }),
        { numRuns: RUNS[openness] },
      );
    },
    180_000,
  );

  test('bounded first, then the lower worst case, the lower best case, the order of the kinds', () => {
    const order = ['port-out', 'cancel', 'let-lapse', 'suspend', 'keep'];
    const key = ({ cost, kind }: Option) => [
      cost?.maxCents ?? Number.POSITIVE_INFINITY,
      cost?.minCents ?? 0,
      order.indexOf(kind),
    ];
    fc.assert(
      fc.property(cases('much'), (given) => {
        const { options, recommended, recommendedTarget } = decided(given);
        const keys = options.filter((option) => option.feasible).map(key);
        expect(keys).toEqual([...keys].sort(compared));
        const [best] = options;
        expect({ recommended, recommendedTarget }).toEqual(
          best?.feasible
            ? { recommended: best.kind, recommendedTarget: best.target }
            : { recommended: null, recommendedTarget: null },
        );
        expect([...new Set(options.map(({ kind }) => kind))].sort()).toEqual([...order].sort());
      }),
    );
  });

  test('a number that must be kept is never given up', () => {
    fc.assert(
      fc.property(cases('much'), (given) => {
        const { number } = given.situation;
        for (const { kind, feasible, endsOn } of decided(given).options) {
          if (!feasible || !given.product.service.hasNumber || (kind !== 'cancel' && kind !== 'let-lapse')) continue;
          expect(number?.keep).not.toBe('forever');
          if (number?.keep === 'until' && number.keepUntil)
            expect(endsOn).toBeGreaterThanOrEqual(Date.parse(number.keepUntil) / 86_400_000);
        }
      }),
    );
  });
});

function compared(a: number[], b: number[]): number {
  const differs = a.findIndex((value, i) => value !== b[i]);
  return differs < 0 ? 0 : (a[differs] as number) < (b[differs] as number) ? -1 : 1;
}
