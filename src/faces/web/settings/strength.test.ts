import { expect, test } from 'vitest';
import { strengthOf } from './strength.ts';

test.each([
  ['', 'short'],
  ['password', 'short'],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'short'],
  ['abababababababababababab', 'short'],
  ['k3vQ-9fTx-7pLm', 'fair'],
  ['correct horse battery staple', 'long'],
  ['我在旧金山的那张电话卡要注销', 'fair'],
])('%s is %s', (passphrase, expected) => {
  expect(strengthOf(passphrase)).toBe(expected);
});
