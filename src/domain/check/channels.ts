import { isOnDomain } from '../catalog/domains.ts';
import { isStale } from '../catalog/lint/rules/page-is-stale.ts';
import type { Channel } from '../catalog/schema.ts';
import { formatDay } from '../time/civil.ts';
import { dayAt } from '../time/zoned.ts';
import { US_REFERENCE_ZONE } from './house.ts';
import { openState } from './open.ts';
import { rankChannels } from './rank.ts';
import { isVerified, supportOf, textOf, triOf } from './support.ts';
import type { CheckedChannel, Tri } from './types.ts';

export interface Viewer {
  zone: string | null;
  abroad: boolean;
  /** ms since 1970 */
  at: number;
  /** Domains known to be the brand's own. */
  domains: readonly string[];
}

/** An address on the brand's own domain is the brand's, whoever wrote it down. */
const OWN_ADDRESS: readonly Channel['kind'][] = ['online', 'email', 'api'];

/** The channels of a product as this user finds them now, best first. */
export function checkChannels(channels: readonly Channel[], viewer: Viewer): CheckedChannel[] {
  return rankChannels(
    channels.map((channel) => readChannel(channel, viewer)),
    viewer.abroad,
  );
}

function readChannel(channel: Channel, viewer: Viewer): Omit<CheckedChannel, 'rank'> {
  const { value, sources, confidence, checkedOn } = channel.value;
  const own = value !== null && OWN_ADDRESS.includes(channel.kind) && isOnDomain(value, viewer.domains);
  const verified = value !== null && (own || isVerified(sources));
  return {
    ...openState(channel, viewer.at, viewer),
    kind: channel.kind,
    value,
    display: value === null ? null : displayOf(channel.kind, value),
    label: channel.label ?? null,
    canCancelHere: triOf(channel.canCancelHere),
    fromAbroad: fromAbroad(channel),
    carrierHours: channel.hours?.value ?? null,
    confidence,
    verified,
    dial: verified && confidence !== 'conflicting' && canDial(channel.kind, value, viewer),
    languages: channel.languages?.value ?? null,
    voiceMenu: supportOf(channel.voiceMenu),
    note: textOf(channel.note),
    sources,
    checkedOn,
    stale: value !== null && isStale(sources, formatDay(dayAt(viewer.at, US_REFERENCE_ZONE))),
    support: {
      value: supportOf(channel.value),
      canCancelHere: supportOf(channel.canCancelHere),
      fromAbroad: supportOf(channel.fromAbroad),
      hours: supportOf(channel.hours),
    },
  };
}

/** A short code means another service in another country. */
function canDial(kind: Channel['kind'], value: string, { abroad }: Viewer): boolean {
  return kind === 'phone' && (!abroad || value.startsWith('+'));
}

/** A shop counter needs the person in front of it; no page has to say so. */
function fromAbroad(channel: Channel): Tri {
  const stated = triOf(channel.fromAbroad);
  return channel.kind === 'store' && stated === 'unknown' ? 'no' : stated;
}

/** US numbers as people read them; everything else as recorded. */
function displayOf(kind: Channel['kind'], value: string): string {
  if (kind !== 'phone') return value;
  return value.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1-$2-$3');
}
