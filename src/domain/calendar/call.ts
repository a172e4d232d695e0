/** When to call a carrier: the first time somebody answers on the day to act. */
import type { Channel, Hours } from '../catalog/schema.ts';
import { US_REFERENCE_ZONE } from '../check/house.ts';
import { openState } from '../check/open.ts';
import type { CheckedChannel } from '../check/types.ts';
import type { EpochDay } from '../time/civil.ts';
import { startOfDay } from '../time/zoned.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** House rule: waiting and talking. */
const CALL_MS = HOUR;
/** House rule: a line that never closes is called after breakfast. */
const MORNING_HOURS = 9;
const QUARTER = 15 * MINUTE;

export interface PlannedCall {
  number: CheckedChannel;
  /** Instants, ms since 1970. */
  start: number;
  end: number;
}

export interface CallInput {
  /** Ranked for this user. */
  channels: readonly CheckedChannel[];
  /** As the catalog has them. */
  own: readonly Channel[];
  /** The day to act, and the last one on which it still costs no more; null: no such day. */
  actOn: EpochDay;
  lastDay: EpochDay | null;
  /** Where the line's dates are counted. */
  billingZone: string;
  userZone: string | null;
  abroad: boolean;
  now: number;
}

/**
 * An hour (less where it closes) in the first opening from `actOn` on, but not in the past and not after `lastDay`. Only a
 * number that may be dialled and whose hours are known and uncontested is planned; null: there is none. A line that is open day
 * and night is called at nine in the morning on the user's own clock.
 */
export function plannedCall(input: CallInput): PlannedCall | null {
  for (const number of input.channels) {
    if (number.kind !== 'phone' || !number.dial || number.canCancelHere === 'no' || !number.carrierHours) continue;
    const channel = input.own.find(({ kind, value }) => kind === 'phone' && value.value === number.value);
    const window = channel ? windowOf(channel, number.carrierHours, input) : null;
    if (window) return { number, ...window };
  }
  return null;
}

function windowOf(channel: Channel, hours: Hours, input: CallInput): { start: number; end: number } | null {
  const { actOn, lastDay, billingZone, userZone, abroad, now } = input;
  const user = { zone: userZone, abroad };
  const from = Math.max(startOfDay(actOn, billingZone), Math.ceil(now / QUARTER) * QUARTER);
  const first = openState(channel, from, user);
  const opens = first.openNow === 'yes' ? from : first.opensAt === null ? null : Date.parse(first.opensAt);
  if (opens === null) return null;
  const closes = openState(channel, opens, user).closesAt;
  const start = closes === null ? morning(opens, actOn, userZone ?? hours.zone ?? US_REFERENCE_ZONE) : opens;
  const end = Math.min(start + CALL_MS, closes === null ? Number.POSITIVE_INFINITY : Date.parse(closes));
  if (lastDay !== null && start >= startOfDay(Math.max(lastDay, actOn) + 1, billingZone)) return null;
  return { start, end };
}

function morning(from: number, day: EpochDay, zone: string): number {
  return Math.max(from, startOfDay(day, zone) + MORNING_HOURS * HOUR);
}
