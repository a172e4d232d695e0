import { describe, expect, test } from 'vitest';
import { type Field, parseField } from './fields.ts';

const TODAY = '2026-11-24';
const parse = (field: Field, typed: string | string[], answers = {}) => parseField(field, typed, answers, TODAY);

describe('money', () => {
  test.each([
    ['70', '70.00'],
    ['$70.5', '70.50'],
    ['US$ 1,234.56', '1234.56'],
    ['７０', '70.00'],
    [' 0 ', '0.00'],
  ])('%s is %s', (typed, value) => {
    expect(parse({ kind: 'money', name: 'm' }, typed)).toEqual({ value });
  });
  test.each(['-5', '70.555', 'seventy', '1e3', '70 USD', '99999999'])('%s is refused', (typed) => {
    expect(parse({ kind: 'money', name: 'm' }, typed)).toMatchObject({ error: 'money' });
  });
});

describe('dates', () => {
  const field: Field = { kind: 'date', name: 'd', notBefore: (_, today) => today };
  test('a day that exists', () => {
    expect(parse(field, '2028-02-29')).toEqual({ value: '2028-02-29' });
  });
  test.each(['2027-02-29', '2026-13-01', '1999-12-31', '2101-01-01', 'tomorrow', '20261224'])(
    '%s is refused',
    (typed) => {
      expect(parse(field, typed)).toMatchObject({ error: 'date' });
    },
  );
  test('a day too early is refused with the first right one', () => {
    expect(parse(field, '2026-11-23')).toEqual({ error: 'too-early', facts: { date: TODAY } });
  });
});

test('counts keep to their bounds', () => {
  const field: Field = { kind: 'count', name: 'c', min: 1, max: 31 };
  expect(parse(field, '31')).toEqual({ value: '31' });
  expect(parse(field, '012')).toEqual({ value: '12' });
  for (const typed of ['0', '32', '1.5', '-1', 'x']) {
    expect(parse(field, typed)).toEqual({ error: 'count', facts: { min: 1, max: 31 } });
  }
});

test('choices, lists, countries and zones take only what there is', () => {
  const options = ['a', 'b'];
  expect(parse({ kind: 'choice', name: 'x', options }, 'c')).toMatchObject({ error: 'missing' });
  expect(parse({ kind: 'checks', name: 'x', options }, ['b', 'c'])).toEqual({ value: ['b'] });
  expect(parse({ kind: 'checks', name: 'x', options }, [])).toEqual({ value: [] });
  expect(parse({ kind: 'country', name: 'x' }, 'JP')).toEqual({ value: 'JP' });
  expect(parse({ kind: 'zone', name: 'x' }, 'Asia/Shanghai')).toEqual({ value: 'Asia/Shanghai' });
  expect(parse({ kind: 'zone', name: 'x' }, 'Asia/Nowhere')).toMatchObject({ error: 'zone' });
});

test('an empty answer is missing, or unknown where the field is optional', () => {
  expect(parse({ kind: 'money', name: 'x' }, ' ')).toMatchObject({ error: 'missing' });
  expect(parse({ kind: 'money', name: 'x', optional: true }, '')).toEqual({ value: null });
});
