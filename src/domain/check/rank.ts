import type { ChannelKind, Confidence } from '../catalog/schema.ts';
import type { CheckedChannel, Reason } from './types.ts';

type Rankable = Omit<CheckedChannel, 'rank'>;

const ADDRESSES: readonly ChannelKind[] = ['phone', 'email', 'online', 'social', 'api'];
const OPEN = { yes: 0, unknown: 1, no: 2 } as const;
const TRUST: Record<Confidence, number> = { official: 0, secondary: 1, conflicting: 2, unknown: 3 };

/**
 * Can it end the line, and be reached from abroad? Sure on both comes first. A channel that surely ends the line but may not
 * be reached goes before one that is reached but may not end it; one that is not reached from abroad comes after both.
 */
const ABROAD = {
  yes: { yes: 0, unknown: 1, no: 4 },
  unknown: { yes: 2, unknown: 3, no: 5 },
  no: { yes: 6, unknown: 6, no: 6 },
} as const;
const AT_HOME = { yes: 0, unknown: 2, no: 6 } as const;

/**
 * Best first for this user. What cannot end the line comes after everything that can; among the others an unverified number
 * or address, or one that nobody knows, comes after the verified ones; then ability and reach together, a store last from abroad, then how well the value
 * is supported, then what is open, then what can be used without writing a program, then the order of the catalog. Total and
 * stable.
 */
export function rankChannels(channels: readonly Rankable[], abroad: boolean): CheckedChannel[] {
  const keyed = channels.map((channel, place) => ({ channel, key: [...keyOf(channel, abroad), place] }));
  keyed.sort((a, b) => compare(a.key, b.key));
  return keyed.map(({ channel }) => ({ ...channel, rank: reasonsOf(channel, abroad) }));
}

function keyOf(channel: Rankable, abroad: boolean): number[] {
  return [
    channel.canCancelHere === 'no' ? 1 : 0,
    isDoubtfulAddress(channel) ? 1 : 0,
    tierOf(channel, abroad),
    abroad && channel.kind === 'store' ? 1 : 0,
    TRUST[channel.confidence],
    OPEN[channel.openNow],
    channel.kind === 'api' ? 1 : 0,
  ];
}

/**
 * Where a wrong number, mailbox or site would lead to a stranger, or where none is known; a chat inside the carrier's app needs
 * no address.
 */
function isDoubtfulAddress({ kind, value, verified }: Rankable): boolean {
  return (value === null || !verified) && ADDRESSES.includes(kind);
}

function tierOf(channel: Rankable, abroad: boolean): number {
  return abroad ? ABROAD[channel.canCancelHere][channel.fromAbroad] : AT_HOME[channel.canCancelHere];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const step = (a[i] ?? 0) - (b[i] ?? 0);
    if (step !== 0) return step;
  }
  return 0;
}

function reasonsOf(channel: Rankable, abroad: boolean): Reason[] {
  const codes: Reason['code'][] = [CANCEL[channel.canCancelHere]];
  if (abroad) codes.push(channel.kind === 'store' ? 'store-abroad' : REACH[channel.fromAbroad]);
  codes.push(openCode(channel));
  if (channel.support.hours.confidence === 'conflicting' && channel.openNow !== 'unknown')
    codes.push('hours-conflicting');
  if (channel.holiday && channel.holiday.effect !== 'open')
    codes.push(channel.holiday.effect === 'closed' ? 'holiday-closed' : 'holiday-unsure');
  codes.push(channel.verified || channel.value === null ? VALUE[channel.confidence] : 'value-unverified');
  if (channel.stale)
    codes.push(channel.sources.some(({ pageDate }) => pageDate !== null) ? 'page-old' : 'page-undated');
  return codes.map((code) => ({ code, facts: factsOf(code, channel) }));
}

const CANCEL = { yes: 'can-cancel', unknown: 'may-cancel', no: 'cannot-cancel' } as const;
const REACH = { yes: 'works-from-abroad', unknown: 'abroad-unsure', no: 'not-from-abroad' } as const;
const VALUE = {
  official: 'value-official',
  secondary: 'value-secondary',
  conflicting: 'value-conflicting',
  unknown: 'value-unknown',
} as const;

function openCode(channel: Rankable): Reason['code'] {
  const stated = channel.support.hours;
  if (stated.value === null && stated.alternatives.length === 0)
    return channel.openNow === 'yes' ? 'any-time' : 'hours-unknown';
  if (channel.openNow === 'unknown') return stated.confidence === 'conflicting' ? 'hours-conflicting' : 'hours-unknown';
  return channel.openNow === 'yes' ? 'open-now' : 'closed-now';
}

function factsOf(code: Reason['code'], channel: Rankable): Reason['facts'] {
  if (code === 'open-now') return { closesAt: channel.closesAt };
  if (code === 'closed-now') return { opensAt: channel.opensAt };
  if (code === 'holiday-closed' || code === 'holiday-unsure') return { holiday: channel.holiday?.code ?? null };
  if (code === 'page-old') return { pageDate: newest(channel) };
  if (code === 'page-undated') return { checkedOn: channel.checkedOn };
  return {};
}

function newest(channel: Rankable): string | null {
  const dates = channel.sources.flatMap(({ pageDate }) => (pageDate === null ? [] : [pageDate]));
  return dates.sort().at(-1) ?? null;
}
