import type { Source } from '../catalog/schema.ts';
import type { Facts } from '../errors.ts';
import type { Cents } from '../money/money.ts';
import type { EpochDay } from '../time/civil.ts';

export const OPTION_KINDS = ['cancel', 'port-out', 'suspend', 'let-lapse', 'keep'] as const;

/** The target of a port-out whose new carrier is not in the catalog. */
export const ANOTHER_CARRIER = 'another-carrier';

/** Why an option stands where it stands; the second half: why it is not possible. */
export const WHY_CODES = [
  'lowest-worst-case',
  'only-bounded',
  'only-possible',
  'least-unknown',
  'ends-with-cycle',
  'ends-at-once',
  'end-unsure',
  'runs-out',
  'pause-then-resume',
  'number-moves',
  'number-lost',
  'line-goes-on',
  'already-lapsed',
  'cost-unknown',
  'number-must-be-kept',
  'no-number',
  'only-from-us',
  'port-not-possible',
  'not-prepaid',
  'debt-may-follow',
  'lapse-unsure',
  'not-offered',
  'pause-unknown',
  'back-before-pause',
  'brand-closed',
] as const;

/** What an amount in a timeline is. Entries of amount 0 say what is lost without being paid. */
export const TIMELINE_REASONS = [
  'overdue-charge',
  'plan-charge',
  'suspended-charge',
  'unused-days-refund',
  'installment',
  'promo-credit',
  'installments-due',
  'promo-credit-lost',
  'early-termination-fee',
  'balance-refund',
  'balance-lost',
  'deposit-refund',
  'deposit-lost',
  'port-in-fee',
  'parking-fee',
  'new-carrier-price',
  'restart-sim',
  'restart-activation',
] as const;

export const WARNING_CODES = [
  'number-wish-unknown',
  'number-lost-from',
  'number-reassigned-rule',
  'number-keep-without-number',
  'number-keep-date-missing',
  'keep-until-ignored',
  'move-codes-first',
  'voip-refuses-codes',
  'port-before-cancel',
  'locks-off-first',
  'transfer-pin-validity',
  'only-from-us',
  'only-from-us-check',
  'act-from-abroad',
  'act-before-leaving',
  'end-date-unsure',
  'cycle-unknown',
  'autopay-off',
  'autopay-check',
  'autopay-separate',
  'pay-by-hand',
  'overdue',
  'already-lapsed',
  'balance-lost',
  'balance-refund-unsure',
  'deposit-lost',
  'promo-credits-lost',
  'installments-due',
  'installments-elsewhere',
  'installments-unsure',
  'fee-unknown',
  'pause-price-unsure',
  'pause-ends',
  'pause-length-unknown',
  'pause-unsure',
  'restart-cost',
  'new-number-on-return',
  'not-primary',
  'not-in-your-name',
  'brand-status',
  'after-horizon',
] as const;

export const QUESTION_CODES = [
  'number-keep',
  'number-keep-until',
  'which-product',
  'service-until',
  'monthly-price',
  'billing-cycle',
  'term-length',
  'installments',
  'installment-monthly',
  'lines-on-account',
  'service-commitment',
  'autopay',
  'where-you-are',
  'effective',
  'proration',
  'notice',
  'early-termination-fee',
  'installments-rule',
  'balance-refund',
  'deposit-refund',
  'suspend-charge',
  'suspend-length',
  'restart-cost',
  'lapse-debt',
  'parking-price',
  'port-in-fee',
  'new-carrier-price',
] as const;

export const UNKNOWN_CODES = ['fact-unknown', 'fact-conflicting', 'you-did-not-say'] as const;

/** Who holds the order when the line was not bought from the carrier by the user. */
export const CONTACT_CODES = [
  'bought-from-seller',
  'bought-on-marketplace',
  'bought-on-travel-site',
  'got-as-gift',
  'from-employer',
  'in-sellers-name',
  'in-others-name',
] as const;

export type OptionKind = (typeof OPTION_KINDS)[number];
export type WhyCode = (typeof WHY_CODES)[number];
export type TimelineReason = (typeof TIMELINE_REASONS)[number];
export type WarningCode = (typeof WARNING_CODES)[number];
export type QuestionCode = (typeof QUESTION_CODES)[number];
export type UnknownCode = (typeof UNKNOWN_CODES)[number];
export type ContactCode = (typeof CONTACT_CODES)[number];

/** A code with the facts its sentence needs. */
export interface Coded<Code extends string> {
  code: Code;
  facts: Facts;
}

export interface TimelineEntry {
  day: EpochDay;
  /** null: how much is unknown. Refunds are negative. */
  cents: Cents | null;
  reason: TimelineReason;
  /** What is lost without being paid, on the entries of amount 0 that say so. */
  lostCents: Cents | null;
  /** Pages the amount or its rule rests on; empty where it comes from the situation alone. */
  sources: readonly Source[];
}

/** maxCents null: no page and no answer gives a ceiling. */
export interface CostRange {
  minCents: Cents;
  maxCents: Cents | null;
}

export interface Option {
  kind: OptionKind;
  /** Where the number goes, on a port-out. */
  target: string | null;
  feasible: boolean;
  why: Coded<WhyCode>[];
  /** Day on which to act; null on `keep` and where not feasible. */
  actOn: EpochDay | null;
  /** Last day on which acting still gives this end at no higher worst case. */
  lastDayToAct: EpochDay | null;
  /** Last day with service under the worst reading; null where the line goes on. */
  endsOn: EpochDay | null;
  /** null where not feasible. */
  cost: CostRange | null;
  /** The worst case, sorted by day. */
  timeline: TimelineEntry[];
  warnings: Coded<WarningCode>[];
  /** Last day on which the number is surely not given to somebody else; null where it is not lost. */
  numberSafeUntil: EpochDay | null;
}

export interface Question {
  code: QuestionCode;
  facts: Facts;
  /** By how much the answer can narrow the cost of the recommended option; null where no sum can be given. */
  worthCents: Cents | null;
  /** Who knows the answer. */
  for: 'you' | 'carrier' | 'target';
  /** The field of the situation or of the catalog that the answer fills. */
  field: string;
}

export interface Contact {
  /** Whom to ask first. */
  first: 'seller' | 'holder';
  codes: ContactCode[];
  seller: string | null;
  orderNumber: string | null;
}

export interface Decision {
  recommended: OptionKind | null;
  recommendedTarget: string | null;
  options: Option[];
  questions: Question[];
  unknowns: Coded<UnknownCode>[];
  contact: Contact | null;
  today: EpochDay;
  /** First day whose payments no longer count. */
  horizon: EpochDay;
}
