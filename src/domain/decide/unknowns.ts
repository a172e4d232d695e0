import type { Fact } from '../catalog/schema.ts';
import { standing } from './facts.ts';
import type { Known } from './scenario.ts';
import type { Coded, UnknownCode } from './types.ts';

/** The facts of the catalog that a plan rests on; the name of each stands in the locale under `decide.field.<field>`. */
export const DECIDING_FACTS = [
  'billing.effective',
  'billing.proration',
  'billing.noticeDays',
  'billing.earlyTerminationFee',
  'billing.installments',
  'billing.promoCredits',
  'billing.term',
  'lapse.noDebtFollows',
  'lapse.numberLostAfterDays',
  'refund.balance',
  'suspend.available',
  'suspend.charge',
  'suspend.maxDays',
] as const;

export type DecidingFact = (typeof DECIDING_FACTS)[number];

/** The fields of a situation that narrow a plan. */
export const DECIDING_FIELDS = [
  'line.monthlyUsd',
  'line.paidThrough',
  'line.autopay',
  'line.installments',
  'number.keep',
  'needsServiceUntil',
] as const;

export type DecidingField = (typeof DECIDING_FIELDS)[number];

/** What is not known or in dispute, of the carrier and of the situation. */
export function unknownsOf(known: Known): Coded<UnknownCode>[] {
  const { billing, lapse, refund, suspend } = known.product;
  const facts: Record<DecidingFact, Fact<unknown> | undefined | false> = {
    'billing.effective': billing.effective,
    'billing.proration': billing.proration,
    'billing.noticeDays': billing.noticeDays,
    'billing.earlyTerminationFee': known.prepaid ? false : billing.earlyTerminationFee,
    'billing.installments': known.prepaid ? false : billing.installments,
    'billing.promoCredits':
      known.installments.kind === 'known' && known.installments.credit ? billing.promoCredits : false,
    'billing.term': known.prepaid && !known.situation.line.termMonths ? billing.term : false,
    'lapse.noDebtFollows': known.prepaid ? lapse.noDebtFollows : false,
    'lapse.numberLostAfterDays': known.keep === 'moot' ? false : lapse.numberLostAfterDays,
    'refund.balance': known.balance > 0 ? refund.balance : false,
    'suspend.available': suspend.available,
    'suspend.charge': suspend.available ? suspend.charge : false,
    'suspend.maxDays': suspend.available ? suspend.maxDays : false,
  };
  const found = DECIDING_FACTS.flatMap((field): Coded<UnknownCode>[] => {
    const fact = facts[field];
    if (fact === false) return [];
    const how = standing(fact);
    if (how === 'known') return [];
    return [{ code: how === 'conflicting' ? 'fact-conflicting' : 'fact-unknown', facts: { field } }];
  });
  const missing = missingFields(known).map(
    (field): Coded<UnknownCode> => ({ code: 'you-did-not-say', facts: { field } }),
  );
  return [...found, ...missing];
}

function missingFields({ situation, keep, prepaid, installments, needFrom }: Known): DecidingField[] {
  const { line } = situation;
  const missing: Record<DecidingField, boolean> = {
    'line.monthlyUsd': line.monthlyUsd == null,
    'line.paidThrough': line.paidThrough == null && (prepaid || line.cycleDay == null),
    'line.autopay': prepaid && line.autopay == null,
    'line.installments': installments.kind === 'unknown',
    'number.keep': keep === 'unknown',
    needsServiceUntil: needFrom !== 'you',
  };
  return DECIDING_FIELDS.filter((field) => missing[field]);
}
