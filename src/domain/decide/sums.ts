import type { Fact, Product } from '../catalog/schema.ts';
import { type Cents, parseUsd } from '../money/money.ts';
import { readings } from './facts.ts';
import type { Side } from './side.ts';

/** A sum between two bounds. */
export interface Bounds {
  min: number;
  /** Infinity: nothing gives a ceiling. */
  max: number;
}

/** Whether money comes back after the end. */
export interface Refund {
  possible: boolean;
  sure: boolean;
  /** No reading says that it comes back. */
  lost: boolean;
  /** Days from the end at the earliest; 0 where unknown. */
  soonest: number;
  /** Days from the end at the latest; Infinity where unknown. */
  latest: number;
}

/** Every reading of a price; unknown: from nothing to no ceiling. */
export function priceOf(fact: Fact<string> | undefined): Bounds {
  const sums = readings(fact).map(cents);
  if (sums.length === 0) return { min: 0, max: Number.POSITIVE_INFINITY };
  return { min: Math.min(...sums), max: Math.max(...sums) };
}

/**
 * What leaving early can cost. A fee no page mentions is asked for and not counted; a fee without a ceiling is.
 * `commitment`: whether a minimum term still runs, null where unknown.
 */
export function terminationFee({ billing }: Product, commitment: 'yes' | 'no' | null): Bounds {
  const fees = readings(billing.earlyTerminationFee).map((fee): Bounds => {
    if (fee.onlyWithCommitment && commitment === 'no') return NOTHING;
    const max = fee.maxUsd === null ? Number.POSITIVE_INFINITY : cents(fee.maxUsd);
    return { min: fee.onlyWithCommitment && commitment === null ? 0 : cents(fee.minUsd), max };
  });
  if (fees.length === 0) return NOTHING;
  return { min: Math.min(...fees.map(({ min }) => min)), max: Math.max(...fees.map(({ max }) => max)) };
}

const NOTHING: Bounds = { min: 0, max: 0 };

/** Whether and when money on the line, or a deposit, comes back. */
export function refundOf({ refund }: Product, fact: Fact<'yes' | 'no'> | undefined): Refund {
  const answers = readings(fact, ['yes', 'no'] as const);
  const after = readings(refund.afterDays);
  return {
    possible: answers.includes('yes'),
    sure: !answers.includes('no'),
    lost: !answers.includes('yes'),
    soonest: after.length === 0 ? 0 : Math.min(...after),
    latest: after.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...after),
  };
}

export function pick(bounds: Bounds, side: Side): number {
  return side === 'worst' ? bounds.max : bounds.min;
}

function cents(usd: string): Cents {
  return parseUsd(usd) ?? 0;
}
