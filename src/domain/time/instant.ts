import { parseDay } from './civil.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
/** Hours and holidays are looked for weeks ahead, and a year has four digits. */
const LAST_YEAR = '9998';

/**
 * Milliseconds since 1970 of an ISO 8601 instant with its zone (`2026-12-20T09:00:00Z`, `…+08:00`); null for anything else,
 * and for what lies after the year 9998.
 */
export function parseInstant(iso: string): number | null {
  if (!INSTANT.test(iso) || parseDay(iso.slice(0, 10)) === null || iso.slice(0, 4) > LAST_YEAR) return null;
  const at = Date.parse(iso);
  return Number.isNaN(at) ? null : at;
}
