import type { LintRule } from '../types.ts';

/** Only what stands in the list of slugs is kept from vanishing. */
export const slugIsListed: LintRule = {
  id: 'slug-is-listed',
  severity: 'warning',
  doc: 'slugs',
  check: ({ slugs, brands, retired }) => {
    if (slugs.length === 0) return [];
    return [
      ...brands.map(({ slug }) => ({ slug, name: slug })),
      ...retired.map(({ slug }) => ({ slug: `retired/${slug}.yaml`, name: slug })),
    ]
      .filter(({ name }) => !slugs.includes(name))
      .map(({ slug, name }) => ({ slug, path: [], facts: { slug: name } }));
  },
};
