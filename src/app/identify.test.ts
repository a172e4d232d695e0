import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { INDEX } from '../domain/identify/index.fixture.ts';
import { LANGUAGES, type Language, sayer } from '../locale/say.ts';
import { IDENTIFIER_KINDS, IDENTIFY_GROUNDS, IDENTIFY_PROBLEMS, identifyPicture, identifyText } from './identify.ts';

const sentences = (language: Language): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../locale/${language}/identify.json`, import.meta.url), 'utf8'));
const says = { en: sayer('en', sentences('en')), zh: sayer('zh', sentences('zh')) };

describe.each(LANGUAGES)('in %s', (language) => {
  test('every code and kind has its sentence, and no sentence is left over', () => {
    const codes = [
      ...IDENTIFY_PROBLEMS.map((code) => `identify.problem.${code}`),
      ...IDENTIFY_GROUNDS.map((code) => `identify.ground.${code}`),
      ...IDENTIFIER_KINDS.map((kind) => `identify.kind.${kind}`),
      'identify.choose',
      'identify.elsewhere',
    ];
    expect(Object.keys(sentences(language)).sort()).toEqual(codes.sort());
  });

  test.each([
    '8901260123456789011',
    '8988307000000000004',
    '8901260123456789',
    '460001234567890',
    '316999123456789',
    '611',
    'LPA:1$smdp.example.com$X$$1',
    'verison',
    '4111111111111111',
  ])('%s is told without a hole', (text) => {
    const view = identifyText(text, INDEX, says[language]);
    const told = [...view.problems, ...view.candidates.flatMap((one) => one.grounds)].map((one) => one.message);
    for (const message of told) expect(message).not.toMatch(/[{}]|^identify\.|\s\s|“”|: \./);
  });
});

test('countries are told by name', () => {
  expect(identifyText('+44 20 7946 0958', INDEX, says.en).problems[0]?.message).toContain('United Kingdom');
  expect(identifyText('+86 138 0013 8000', INDEX, says.zh).problems[0]?.message).toContain('中国');
  expect(identifyText('460001234567890', INDEX, says.en).problems[0]?.message).toContain('another country');
});

test('the view holds the fields of the contract, names in the language asked for', () => {
  const view = identifyText('威瑞森', INDEX, says.zh);
  expect(view).toMatchObject({
    kind: 'unknown',
    valid: false,
    normalized: null,
    candidates: [{ carrier: 'verizon', name: '威瑞森', confidence: 'secondary' }],
    also: [],
    choose: expect.stringContaining('品牌'),
  });
});

test('a picture is what its codes are', async () => {
  const reader = { read: async () => [{ format: 'Code128', text: '8901260123456789011' }] };
  expect(await identifyPicture(new Uint8Array(), reader, INDEX, says.en)).toMatchObject({ kind: 'iccid', valid: true });
});
