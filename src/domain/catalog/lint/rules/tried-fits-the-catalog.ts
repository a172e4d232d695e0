import { toDay } from '../../../time/civil.ts';
import type { LintRule } from '../types.ts';

/** The month of a report ends its name, so that it is found and never counted twice. */
const ID = /^(20\d{2}-\d{2})-([a-z-]+)-[0-9a-f]{4,16}$/;

/** A report nobody can place: no such brand or product, another name than its content, a month that has not been yet. */
export const triedFitsTheCatalog: LintRule = {
  id: 'tried-fits-the-catalog',
  severity: 'error',
  doc: 'tried',
  check: ({ tried, brands, retired, today }) =>
    tried.flatMap(({ slug, id, product, route, month }) => {
      const file = `tried/${slug}/${id}.yaml`;
      const brand = brands.find((own) => own.slug === slug);
      const gone = retired.some((own) => own.slug === slug);
      const name = ID.exec(id);
      const wrong = [
        ...(brand || gone ? [] : [{ path: [], facts: { field: 'slug', given: slug } }]),
        ...(brand && !brand.products.some((own) => own.id === product)
          ? [{ path: ['product'], facts: { field: 'product', given: product } }]
          : []),
        ...(name?.[1] === month && name[2] === route ? [] : [{ path: [], facts: { field: 'id', given: id } }]),
        ...(toDay(`${month}-01`) > toDay(today) ? [{ path: ['month'], facts: { field: 'month', given: month } }] : []),
      ];
      return wrong.map((hit) => ({ slug: file, ...hit }));
    }),
};
