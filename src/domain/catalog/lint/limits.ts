/**
 * What a figure of the catalog can be before it is more likely a slip than a fact. A figure beyond that stays if its `note` says
 * why. These limits are our own; no law and no carrier sets them.
 */
import type { Fact, Product } from '../schema.ts';

export interface Limited {
  path: readonly (string | number)[];
  fact: Fact<unknown> | undefined;
  /** The figures of one value. */
  figures(value: never): number[];
  most: number;
}

const usd = (value: string): number[] => [Number(value)];
const whole = (value: number): number[] => [value];

/** Every sum of a product. Dollars. */
export function sumsOf({ billing, suspend, restart, parking }: Product): Limited[] {
  return [
    {
      path: ['billing', 'earlyTerminationFee'],
      fact: billing.earlyTerminationFee,
      figures: ({ minUsd, maxUsd }: { minUsd: string; maxUsd: string | null }) => [
        Number(minUsd),
        Number(maxUsd ?? minUsd),
      ],
      most: 1000,
    },
    {
      path: ['suspend', 'charge'],
      fact: suspend.charge,
      figures: (charge: { monthlyUsd?: string }) => (charge.monthlyUsd === undefined ? [] : usd(charge.monthlyUsd)),
      most: 100,
    },
    { path: ['restart', 'simUsd'], fact: restart.simUsd, figures: usd, most: 60 },
    { path: ['restart', 'activationUsd'], fact: restart.activationUsd, figures: usd, most: 100 },
    { path: ['parking', 'portInFeeUsd'], fact: parking?.portInFeeUsd, figures: usd, most: 100 },
    { path: ['parking', 'monthlyUsd'], fact: parking?.monthlyUsd, figures: usd, most: 60 },
  ];
}

/** Every span of a product. Days, and hours for the lead of a renewal. */
export function spansOf(product: Product): Limited[] {
  const { billing, lapse, refund, suspend, reinstate, portOut, disputes, parking } = product;
  return [
    { path: ['billing', 'noticeDays'], fact: billing.noticeDays, figures: whole, most: 90 },
    { path: ['billing', 'renewalLeadHours'], fact: billing.renewalLeadHours, figures: whole, most: 168 },
    {
      path: ['billing', 'term'],
      fact: billing.term,
      figures: ({ unit, lengths }: { unit: string; lengths: number[] }) =>
        unit === 'month' ? lengths.map((months) => months * 30) : lengths,
      most: 730,
    },
    { path: ['lapse', 'graceDays'], fact: lapse.graceDays, figures: whole, most: 366 },
    { path: ['lapse', 'numberLostAfterDays'], fact: lapse.numberLostAfterDays, figures: whole, most: 400 },
    { path: ['refund', 'afterDays'], fact: refund.afterDays, figures: whole, most: 180 },
    { path: ['refund', 'moneyBackDays'], fact: refund.moneyBackDays, figures: whole, most: 90 },
    { path: ['suspend', 'maxDays'], fact: suspend.maxDays, figures: whole, most: 1100 },
    { path: ['reinstate', 'days'], fact: reinstate.days, figures: whole, most: 366 },
    { path: ['portOut', 'pinValidDays'], fact: portOut.pinValidDays, figures: whole, most: 60 },
    { path: ['disputes', 'waitDays'], fact: disputes.waitDays, figures: whole, most: 180 },
    { path: ['disputes', 'chargeDisputeDays'], fact: disputes.chargeDisputeDays, figures: whole, most: 730 },
    {
      path: ['parking', 'portDays'],
      fact: parking?.portDays,
      figures: ({ min, max }: { min: number; max: number }) => [min, max],
      most: 60,
    },
  ];
}
