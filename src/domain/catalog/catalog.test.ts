import { expect, test } from 'vitest';
import { aBrand, aProduct, aRetired, fact, NO_IDENTIFIERS, PAGE, text } from '../../testing/catalog.ts';
import { countCatalog } from './counts.ts';
import { candidates, indexCatalog, known } from './index.ts';
import { catalogStats } from './stats.ts';
import { factsIn } from './walk.ts';

test('the index is sorted, and a parking product of a carrier bears brand and product', () => {
  const parking = { monthlyUsd: fact('3.00') };
  const carrier = aBrand({ slug: 'zenith', kind: 'mvno' }, [aProduct({ id: 'paygo', parking })]);
  const place = aBrand({ slug: 'barn', kind: 'number-parking' }, [aProduct({ parking })]);
  const index = indexCatalog([carrier, place], NO_IDENTIFIERS, [aRetired({ slug: 'b' }), aRetired({ slug: 'a' })]);
  expect(index.retired.map((brand) => brand.slug)).toEqual(['a', 'b']);
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
  expect(catalogStats(countCatalog([brand], []), '2026-11-25')).toMatchObject({
    brands: 1,
    products: 1,
    facts: { total: 4, official: 2, secondary: 1, conflicting: 0, unknown: 1 },
    factsWithoutSource: 1,
    medianAgeDays: 2,
    shares: { official: 0.5, secondary: 0.25, conflicting: 0, unknown: 0.25 },
    staleFacts: 0,
    undatedFacts: 0,
  });
});

test('age is the median, and old and undated pages are counted for the day', () => {
  const looked = (checkedOn: string, pageDate: string | null) => ({
    ...fact(text('A.', '甲。'), { sources: [{ ...PAGE, pageDate }] }),
    checkedOn,
  });
  const notes = [looked('2026-11-01', null), looked('2026-11-03', '2026'), looked('2026-11-05', '2026-01-01')];
  const counts = countCatalog(
    [aBrand({ status: fact(null), notes }, [aProduct({ online: { supported: fact(null) } })])],
    [],
  );
  expect(catalogStats(counts, '2026-11-13')).toMatchObject({ medianAgeDays: 10, staleFacts: 2, undatedFacts: 1 });
  expect(catalogStats(countCatalog([], []), '2026-11-13').medianAgeDays).toBeNull();
});

test('coverage counts a field where it can apply, and puts the least known first', () => {
  const phone = { kind: 'phone', value: fact('+12025550143'), canCancelHere: fact('yes') };
  const products = [
    aProduct({ channels: [phone], billing: { effective: fact('immediate') } }),
    aProduct({ id: 'prepaid', service: { hasNumber: true, billing: 'prepaid' }, billing: { effective: fact(null) } }),
    aProduct({
      id: 'esim',
      service: { hasNumber: false, billing: 'package' },
      billing: {
        effective: fact('immediate', {
          confidence: 'conflicting',
          alternatives: [{ value: 'end-of-cycle', sources: [PAGE] }],
        }),
      },
    }),
  ];
  const { coverage, gaps } = catalogStats(countCatalog([aBrand({}, products)], []), '2026-11-25');
  const of = (field: string) => coverage.find((one) => one.field === field);
  expect(of('billing.effective')).toMatchObject({ applies: 3, known: 1, conflicting: 1, unknown: 1, leftOut: 0 });
  expect(of('lapse.numberLostAfterDays')).toMatchObject({ applies: 1, known: 0, unknown: 1, leftOut: 1 });
  expect(of('portOut.possible')?.applies).toBe(2);
  expect(of('channel.voiceMenu')).toMatchObject({ applies: 1, unknown: 1 });
  expect(of('online.steps')).toBeUndefined();
  const shares = coverage.map(({ known, applies }) => known / applies);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(gaps.map(({ product }) => product)).toEqual(['prepaid', 'esim', 'postpaid']);
  expect(gaps.at(-1)?.missing).not.toContain('channels');
});
