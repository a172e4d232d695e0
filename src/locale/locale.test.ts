import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NEED_FIELDS } from '../domain/catalog/schema.ts';
import { ERROR_CODES } from '../domain/errors.ts';
import { LANGUAGES, type Language, sayer } from './say.ts';

const folder = new URL('.', import.meta.url);
const areas = readdirSync(new URL('en/', folder)).filter((name) => name.endsWith('.json'));
const read = (language: Language, area: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`${language}/${area}`, folder), 'utf8'));
const holes = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe.each(areas)('%s', (area) => {
  const en = read('en', area);
  const zh = read('zh', area);

  test('has the same codes in both languages (the plural forms of English apart)', () => {
    const codes = Object.keys(en).filter((code) => !code.endsWith('.one'));
    expect(Object.keys(zh).sort()).toEqual(codes.sort());
  });

  test('names the same facts in both languages and is nowhere empty', () => {
    for (const [code, sentence] of Object.entries(zh)) {
      expect(sentence.trim(), code).not.toBe('');
      expect([...new Set(holes(sentence))], code).toEqual([...new Set(holes(en[code] ?? ''))]);
    }
  });

  test('no code stands in two areas', () => {
    const others = areas.filter((other) => other !== area).flatMap((other) => Object.keys(read('en', other)));
    expect(Object.keys(en).filter((code) => others.includes(code))).toEqual([]);
  });
});

describe('closed lists', () => {
  test.each(LANGUAGES)('every error and every need has its sentence in %s', (language) => {
    const all = Object.assign({}, ...areas.map((area) => read(language, area)));
    const codes = [...ERROR_CODES.map((code) => `error.${code}`), ...NEED_FIELDS.map((field) => `need.${field}`)];
    expect(codes.filter((code) => !(code in all))).toEqual([]);
  });
});

describe('sayer', () => {
  test('fills facts, joins lists and picks the singular', () => {
    const say = sayer('en', { left: '{count} days left', 'left.one': '{count} day left', list: 'Known: {names}.' });
    expect(say('left', { count: 1 })).toBe('1 day left');
    expect(say('left', { count: 3 })).toBe('3 days left');
    expect(say('list', { names: ['a', 'b'] })).toBe('Known: a and b.');
    expect(say('no-such-code')).toBe('no-such-code');
  });
});
