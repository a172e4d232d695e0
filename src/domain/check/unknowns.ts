import { candidates, known } from '../catalog/index.ts';
import type { Fact, Product } from '../catalog/schema.ts';
import { allSources } from './support.ts';
import type { CheckedChannel, CheckRequest, CheckUnknown, Support, Unknown } from './types.ts';

type Topic = Extract<CheckUnknown, `${string}-conflicting`> extends `${infer T}-conflicting` ? T : never;
type Both = { [T in Topic]: `${T}-unknown` extends CheckUnknown ? T : never }[Topic];

/** Everything that matters for ending the line and is unknown or contested, the weightiest first. */
export function unknownsOf(
  product: Product,
  channels: readonly CheckedChannel[],
  request: CheckRequest,
  abroad: boolean,
): Unknown[] {
  return [
    ...about('online', product.online.supported),
    ...channelUnknowns(channels, abroad),
    ...zoneUnknown(channels, request, abroad),
    ...billingUnknowns(product),
    ...refundUnknowns(product),
    ...onlineUnknowns(product),
  ];
}

function channelUnknowns(channels: readonly CheckedChannel[], abroad: boolean): Unknown[] {
  if (channels.length === 0) return [plain('channels-unknown')];
  const places = channels.map((channel, place) => ({ channel, place }));
  const ending = places.filter(({ channel }) => channel.canCancelHere !== 'no');
  const inQuestion = (support: Support<unknown>): boolean =>
    support.value === null && support.alternatives.length === 0;
  const where = (test: (channel: CheckedChannel) => boolean): number[] =>
    ending.filter(({ channel }) => test(channel)).map(({ place }) => place);
  return [
    ...grouped(
      'cancel-unknown',
      where(({ support }) => inQuestion(support.canCancelHere)),
    ),
    ...conflicts('cancel-conflicting', ending, ({ support }) => support.canCancelHere),
    ...(abroad
      ? grouped(
          'abroad-unknown',
          where((one) => one.fromAbroad === 'unknown' && inQuestion(one.support.fromAbroad)),
        )
      : []),
    ...(abroad ? conflicts('abroad-conflicting', ending, ({ support }) => support.fromAbroad) : []),
    ...conflicts('value-conflicting', ending, ({ support }) => support.value),
    ...grouped(
      'hours-unknown',
      where((one) => one.openNow === 'unknown' && inQuestion(one.support.hours)),
    ),
    ...conflicts('hours-conflicting', ending, ({ support }) => support.hours),
    ...grouped(
      'holidays-unknown',
      where(({ holiday }) => holiday?.effect === 'unknown'),
    ),
  ];
}

function zoneUnknown(channels: readonly CheckedChannel[], request: CheckRequest, abroad: boolean): Unknown[] {
  const matters = channels.some(({ carrierHours }) => carrierHours !== null && carrierHours.zone !== null);
  return abroad && request.zone === null && matters ? [plain('zone-unknown', { from: request.from })] : [];
}

/** What ending it costs and when it takes effect; each only where the kind of billing can have it. */
function billingUnknowns({ billing, service }: Product): Unknown[] {
  const postpaid = service.billing === 'postpaid';
  return [
    ...about('effective', billing.effective),
    ...about('notice', billing.noticeDays, postpaid),
    ...about('renewal-lead', billing.renewalLeadHours, !postpaid),
    ...about('proration', billing.proration, postpaid),
    ...about('early-termination-fee', billing.earlyTerminationFee, postpaid),
    ...about('installments', billing.installments, postpaid),
    ...about('promo-credits', billing.promoCredits, postpaid),
  ];
}

function refundUnknowns({ refund, service }: Product): Unknown[] {
  return [
    ...about('balance-refund', refund.balance),
    ...about('deposit-refund', refund.deposit, service.billing === 'postpaid'),
    ...about('refund-days', refund.afterDays, refund.balance?.value === 'yes' || refund.deposit?.value === 'yes'),
  ];
}

function onlineUnknowns({ online }: Product): Unknown[] {
  const open = online.steps.filter(({ detail }) => detail.value === null);
  const confirmation = known(online.confirmation);
  return [
    ...(confirmation.value === null
      ? [{ ...plain('confirmation-unknown'), note: confirmation.note ?? null, sources: confirmation.sources }]
      : []),
    ...(open.length > 0 ? [{ ...plain('steps-unknown'), values: open.map(({ title }) => title) }] : []),
  ];
}

/** A fact that is unknown (only told where it `matters`) or contested (told always, with all values). */
function about<T>(topic: Both, fact: Fact<T> | undefined, matters = true): Unknown[] {
  const { confidence, note } = known(fact);
  const values = candidates(fact);
  const more = { note: note ?? null, sources: allSources(fact) };
  if (confidence === 'conflicting') return [{ ...plain(`${topic}-conflicting`), ...more, values }];
  return values.length === 0 && matters ? [{ ...plain(`${topic}-unknown`), ...more }] : [];
}

function grouped(code: CheckUnknown, channels: number[]): Unknown[] {
  return channels.length === 0 ? [] : [{ ...plain(code), channels }];
}

function conflicts(
  code: CheckUnknown,
  among: readonly { channel: CheckedChannel; place: number }[],
  pick: (channel: CheckedChannel) => Support<unknown>,
): Unknown[] {
  const told = new Map<string, Unknown>();
  for (const { channel, place } of among) {
    const support = pick(channel);
    if (support.confidence !== 'conflicting') continue;
    const values = [
      ...(support.value === null ? [] : [support.value]),
      ...support.alternatives.map(({ value }) => value),
    ];
    const same = JSON.stringify([values, support.note]);
    const before = told.get(same) ?? { ...plain(code), values, note: support.note };
    const sources = allSources(before, support);
    told.set(same, { ...before, channels: [...before.channels, place], sources });
  }
  return [...told.values()];
}

function plain(code: CheckUnknown, facts: Unknown['facts'] = {}): Unknown {
  return { code, facts, channels: [], values: [], note: null, sources: [] };
}
