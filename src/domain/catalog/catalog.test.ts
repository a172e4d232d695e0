import { expect, test } from 'vitest';
import { aBrand, aProduct, fact, NO_IDENTIFIERS, PAGE } from '../../testing/catalog.ts';
import { candidates, indexCatalog, known } from './index.ts';
import { catalogStats } from './stats.ts';
import { factsIn } from './walk.ts';

test('the index is sorted, and a parking product of a carrier bears brand and product', () => {
  const parking = { monthlyUsd: fact('3.00') };
  const carrier = aBrand({ slug: 'zenith', kind: 'mvno' }, [aProduct({ id: 'paygo', parking })]);
  const place = aBrand({ slug: 'barn', kind: 'number-parking' }, [aProduct({ parking })]);
  const index = indexCatalog([carrier, place], NO_IDENTIFIERS);
  expect(index.brands.map((brand) => brand.slug)).toEqual(['barn', 'zenith']);
  expect(index.targets.map((target) => target.target)).toEqual(['barn', 'zenith/paygo']);
});

test('a field left out is an explicit unknown', () => {
  expect(known(undefined)).toMatchObject({ value: null, confidence: 'unknown' });
  expect(candidates(undefined)).toEqual([]);
});

test('a conflict keeps every value, the preferred one first', () => {
  const both = aBrand({
    status: fact('active', { confidence: 'conflicting', alternatives: [{ value: 'closed', sources: [PAGE] }] }),
  });
  expect(candidates(both.status)).toEqual(['active', 'closed']);
});

test('facts are found with their path; texts inside a fact are not facts', () => {
  const brand = aBrand({ notes: [fact({ en: 'a', zh: '甲' })] });
  expect([...factsIn(brand)].map(({ path }) => path.join('.'))).toEqual([
    'status',
    'notes.0',
    'products.0.online.supported',
  ]);
});

test('stats count facts by confidence, and unknowns are not without source', () => {
  const brand = aBrand({ hosts: fact(null), parent: fact('P', { sources: [], confidence: 'secondary' }) });
  expect(catalogStats([brand], '2026-11-25')).toEqual({
    brands: 1,
    products: 1,
    facts: { total: 4, official: 2, secondary: 1, conflicting: 0, unknown: 1 },
    factsWithoutSource: 1,
    medianAgeDays: 2,
  });
});
