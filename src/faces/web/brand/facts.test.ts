import { expect, test } from 'vitest';
import { aBrand, aProduct, fact } from '../../../testing/catalog.ts';
import { brandRows, productGroups } from './facts.ts';

test('groups that cannot apply are left out, and no fact of the others is', () => {
  const esim = aBrand({}, [aProduct({ id: 'esim', service: { hasNumber: false, billing: 'package' } })]).products[0];
  const parked = aBrand({}, [aProduct({ parking: { monthlyUsd: fact('3.00') } })]).products[0];
  const ids = (product: typeof esim) => (product ? productGroups(product).map((group) => group.id) : []);
  expect(ids(esim)).not.toContain('portOut');
  expect(ids(esim)).toContain('lapse');
  expect(ids(parked)).toEqual(expect.arrayContaining(['portOut', 'parking']));
  expect(ids(parked)).not.toContain('lapse');
});

test('networks are named, slugs the catalog does not know stay', () => {
  const brand = aBrand({ hosts: fact(['big', 'gone'], { alternatives: [{ value: ['big'], sources: [] }] }) });
  const hosts = brandRows(brand, (slug) => (slug === 'big' ? 'Big Network' : slug)).find(
    (row) => row.label === 'brand.hosts',
  );
  expect(hosts?.fact).toMatchObject({ value: ['Big Network', 'gone'], alternatives: [{ value: ['Big Network'] }] });
});
