import { describe, expect, test } from 'vitest';
import en from '../../locale/en/web.json' with { type: 'json' };
import { sayer } from '../../locale/say.ts';
import zh from '../../locale/zh/web.json' with { type: 'json' };
import { readable, showCost, showDate, showPageDate, showUsd, timeLeft } from './format.ts';

const says = { en: sayer('en', en), zh: sayer('zh', zh) };

describe('time left', () => {
  test.each<[string, string]>([
    ['2026-11-24', 'today (24 Nov)'],
    ['2026-11-25', 'tomorrow (25 Nov)'],
    ['2026-12-04', '10 days left (4 Dec)'],
    ['2026-12-15', '3 weeks left (15 Dec)'],
    ['2027-05-24', '5 months left (24 May)'],
    ['2026-11-22', '2 days ago (22 Nov)'],
  ])('%s', (date, words) => {
    expect(timeLeft(date, '2026-11-24', says.en)).toBe(words);
  });

  test('reads as Chinese in Chinese', () => {
    expect(timeLeft('2026-12-15', '2026-11-24', says.zh)).toBe('还有3周（12月15日）');
  });
});

test('dates carry no zone: the day stays the day', () => {
  expect(showDate('2026-12-12', 'en', 'weekday')).toBe('Saturday');
  expect(showDate('2026-12-12', 'en', 'medium')).toBe('12 Dec 2026');
  expect(showDate('2026-12-12', 'zh')).toBe('2026年12月12日');
  expect([showPageDate('2024', 'en'), showPageDate('2024-05', 'en'), showPageDate('2024-05-03', 'en')]).toEqual([
    '2024',
    'May 2024',
    '3 May 2024',
  ]);
});

test('money', () => {
  expect([showUsd('70.00', 'en'), showUsd('-12.50', 'en'), showUsd('0.00', 'zh')]).toEqual(['$70', '-$12.50', 'US$0']);
  expect(showCost({ minUsd: '10.00', maxUsd: '60.00' }, says.en)).toBe('$10 to $60');
  expect(showCost({ minUsd: '10.00', maxUsd: '10.00' }, says.en)).toBe('$10');
  expect(showCost({ minUsd: '10.00', maxUsd: null }, says.en)).toBe('$10 or more');
});

test('dates in sentences are written as people write them, other digits stay', () => {
  expect(readable('Due on 2026-12-12, ref 2026-13-45.', 'en')).toBe('Due on 12 December 2026, ref 2026-13-45.');
  expect(readable('要在 2026-12-12 前办', 'zh')).toBe('要在 2026年12月12日前办');
});

test('so are time zones; what only looks like one stays', () => {
  expect(readable('Daily 04:00–21:00 (America/Los_Angeles)', 'en')).toBe('Daily 04:00–21:00 (Pacific Time)');
  expect(readable('每天 9 点（Asia/Shanghai）', 'zh')).toBe('每天 9 点（中国标准时间）');
  expect(readable('Mint/Ultra and Wifi/Bluetooth', 'en')).toBe('Mint/Ultra and Wifi/Bluetooth');
});
