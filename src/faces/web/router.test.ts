import { expect, test } from 'vitest';
import { linkTo, type Route, routeOf } from './router.ts';

test.each<[string, Route]>([
  ['', { page: 'start' }],
  ['#/', { page: 'start' }],
  ['#/questions', { page: 'questions', question: null }],
  ['#/questions/keep', { page: 'questions', question: 'keep' }],
  ['#/plan', { page: 'plan' }],
  ['#/plan/', { page: 'plan' }],
  ['#/brands', { page: 'brands' }],
  ['#/catalog', { page: 'catalog' }],
  ['#/catalog/x', { page: 'lost' }],
  ['#/brands/t-mobile', { page: 'brand', slug: 't-mobile' }],
  ['#/brands/t-mobile/x', { page: 'lost' }],
  ['#/cases', { page: 'cases' }],
  ['#/case/k7m2', { page: 'case', id: 'k7m2' }],
  ['#/case/k7m2/choose', { page: 'choose', id: 'k7m2' }],
  ['#/case/k7m2/choose/x', { page: 'lost' }],
  ['#/case/k7m2/x', { page: 'lost' }],
  ['#/case', { page: 'lost' }],
  ['#/case/', { page: 'lost' }],
  ['#/cases/x', { page: 'lost' }],
  ['#/settings', { page: 'settings' }],
  ['#/plan/x', { page: 'lost' }],
  ['#/nowhere', { page: 'lost' }],
])('%s', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});

test('a link leads to the route it was made of', () => {
  const routes: Exclude<Route, { page: 'lost' }>[] = [
    { page: 'start' },
    { page: 'questions', question: null },
    { page: 'questions', question: 'keep' },
    { page: 'plan' },
    { page: 'brands' },
    { page: 'brand', slug: 'mint-mobile' },
    { page: 'cases' },
    { page: 'case', id: 'k7m2' },
    { page: 'choose', id: 'k7m2' },
    { page: 'settings' },
  ];
  expect(routes.map((route) => routeOf(linkTo(route)))).toEqual(routes);
});
