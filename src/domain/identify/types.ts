import type { Confidence } from '../catalog/schema.ts';
import type { Facts } from '../errors.ts';

/** What a text can be. */
export const IDENTIFIER_KINDS = ['iccid', 'msisdn', 'imsi', 'imei', 'eid', 'lpa', 'unknown'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** What is wrong, missing or to be known about an identifier. The sentence of each stands under `identify.problem.<code>`. */
export const IDENTIFY_PROBLEMS = [
  'luhn',
  'check-digit-missing',
  'software-version',
  'mod-97',
  'length',
  'prefix',
  'not-us',
  'issuer-unknown',
  'issuer-not-in-catalog',
  'network-code-unknown',
  'number-names-nobody',
  'number-impossible',
  'area-code-missing',
  'toll-free',
  'premium-rate',
  'short-code',
  'device-not-carrier',
  'chip-not-carrier',
  'lpa-version',
  'lpa-host',
  'lpa-matching-id',
  'lpa-oid',
  'lpa-confirmation-flag',
  'lpa-parts',
  'confirmation-code-needed',
  'keep-secret',
  'smdp-proves-nothing',
  'empty',
  'digits-of-no-kind',
  'not-an-identifier',
  'no-code-in-picture',
] as const;
export type IdentifyProblem = (typeof IDENTIFY_PROBLEMS)[number];

/** Why a brand is a candidate. The sentence of each stands under `identify.ground.<code>`. */
export const IDENTIFY_GROUNDS = [
  'issuer-prefix',
  'network-code',
  'brand-prefix',
  'brand-network-code',
  'rides-on-network',
  'name',
  'alias',
  'product-name',
  'similar-name',
] as const;
export type IdentifyGround = (typeof IDENTIFY_GROUNDS)[number];

export interface Problem {
  code: IdentifyProblem;
  facts: Facts;
}

export interface Ground {
  code: IdentifyGround;
  facts: Facts;
}

/** A brand the identifier could belong to. */
export interface Candidate {
  /** Slug of the brand. */
  carrier: string;
  confidence: Confidence;
  grounds: Ground[];
}

/** Another identifier in the same input, or another reading of the same digits. */
export interface Also {
  kind: IdentifierKind;
  masked: string | null;
}

/** The public parts of an activation code. The matching id is a secret and never among them. */
export interface LpaParts {
  /** Address of the download server (SM-DP+), lower case. */
  smdp: string;
  hasOid: boolean;
  confirmationCodeNeeded: boolean;
}

/** The answer to "what is this, and whose?". */
export interface Identified {
  kind: IdentifierKind;
  valid: boolean;
  /** Digits, E.164, or `LPA:1$host$***…`; null where nothing was recognised. */
  normalized: string | null;
  /** The same, fit for a screen. */
  masked: string | null;
  problems: Problem[];
  candidates: Candidate[];
  also: Also[];
  /** Only for activation codes. */
  lpa: LpaParts | null;
}

/** A brand found by name. */
export interface BrandMatch {
  slug: string;
  /** 0 to 1; 1 is the name itself. */
  score: number;
  ground: Ground;
}
