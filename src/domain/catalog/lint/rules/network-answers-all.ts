import type { Product } from '../../schema.ts';
import type { LintRule } from '../types.ts';
import { productsOf } from '../walk-products.ts';

/** What everybody asks first; `true` where the file says something, be it an explicit unknown. */
function answersOf({ channels, needs, billing, refund, portOut, service }: Product): Record<string, boolean> {
  return {
    channels: channels.length > 0,
    needs: needs.length > 0,
    'billing.effective': billing.effective !== undefined,
    refund: Object.values(refund).some((fact) => fact !== undefined),
    'portOut.possible': !service.hasNumber || portOut.possible !== undefined,
  };
}

/** The network operators have the most customers: each of their products answers, with a fact or an explicit unknown. */
export const networkAnswersAll: LintRule = {
  id: 'network-answers-all',
  severity: 'error',
  doc: 'confidence',
  check: ({ brands }) =>
    productsOf(brands.filter(({ kind }) => kind === 'mno')).flatMap(({ brand, product, path }) =>
      Object.entries(answersOf(product))
        .filter(([, answered]) => !answered)
        .map(([field]) => ({ slug: brand.slug, path, facts: { field } })),
    ),
};
