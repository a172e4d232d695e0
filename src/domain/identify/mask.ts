import type { IdentifierKind } from './types.ts';

/** How many characters stay visible at the start and the end. Phone numbers and activation codes (already without secret) stay whole. */
const VISIBLE: Partial<Record<IdentifierKind, readonly [number, number]>> = {
  iccid: [7, 4],
  imsi: [6, 2],
  imei: [8, 4],
  eid: [8, 4],
};

/** The identifier as a screen shows it. At least three characters are always hidden. */
export function mask(kind: IdentifierKind, normalized: string): string {
  const visible = VISIBLE[kind];
  if (!visible) return normalized;
  const [start, end] = visible;
  if (normalized.length < start + end + 3) return `…${normalized.slice(-2)}`;
  return `${normalized.slice(0, start)}…${normalized.slice(-end)}`;
}
