import { expect, test } from 'vitest';
import { parseInstant } from './instant.ts';

test.each([
  ['2026-11-24T12:00:00Z', Date.UTC(2026, 10, 24, 12)],
  ['2026-11-24T20:00+08:00', Date.UTC(2026, 10, 24, 12)],
  ['2026-11-24T04:00:00.250-08:00', Date.UTC(2026, 10, 24, 12, 0, 0, 250)],
])('%s', (iso, ms) => {
  expect(parseInstant(iso)).toBe(ms);
});

test.each([
  '',
  'now',
  '2026-11-24',
  '2026-11-24T12:00:00',
  '2026-02-30T00:00:00Z',
  '2026-11-24T25:00:00Z',
  '2026-11-24 12:00Z',
  '9999-12-31T23:59:59Z',
])('not an instant: %j', (iso) => {
  expect(parseInstant(iso)).toBeNull();
});
