import { expect, test } from 'vitest';
import { sayer } from '../../../locale/say.ts';
import { caseName, showLine } from './names.ts';

const say = sayer('en', { 'web.plan.for': '{brand}, {product}' });

test.each([
  [{ carrierName: 'Acme', productName: 'Plan' }, 'Acme, Plan'],
  [{ carrierName: 'Acme', productName: 'Acme Plan' }, 'Acme Plan'],
  [{ carrierName: 'Acme', productName: null }, 'Acme'],
  [{ carrierName: null, productName: null }, 'acme'],
  [{ carrierName: null, productName: null, carrier: null }, 'k7m2'],
])('%j is called %s', (names, expected) => {
  expect(caseName({ case: 'k7m2', carrier: 'acme', ...names }, say)).toBe(expected);
});

test.each([
  ['+12025550143', '+1 202-555-0143'],
  ['+8613800000000', '+8613800000000'],
  ['••••0001', '••••0001'],
])('%s is shown as %s', (line, expected) => {
  expect(showLine(line)).toBe(expected);
});
