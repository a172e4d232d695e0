/** The fields of the catalog a person asks about, and where each can apply; for coverage. Pure. */
import type { Brand, Channel, Fact, Product } from './schema.ts';

type Any = Fact<unknown>;

/** One field of one brand, product or channel: what its file says, as facts. */
export interface FieldAnswer {
  field: string;
  /** Empty: the file says nothing. */
  facts: readonly Any[];
}

type Given = Any | undefined | readonly (Any | undefined)[];
type Entries = [field: string, given: Given, applies?: boolean][];

function answers(entries: Entries): FieldAnswer[] {
  return entries
    .filter(([, , applies]) => applies !== false)
    .map(([field, given]) => ({ field, facts: listed(given).filter((fact) => fact !== undefined) }));
}

function listed(given: Given): readonly (Any | undefined)[] {
  return Array.isArray(given) ? given : [given as Any | undefined];
}

/** What is asked about a brand as a whole. */
export function brandAnswers(brand: Brand): FieldAnswer[] {
  return answers([
    ['brand.status', brand.status],
    ['brand.hosts', brand.hosts],
    ['brand.parent', brand.parent],
    ['brand.billingZone', brand.billingZone, brand.kind !== 'travel-esim'],
    ['brand.officialDomains', brand.officialDomains],
    ['brand.senderDomains', brand.senderDomains],
    ['brand.ifIdle', brand.ifIdle],
  ]);
}

/** What is asked about a product; fields that cannot apply to its kind of billing are left out. */
export function productAnswers(product: Product): FieldAnswer[] {
  const { online, billing, lapse, refund, suspend, reinstate, portOut, restart, afterClose, disputes, parking } =
    product;
  const { hasNumber } = product.service;
  const postpaid = product.service.billing === 'postpaid';
  const can = online.supported.value === 'yes' || online.supported.value === 'partial';
  return answers([
    ['online.supported', online.supported],
    ['online.url', online.url, can],
    ['online.steps', online.steps.map((step) => step.detail), can],
    ['online.retention', online.retention, can],
    ['online.confirmation', online.confirmation, can],
    ['online.instead', online.instead, online.supported.value !== 'yes'],
    ['channels', product.channels.map((channel) => channel.value)],
    ['needs', product.needs.map((need) => need.why)],
    ['billing.effective', billing.effective],
    ['billing.proration', billing.proration, postpaid],
    ['billing.noticeDays', billing.noticeDays, postpaid],
    ['billing.renewalLeadHours', billing.renewalLeadHours, !postpaid],
    ['billing.term', billing.term, !postpaid],
    ['billing.earlyTerminationFee', billing.earlyTerminationFee, postpaid],
    ['billing.installments', billing.installments, postpaid],
    ['billing.promoCredits', billing.promoCredits, postpaid],
    ['lapse.noDebtFollows', lapse.noDebtFollows, !postpaid],
    ['lapse.graceDays', lapse.graceDays, !postpaid],
    ['lapse.numberLostAfterDays', lapse.numberLostAfterDays, !postpaid && hasNumber],
    ['lapse.autopayOffSeparately', lapse.autopayOffSeparately, !postpaid],
    ['refund.balance', refund.balance],
    ['refund.deposit', refund.deposit, postpaid],
    ['refund.afterDays', refund.afterDays],
    ['refund.moneyBackDays', refund.moneyBackDays],
    ['suspend.available', suspend.available],
    ['suspend.charge', suspend.charge],
    ['suspend.maxDays', suspend.maxDays],
    ['reinstate.days', reinstate.days],
    ['portOut.possible', portOut.possible, hasNumber],
    ['portOut.pinName', portOut.pinName, hasNumber],
    ['portOut.pinValidDays', portOut.pinValidDays, hasNumber],
    ['restart.simUsd', restart.simUsd],
    ['restart.activationUsd', restart.activationUsd],
    ['afterClose.accountAccess', afterClose.accountAccess],
    ['afterClose.finalBill', afterClose.finalBill, postpaid],
    ['disputes.noticeAddress', disputes.noticeAddress],
    ['disputes.waitDays', disputes.waitDays],
    ['disputes.chargeDisputeDays', disputes.chargeDisputeDays],
    ['parking.portInFeeUsd', parking?.portInFeeUsd, parking !== undefined],
    ['parking.monthlyUsd', parking?.monthlyUsd, parking !== undefined],
    ['parking.onlyFromUs', parking?.onlyFromUs, parking !== undefined],
    ['parking.portDays', parking?.portDays, parking !== undefined],
  ]);
}

/** What is asked about one way to the carrier. */
export function channelAnswers(channel: Channel): FieldAnswer[] {
  const staffed = channel.kind === 'phone' || channel.kind === 'chat' || channel.kind === 'store';
  return answers([
    ['channel.canCancelHere', channel.canCancelHere],
    ['channel.fromAbroad', channel.fromAbroad],
    ['channel.hours', channel.hours, staffed],
    ['channel.languages', channel.languages, staffed],
    ['channel.voiceMenu', channel.voiceMenu, channel.kind === 'phone'],
  ]);
}
