import { expect, test } from 'vitest';
import { firstLanguage } from './language.tsx';

test.each([
  ['zh', ['en-US'], 'zh'],
  [null, ['zh-Hans-CN', 'en'], 'zh'],
  [null, ['zh-TW'], 'zh'],
  [null, ['de-DE', 'zh-CN', 'en'], 'zh'],
  [null, ['en-GB', 'zh'], 'en'],
  [null, ['de', 'fr'], 'en'],
  ['xx', [], 'en'],
] as const)('remembered %s, preferred %s: %s', (remembered, preferred, language) => {
  expect(firstLanguage(remembered, preferred)).toBe(language);
});
