import { expect, test } from 'vitest';
import { echo } from './errors.ts';

test.each([
  ['8901260123456789011', '***'],
  ['8901 2601 2345 6789 011', '***'],
  ['８９０１２６０１２３４５６７８９０１１', '***'],
  ['card 202-555-0143', 'card ***'],
  ['LPA:1$smdp.example.com$QJ7K9WQXV', 'LPA:1$***$***'],
  ['QJ7K9WQXV', '***'],
  ['K2-1ABCDE-1FGHIJ', '***'],
  ['739154', '***'],
  ['my PIN is 4829', 'my PIN is ***'],
  ['QJ7K9WQXV'.repeat(20), '***'],
])('%s is not repeated', (given, shown) => {
  expect(echo(given)).toBe(shown);
});

test.each([
  '2026-02-30',
  '2026-11-24T25:00:00Z',
  'verison',
  'data-only',
  'Mars/Base',
  'GMT+8',
  '2026-13-01',
  'plan-2025',
  '12/25/2026',
  '2026-2-3',
])('%s is, so that the sentence can be understood', (given) => {
  expect(echo(given)).toBe(given);
});

test('a long piece is cut', () => {
  expect(echo('a'.repeat(41))).toBe(`${'a'.repeat(40)}…`);
  expect(echo('a'.repeat(41), 200)).toBe('a'.repeat(41));
});

test('what steers a terminal or turns the direction of writing is not repeated', () => {
  expect(echo('t-mobile\u001b[31m')).toBe('t-mobile [31m');
  expect(echo('\u202eelibom-t')).toBe('elibom-t');
});
