import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columns, WIDTH, wrap } from './wrap.ts';

test('Chinese characters take two columns', () => {
  expect(columns('套餐 AB')).toBe(7);
});

test('lines are indented under the first', () => {
  const lines = wrap('word '.repeat(30), '  - ').split('\n');
  expect(lines.length).toBe(2);
  expect(lines[0]?.startsWith('  - word')).toBe(true);
  expect(lines[1]?.startsWith('    word')).toBe(true);
});

test('a Chinese line neither begins with a closing sign nor ends with an opening one', () => {
  for (let length = 30; length < 50; length += 1) {
    const lines = wrap(`${'号'.repeat(length)}，（注销）。`).split('\n');
    for (const line of lines) expect(line).not.toMatch(/^[，。）]|（$/);
  }
});

test('no line is wider than the screen, and nothing but spaces is lost', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'Z', '9', '卡', '号', '，', '（'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
      const text = words.join(' ');
      const wrapped = wrap(text, '  ? ');
      for (const line of wrapped.split('\n')) expect(columns(line)).toBeLessThanOrEqual(WIDTH);
      expect(wrapped.slice(4).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
