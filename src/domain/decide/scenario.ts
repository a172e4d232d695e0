/**
 * What is known about one line, as sets: every unknown or conflicting item stands with all its readings. A cost is the
 * hull over them, so that learning something (a smaller set) can only narrow it.
 */

import type { Situation } from '../case/situation.ts';
import type { ParkingTarget } from '../catalog/index.ts';
import type { Brand, Product } from '../catalog/schema.ts';
import { type Cents, parseUsd } from '../money/money.ts';
import { addMonths, type EpochDay, toDay } from '../time/civil.ts';
import { type Schedule, schedulesOf, type TermLength } from './cycle.ts';
import { readings } from './facts.ts';
import { type Bounds, priceOf, type Refund, refundOf, terminationFee } from './sums.ts';

export type EndMode = 'immediate' | 'end-of-cycle' | 'choice';

/** The device instalments on the carrier's bill. */
export type Installments =
  | { kind: 'none' }
  | { kind: 'unknown' }
  | { kind: 'known'; remaining: Cents; monthly: Cents | null; credit: Cents | null };

export interface Known {
  situation: Situation;
  brand: Brand;
  product: Product;
  today: EpochDay;
  /** First day whose payments no longer count. */
  horizon: EpochDay;
  /** The line must work through this day (today or later). */
  need: EpochDay;
  needFrom: 'you' | 'leaving' | 'today';
  /** The same for options that lose the number. */
  needNumber: EpochDay;
  keep: 'no' | 'until' | 'forever' | 'unknown' | 'moot';
  leavesOn: EpochDay | null;
  returnsOn: EpochDay | null;
  prepaid: boolean;
  /** The price of one month. */
  price: Bounds;
  schedules: readonly Schedule[];
  modes: readonly EndMode[];
  /** Whether unused days come back. */
  proration: readonly boolean[];
  /** Days between asking and the end at least, for a cancellation and for stopping a renewal. */
  noticeDays: readonly number[];
  leadDays: readonly number[];
  installments: Installments;
  /** What happens to them when the line ends. */
  installmentRules: readonly ('due' | 'on')[];
  creditsKept: readonly boolean[];
  balance: Cents;
  balanceBack: Refund;
  deposit: Cents;
  depositBack: Refund;
  /** For leaving early. */
  fee: Bounds;
  /** For beginning anew. */
  restart: { sim: Bounds; activation: Bounds };
}

/** What a decision rests on beside the situation. */
export interface DecideInput {
  brand: Brand;
  product: Product;
  /** Where a number can be ported to only to keep it. */
  targets: readonly ParkingTarget[];
  today: EpochDay;
}

/** Reads situation and catalog into sets. */
export function knownOf(situation: Situation, { brand, product, today }: DecideInput): Known {
  const { line } = situation;
  const keep = keepOf(situation, product);
  const keepUntil = keep === 'until' ? dayOf(situation.number?.keepUntil) : null;
  const horizon = Math.max(addMonths(today, 12), keepUntil === null ? 0 : keepUntil + 1);
  const { need, needFrom } = needOf(situation, today, product);
  const prepaid = product.service.billing !== 'postpaid';
  const needNumber = Math.max(need, keepUntil ?? need);
  const price = centsOf(line.monthlyUsd);
  const autopay = prepaid ? (line.autopay ?? null) : true;
  const schedules = schedulesOf({
    today,
    until: Math.max(horizon, needNumber) + 62,
    prepaid,
    cycleDay: line.cycleDay ?? null,
    paidThrough: dayOf(line.paidThrough),
    autopay,
    terms: termsOf(product, line.termMonths ?? null),
  });
  const renewalLead = leadOf(product, autopay);
  const notice = readings(product.billing.noticeDays, [0]);
  return {
    situation,
    brand,
    product,
    today,
    horizon,
    need,
    needFrom,
    needNumber,
    keep,
    leavesOn: dayOf(situation.leavesOn),
    returnsOn: dayOf(situation.returnsOn),
    prepaid,
    price: price === null ? { min: 0, max: Number.POSITIVE_INFINITY } : { min: price, max: price },
    schedules,
    modes: readings(product.billing.effective, ['immediate', 'end-of-cycle'] as const),
    proration: readings(product.billing.proration, ['none', 'prorated'] as const).map((value) => value === 'prorated'),
    noticeDays: combine(notice, renewalLead),
    leadDays: renewalLead,
    installments: installmentsOf(situation, product),
    installmentRules: installmentRulesOf(product, line.linesOnAccount ?? null),
    creditsKept: readings(product.billing.promoCredits, ['lost', 'kept'] as const).map((value) => value === 'kept'),
    balance: centsOf(line.balanceUsd) ?? 0,
    balanceBack: refundOf(product, product.refund.balance),
    deposit: centsOf(line.depositUsd) ?? 0,
    depositBack: refundOf(product, product.refund.deposit),
    fee: terminationFee(product, line.serviceCommitment ?? null),
    restart: { sim: priceOf(product.restart.simUsd), activation: priceOf(product.restart.activationUsd) },
  };
}

/** Paid service is over and not wanted back: neither for itself nor for a number that is to be kept a while. */
export function isOver({ needFrom, need, needNumber }: Known, schedule: Schedule): boolean {
  return schedule.lapsed && needFrom !== 'you' && needNumber <= need;
}

/** Epoch day of a checked date, or null. */
export function dayOf(date: string | null | undefined): EpochDay | null {
  return date === null || date === undefined ? null : toDay(date);
}

/** Cents of a checked sum, or null. */
export function centsOf(usd: string | null | undefined): Cents | null {
  return usd === null || usd === undefined ? null : parseUsd(usd);
}

function keepOf(situation: Situation, product: Product): Known['keep'] {
  if (!product.service.hasNumber) return 'moot';
  return situation.number?.keep ?? 'unknown';
}

/** A lapsed prepaid line is not revived only because a departure lies ahead: that needs the user's own word. */
function needOf(situation: Situation, today: EpochDay, product: Product): Pick<Known, 'need' | 'needFrom'> {
  const own = dayOf(situation.needsServiceUntil);
  if (own !== null) return { need: Math.max(own, today), needFrom: 'you' };
  const leaves = dayOf(situation.leavesOn);
  const { paidThrough, autopay } = situation.line;
  const over =
    product.service.billing !== 'postpaid' && paidThrough && toDay(paidThrough) < today - 1 && autopay === false;
  if (leaves === null || leaves < today || over) return { need: today, needFrom: 'today' };
  return { need: leaves, needFrom: 'leaving' };
}

const MONTHLY: TermLength[] = [{ unit: 'month', length: 1 }];
const MONTHLY_OR_30_DAYS: TermLength[] = [...MONTHLY, { unit: 'day', length: 30 }];

function termsOf(product: Product, termMonths: number | null): readonly TermLength[] {
  const known = readings(product.billing.term).flatMap(({ unit, lengths }) =>
    lengths.map((length) => ({ unit, length })),
  );
  const all = known.length > 0 ? known : product.service.billing === 'postpaid' ? MONTHLY : MONTHLY_OR_30_DAYS;
  if (termMonths === null) return distinctTerms(all);
  const told = all.filter(
    ({ unit, length }) => (unit === 'month' ? length : Math.max(1, Math.round(length / 30))) === termMonths,
  );
  return told.length > 0 ? distinctTerms(told) : [{ unit: 'month', length: termMonths }];
}

function distinctTerms(terms: readonly TermLength[]): readonly TermLength[] {
  if (terms.length < 2) return terms;
  return [...new Map(terms.map((term) => [`${term.unit}${term.length}`, term])).values()];
}

/**
 * Whole days between the last day to stop a renewal and the last paid day. The renewal is taken to run at 00:00 of the day
 * after, so "24 hours before" is the whole day before the last paid one.
 */
function leadOf(product: Product, autopay: boolean | null): readonly number[] {
  const days = readings(product.billing.renewalLeadHours, [0]).map((hours) => Math.ceil(hours / 24));
  if (autopay === false) return [0];
  return autopay === null ? [...new Set([0, ...days])] : [...new Set(days)];
}

function combine(notice: readonly number[], lead: readonly number[]): readonly number[] {
  return [...new Set(notice.flatMap((days) => lead.map((other) => Math.max(days, other))))];
}

/** On prepaid lines a device loan is somebody else's bill; on a bill, silence may hide one unless the product has none. */
function installmentsOf({ line }: Situation, product: Product): Installments {
  if (product.service.billing !== 'postpaid') return { kind: 'none' };
  const given = line.installments;
  const readingsOf = readings(product.billing.installments);
  if (!given)
    return readingsOf.length > 0 && readingsOf.every((rule) => rule === 'none')
      ? { kind: 'none' }
      : { kind: 'unknown' };
  const remaining = centsOf(given.remainingUsd);
  if (remaining === null) return { kind: 'unknown' };
  if (remaining === 0) return { kind: 'none' };
  return { kind: 'known', remaining, monthly: centsOf(given.monthlyUsd), credit: centsOf(given.monthlyPromoCreditUsd) };
}

function installmentRulesOf(product: Product, lines: number | null): readonly ('due' | 'on')[] {
  const rules = readings(product.billing.installments, ['due-at-close', 'continue-while-lines-remain'] as const);
  const ends = rules.flatMap((rule): ('due' | 'on')[] => {
    if (rule !== 'continue-while-lines-remain' || lines === 1) return ['due'];
    return lines === null ? ['due', 'on'] : ['on'];
  });
  return [...new Set(ends)];
}
