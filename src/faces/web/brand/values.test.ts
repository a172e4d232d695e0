import { expect, test } from 'vitest';
import en from '../../../locale/en/web.json' with { type: 'json' };
import { sayer } from '../../../locale/say.ts';
import zh from '../../../locale/zh/web.json' with { type: 'json' };
import { type Shape, showValue } from './values.ts';

const say = sayer('en', en);

test.each<[Shape, unknown, string]>([
  ['word', 'end-of-cycle', 'at the end of the billing cycle'],
  ['days', 1, '1 day'],
  ['days', 30, '30 days'],
  ['hours', 24, '24 hours'],
  ['usd', '20.00', '$20'],
  ['text', { en: 'Call.', zh: '打电话。' }, 'Call.'],
  ['plain', 'https://acme.example', 'https://acme.example'],
  ['list', ['verizon', 't-mobile'], 'verizon and t-mobile'],
  ['term', { unit: 'month', lengths: [3, 6] }, '3 months or 6 months'],
  ['fee', { minUsd: '0.00', maxUsd: '350.00', onlyWithCommitment: true }, '$0 to $350, only while a minimum term runs'],
  ['fee', { minUsd: '25.00', maxUsd: null, onlyWithCommitment: false }, '$25 or more'],
  ['charge', { mode: 'full-rate' }, 'the full price'],
  ['charge', { mode: 'fee', monthlyUsd: '10.00' }, '$10 per month'],
  ['range', { min: 1, max: 3 }, '1 to 3 days'],
  [
    'week',
    {
      zone: 'America/Chicago',
      weekly: [
        { days: ['mon', 'tue'], open: '08:00', close: '22:00' },
        { days: ['sat'], open: '09:00', close: '18:00' },
      ],
      holidays: 'unknown',
    },
    'Mon, Tue 08:00–22:00; Sat 09:00–18:00 (America/Chicago)',
  ],
])('%s %j', (shape, value, words) => {
  expect(showValue(value, shape, say)).toBe(words);
});

test('in Chinese as in Chinese', () => {
  expect(showValue({ unit: 'month', lengths: [3, 6] }, 'term', sayer('zh', zh))).toBe('3个月或6个月');
});
