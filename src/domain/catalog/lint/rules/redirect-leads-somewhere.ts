import type { LintRule } from '../types.ts';

/** Who asks for a brand that is gone is sent on: to one that is there, and not in a circle. */
export const redirectLeadsSomewhere: LintRule = {
  id: 'redirect-leads-somewhere',
  severity: 'error',
  doc: 'slugs',
  check: ({ retired, brands }) => {
    const there = new Set(brands.map(({ slug }) => slug));
    return retired
      .filter(({ slug, redirect }) => there.has(slug) || (redirect !== null && !there.has(redirect)))
      .map(({ slug, redirect }) => ({
        slug: `retired/${slug}.yaml`,
        path: there.has(slug) ? [] : ['redirect'],
        facts: { slug, redirect },
      }));
  },
};
