import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from './distance.ts';
import { INDEX } from './index.fixture.ts';
import { searchBrands } from './search.ts';

const first = (query: string) => searchBrands(query, INDEX)[0];

describe('searchBrands', () => {
  test.each([
    ['tmobile', 't-mobile', 'name'],
    ['T mobile', 't-mobile', 'name'],
    ['Ｔ－Ｍｏｂｉｌｅ', 't-mobile', 'name'],
    ['tmoblie', 't-mobile', 'similar-name'],
    ['At&t', 'att', 'name'],
    ['ATT', 'att', 'name'],
    ['a.t.t.', 'att', 'name'],
    ['verison', 'verizon', 'similar-name'],
    ['verizn', 'verizon', 'similar-name'],
    ['verizon wireless', 'verizon', 'name'],
    ['veri', 'verizon', 'similar-name'],
    ['威瑞森', 'verizon', 'name'],
    ['威瑞', 'verizon', 'similar-name'],
    ['薄荷', 'mint', 'alias'],
    ['mint', 'mint', 'name'],
    ['Mint Mobile SIM', 'mint', 'name'],
    ['mint-mobile', 'mint', 'name'],
    ['visable', 'visible', 'similar-name'],
    ['现代套餐', 'mint', 'product-name'],
  ])('%s → %s (%s)', (query, slug, code) => {
    expect(first(query)).toMatchObject({ slug, ground: { code } });
  });

  test('finds each brand by each of its names, surely', () => {
    for (const brand of INDEX.brands)
      for (const name of [brand.slug, brand.name.en, brand.name.zh, ...brand.aliases])
        expect(first(name), name).toMatchObject({ slug: brand.slug });
  });

  test.each(['Lycamobile', 'Noname Wireless', 'xyz mobile'])('%s is no slip of a brand that ends alike', (query) => {
    expect(searchBrands(query, INDEX)).toEqual([]);
  });

  test.each(['', '  ', '!!!', '…', 'x'.repeat(500)])('%j finds nothing', (query) => {
    expect(searchBrands(query, INDEX)).toEqual([]);
  });

  test('never throws, scores within 0 and 1, best first, each brand once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
        const found = searchBrands(query, INDEX);
        const scores = found.map(({ score }) => score);
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(new Set(found.map(({ slug }) => slug)).size).toBe(found.length);
      }),
    );
  });
});

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['verizon', 'verison', 1],
    ['tmobile', 'tmoblie', 1],
    ['mint', 'mnti', 2],
    ['abc', '', 3],
  ])('%s, %s: %i', (a, b, edits) => {
    expect(editDistance(a, b, 5)).toBe(edits);
  });

  test('stops at the limit, is symmetric, and zero only for equals', () => {
    const word = fc.stringMatching(/^[abc]{0,8}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
        expect(editDistance(a, b, 1)).toBe(Math.min(2, editDistance(a, b, 9)));
      }),
    );
  });
});
