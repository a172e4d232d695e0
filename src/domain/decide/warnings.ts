import type { Fact } from '../catalog/schema.ts';
import { formatUsd } from '../money/money.ts';
import { type EpochDay, formatDay } from '../time/civil.ts';
import type { Plan } from './evaluate.ts';
import { readings, standing } from './facts.ts';
import { numberSafeUntil, safeByRuleOnly } from './number.ts';
import { onlyFromUs, type Target } from './options/port-out.ts';
import type { Known } from './scenario.ts';
import type { Coded, OptionKind, WarningCode } from './types.ts';

type Warning = Coded<WarningCode>;

/** What to mind with an option: what it loses, what has to be done first, what is unsure. */
export function warningsOf(known: Known, kind: OptionKind, target: Target, plan: Plan): Warning[] {
  const ends = kind === 'cancel' || kind === 'let-lapse' || kind === 'port-out';
  return [
    ...general(known),
    ...(ends ? ending(known, kind, plan) : []),
    ...(kind === 'cancel' || kind === 'let-lapse' ? losing(known, plan) : []),
    ...(kind === 'port-out' ? porting(known, target) : []),
    ...(kind === 'suspend' ? [...codesComing(known), ...pausing(known)] : []),
    ...renewing(known, kind, plan),
  ];
}

function general({ situation, brand, product, schedules, keep }: Known): Warning[] {
  const found: Warning[] = [];
  const wish = situation.number?.keep ?? null;
  if (keep === 'moot' && wish !== null && wish !== 'no') found.push(warn('number-keep-without-number'));
  if (keep === 'until' && !situation.number?.keepUntil) found.push(warn('number-keep-date-missing'));
  if (wish !== 'until' && situation.number?.keepUntil) found.push(warn('keep-until-ignored'));
  if (schedules.some(({ arrears }) => arrears > 0))
    found.push(warn('overdue', { paidThrough: situation.line.paidThrough ?? '' }));
  if (schedules.some(({ lapsed }) => lapsed))
    found.push(warn('already-lapsed', { paidThrough: situation.line.paidThrough ?? '' }));
  const debt = situation.line.installments?.remainingUsd;
  if (product.service.billing !== 'postpaid' && debt && debt !== '0.00')
    found.push(warn('installments-elsewhere', { usd: debt }));
  const status = brand.status.value;
  if (status !== null && status !== 'active') found.push(warn('brand-status', { status }));
  return found;
}

function ending(known: Known, kind: OptionKind, plan: Plan): Warning[] {
  const { situation, horizon } = known;
  const { endUnsure, endsOn, timeline } = plan;
  const found = codesComing(known);
  if (kind === 'cancel') {
    const role = situation.account?.role ?? null;
    if (role === 'member' || role === 'authorised') found.push(warn('not-primary', { role }));
    found.push(...reaching(known, plan));
    if (endUnsure) found.push(warn('end-date-unsure'));
  }
  if (situation.bought?.inNameOf === 'other' || situation.bought?.inNameOf === 'seller')
    found.push(warn('not-in-your-name'));
  if (known.schedules.length > 1 && situation.line.paidThrough == null) found.push(warn('cycle-unknown'));
  if (endsOn !== null && endsOn >= horizon) found.push(warn('after-horizon', { day: formatDay(endsOn) }));
  return [...found, ...moneyLost(known, timeline)];
}

/** Codes come neither to a number that is gone nor to one that is paused. */
function codesComing({ situation, product }: Known): Warning[] {
  const codes = situation.number?.codesStillSentHere ?? [];
  return codes.length > 0 && product.service.hasNumber ? [warn('move-codes-first', { services: codes })] : [];
}

/** The days to act, held against the days in the US. */
function reaching({ leavesOn, returnsOn, product }: Known, { actOn, lastDayToAct }: Plan): Warning[] {
  if (leavesOn === null || actOn === null || lastDayToAct === null) return [];
  if (returnsOn !== null && returnsOn <= actOn) return [];
  if (actOn > leavesOn) return [warn('act-from-abroad', { day: formatDay(actOn) })];
  const sure = product.channels.some(
    ({ canCancelHere, fromAbroad }) =>
      canCancelHere?.value === 'yes' && fromAbroad?.value === 'yes' && fromAbroad.confidence === 'official',
  );
  return lastDayToAct > leavesOn && !sure ? [warn('act-before-leaving', { day: formatDay(leavesOn) })] : [];
}

function moneyLost(known: Known, timeline: Plan['timeline']): Warning[] {
  const { product, installments, prepaid, balance, deposit } = known;
  const found: Warning[] = [];
  const lost = (reason: string): number => timeline.find((entry) => entry.reason === reason)?.lostCents ?? 0;
  const credits = lost('promo-credit-lost');
  if (credits > 0) found.push(warn('promo-credits-lost', { usd: formatUsd(credits) }));
  const due = timeline.find(({ reason }) => reason === 'installments-due');
  if (due && due.cents !== null)
    found.push(warn('installments-due', { usd: formatUsd(due.cents), day: formatDay(due.day) }));
  if (installments.kind === 'unknown') found.push(warn('installments-unsure'));
  if (!prepaid && standing(product.billing.earlyTerminationFee) === 'unknown') found.push(warn('fee-unknown'));
  const unsure = (fact: Fact<'yes' | 'no'> | undefined): boolean => standing(fact) !== 'known';
  if (lost('balance-lost') > 0) found.push(warn('balance-lost', { usd: formatUsd(balance) }));
  else if (balance > 0 && unsure(product.refund.balance))
    found.push(warn('balance-refund-unsure', { usd: formatUsd(balance) }));
  if (lost('deposit-lost') > 0) found.push(warn('deposit-lost', { usd: formatUsd(deposit) }));
  return found;
}

function losing(known: Known, { endsOn }: Plan): Warning[] {
  const { keep, product, returnsOn } = known;
  const found: Warning[] = [];
  if (keep === 'unknown') found.push(warn('number-wish-unknown'));
  const safe = numberSafeUntil(known, endsOn);
  if (safe !== null) {
    found.push(warn(safeByRuleOnly(known) ? 'number-reassigned-rule' : 'number-lost-from', { day: formatDay(safe) }));
    if (keep !== 'no' || (known.situation.number?.codesStillSentHere ?? []).length > 0)
      found.push(warn('port-before-cancel'));
  }
  if (returnsOn !== null && endsOn !== null && endsOn < returnsOn) {
    found.push(warn('restart-cost', { day: formatDay(returnsOn) }));
    if (product.service.hasNumber) found.push(warn('new-number-on-return'));
  }
  return found;
}

function porting(known: Known, target: Target): Warning[] {
  const { product, situation, leavesOn } = known;
  const found: Warning[] = [warn('port-before-cancel')];
  const locks = product.portOut.locks.filter(({ mustBeOff }) => mustBeOff).map(({ name }) => name);
  if (locks.length > 0) found.push(warn('locks-off-first', { locks }));
  const valid = readings(product.portOut.pinValidDays);
  if (valid.length > 0)
    found.push(
      warn('transfer-pin-validity', { pin: product.portOut.pinName?.value ?? 'PIN', count: Math.min(...valid) }),
    );
  const asksUs = onlyFromUs(target);
  if (asksUs && (leavesOn === null || readings(target?.parking.onlyFromUs).includes('no')))
    found.push(warn('only-from-us-check'));
  if (asksUs && leavesOn !== null) found.push(warn('only-from-us', { day: formatDay(leavesOn) }));
  if (target && (situation.number?.codesStillSentHere ?? []).length > 0) found.push(warn('voip-refuses-codes'));
  return found;
}

function pausing({ product }: Known): Warning[] {
  const found: Warning[] = [];
  const { available, charge, maxDays } = product.suspend;
  if (standing(available) === 'conflicting') found.push(warn('pause-unsure'));
  if (standing(charge) !== 'known') found.push(warn('pause-price-unsure'));
  const lengths = readings(maxDays);
  found.push(lengths.length === 0 ? warn('pause-length-unknown') : warn('pause-ends', { count: Math.min(...lengths) }));
  return found;
}

/** A renewal that has to be stopped, or a check that it is. */
function renewing(known: Known, kind: OptionKind, { actOn, lastDayToAct }: Plan): Warning[] {
  if (!known.prepaid || (kind !== 'let-lapse' && kind !== 'cancel')) return [];
  const { line } = known.situation;
  const day = shown(lastDayToAct ?? actOn);
  const found: Warning[] = [line.autopay === false ? warn('autopay-check') : warn('autopay-off', { day })];
  if (
    kind === 'cancel' &&
    readings(known.product.lapse.autopayOffSeparately).includes('yes') &&
    line.autopay !== false
  ) {
    found.push(warn('autopay-separate'));
  }
  const byHand = kind === 'let-lapse' && known.schedules.length > 1 && known.needNumber > known.today;
  if (byHand) found.push(warn('pay-by-hand', { day: formatDay(known.needNumber) }));
  return found;
}

function shown(day: EpochDay | null): string {
  return day === null ? '' : formatDay(day);
}

function warn(code: WarningCode, facts: Warning['facts'] = {}): Warning {
  return { code, facts };
}
