import type { LintRule } from '../types.ts';

/** "Yes, online" without saying how helps nobody. */
export const onlineYesNeedsSteps: LintRule = {
  id: 'online-yes-needs-steps',
  severity: 'error',
  doc: 'online-steps',
  check: ({ brands }) =>
    brands.flatMap((brand) =>
      brand.products.flatMap(({ online }, at) =>
        online.supported.value === 'yes' && online.steps.length === 0
          ? [{ slug: brand.slug, path: ['products', at, 'online'] }]
          : [],
      ),
    ),
};
