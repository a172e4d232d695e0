import type {
  Brand,
  ChannelKind,
  Confidence,
  Fact,
  Hours,
  NeedField,
  Product,
  Source,
  StepKind,
  Text,
} from '../catalog/schema.ts';
import type { Facts } from '../errors.ts';
import type { HolidayCode } from '../time/holidays.ts';

export type Tri = 'yes' | 'no' | 'unknown';
export type OnlineAnswer = 'yes' | 'partial' | 'no' | 'unknown';

/** Why a channel stands where it stands. The sentence of each stands under `check.reason.<code>`. */
export const CHECK_REASONS = [
  'can-cancel',
  'may-cancel',
  'cannot-cancel',
  'works-from-abroad',
  'abroad-unsure',
  'not-from-abroad',
  'store-abroad',
  'open-now',
  'closed-now',
  'any-time',
  'hours-unknown',
  'hours-conflicting',
  'holiday-closed',
  'holiday-unsure',
  'value-official',
  'value-secondary',
  'value-conflicting',
  'value-unknown',
  'value-unverified',
  'page-old',
  'page-undated',
] as const;
export type CheckReason = (typeof CHECK_REASONS)[number];

/** How sure it is that the best channel ends the line from where the user is. The sentence of each stands under `check.reach.<code>`. */
export const CHECK_REACHES = [
  'sure',
  'cancel-unsure',
  'abroad-unsure',
  'both-unsure',
  'not-from-abroad',
  'none',
] as const;
export type CheckReach = (typeof CHECK_REACHES)[number];

/** What matters and is unknown, or told in different ways. The sentence of each stands under `check.unknown.<code>`. */
export const CHECK_UNKNOWNS = [
  'online-unknown',
  'online-conflicting',
  'channels-unknown',
  'cancel-unknown',
  'cancel-conflicting',
  'abroad-unknown',
  'abroad-conflicting',
  'value-conflicting',
  'hours-unknown',
  'hours-conflicting',
  'holidays-unknown',
  'zone-unknown',
  'effective-unknown',
  'effective-conflicting',
  'notice-unknown',
  'notice-conflicting',
  'renewal-lead-unknown',
  'renewal-lead-conflicting',
  'proration-unknown',
  'proration-conflicting',
  'early-termination-fee-unknown',
  'early-termination-fee-conflicting',
  'installments-unknown',
  'installments-conflicting',
  'promo-credits-unknown',
  'promo-credits-conflicting',
  'balance-refund-unknown',
  'balance-refund-conflicting',
  'deposit-refund-unknown',
  'deposit-refund-conflicting',
  'refund-days-unknown',
  'refund-days-conflicting',
  'confirmation-unknown',
  'steps-unknown',
] as const;
export type CheckUnknown = (typeof CHECK_UNKNOWNS)[number];

export interface CheckRequest {
  /** ISO 3166 alpha-2, upper case. */
  from: string;
  /** The user's IANA zone; null: not known (in the US the carrier's zone is shown). */
  zone: string | null;
  /** ISO 8601 instant. */
  now: string;
}

export interface Reason {
  code: CheckReason;
  facts: Facts;
}

/** What supports one statement about a channel. */
export interface Support<T> {
  value: T | null;
  alternatives: Fact<T>['alternatives'];
  confidence: Confidence;
  note: Text | null;
  sources: Source[];
}

export interface OpenState {
  openNow: Tri;
  /** The next opening, where not surely open now: the first instant at which every hours statement says open. UTC. */
  opensAt: string | null;
  /** The same instant with the carrier's offset. */
  opensAtCarrier: string | null;
  /** The same instant with the user's offset; null where the user's zone is not known. */
  opensAtLocal: string | null;
  /** Where open now: when the first of the hours statements ends. UTC; null for day and night. */
  closesAt: string | null;
  /** The hours of the current or next open day in `localZone`, such as `20:00–13:00 (+1)`. */
  localHours: string | null;
  localZone: string | null;
  /** The federal holiday today or on the day of the next opening, in the carrier's zone. */
  holiday: { code: HolidayCode; effect: Hours['holidays'] } | null;
}

export interface CheckedChannel extends OpenState {
  kind: ChannelKind;
  /** As recorded: E.164, short code, URL, address, handle; null where the sources name none. */
  value: string | null;
  /** The same for a person: `+1 505-998-3793`. */
  display: string | null;
  label: Text | null;
  canCancelHere: Tri;
  fromAbroad: Tri;
  carrierHours: Hours | null;
  /** Of the value. */
  confidence: Confidence;
  /** false: the value rests on a single blog or forum. */
  verified: boolean;
  /** Whether to offer the number for dialling: verified, uncontested, and from abroad no short code. */
  dial: boolean;
  rank: Reason[];
  languages: string[] | null;
  /** Phone: what to press or say. */
  voiceMenu: Support<Text>;
  note: Text | null;
  /** Of the value. */
  sources: Source[];
  checkedOn: string;
  /** Every page behind the value is older than 180 days or bears no date. */
  stale: boolean;
  support: {
    value: Support<string>;
    canCancelHere: Support<'yes' | 'no'>;
    fromAbroad: Support<'yes' | 'no'>;
    hours: Support<Hours>;
  };
}

export interface CheckedNeed {
  field: NeedField;
  why: Text | null;
  where: Text | null;
  /** Only these ask for it; null: all do. */
  routes: Product['needs'][number]['routes'] | null;
  /** Whether the first channel asks for it. */
  bestAsks: boolean;
  confidence: Confidence;
  sources: Source[];
}

/** One unknown or contested thing. `values` holds everything the sources say; the view puts it in words. */
export interface Unknown {
  code: CheckUnknown;
  facts: Facts;
  /** Channels concerned, as places in `channels`. */
  channels: number[];
  values: readonly unknown[];
  note: Text | null;
  sources: Source[];
}

export interface CheckedOnline {
  supported: OnlineAnswer;
  note: Text | null;
  how: Text | null;
  steps: {
    kind: StepKind | null;
    title: Text;
    detail: Text | null;
    note: Text | null;
    confidence: Confidence;
    sources: Source[];
  }[];
  /** Screens and offers that try to keep the customer. */
  retention: Support<Text>[];
  /** What the site offers where it does not cancel. */
  instead: Support<Text>;
  exclusions: Support<Text>[];
  url: string | null;
  confirmation: Support<Text>;
  claims: { claim: Text; sources: Source[]; answer: Support<Text> }[];
  confidence: Confidence;
  alternatives: { value: 'yes' | 'partial' | 'no'; sources: Source[] }[];
  sources: Source[];
}

/** The answer to "can it be cancelled online? if not, how?" for one user at one instant. Texts in both languages. */
export interface Checked {
  carrier: string;
  product: string;
  request: CheckRequest;
  /** Whether the user is outside the US. */
  abroad: boolean;
  online: CheckedOnline;
  /** Best first. */
  channels: CheckedChannel[];
  reach: CheckReach;
  needs: CheckedNeed[];
  traps: Support<Text>[];
  unknowns: Unknown[];
  effective: Support<NonNullable<NonNullable<Product['billing']['effective']>['value']>>;
  status: Support<NonNullable<Brand['status']['value']>>;
}
