import { expect, test } from 'vitest';
import { readableAll } from './prose.ts';

test('sentences get readable dates, however deep; values, addresses and dates on their own stay', () => {
  const view = {
    today: '2026-11-24',
    options: [{ actOn: '2026-12-12', why: 'By 2026-12-12.', warnings: [{ message: 'Due 2027-01-11.', facts: {} }] }],
    channels: [{ value: 'https://a.example/2026-12-12', note: null, carrierHours: '9–21 (America/New_York)' }],
  };
  expect(readableAll(view, 'en')).toEqual({
    today: '2026-11-24',
    options: [
      { actOn: '2026-12-12', why: 'By 12 December 2026.', warnings: [{ message: 'Due 11 January 2027.', facts: {} }] },
    ],
    channels: [{ value: 'https://a.example/2026-12-12', note: null, carrierHours: '9–21 (Eastern Time)' }],
  });
});
