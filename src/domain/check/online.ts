import type { Product } from '../catalog/schema.ts';
import { supportOf, textOf } from './support.ts';
import type { CheckedOnline } from './types.ts';

/** The online answer of a product; a null fact is the answer `unknown`. */
export function checkOnline(online: Product['online']): CheckedOnline {
  const { value, confidence, alternatives, sources, note } = online.supported;
  return {
    supported: value ?? 'unknown',
    note: note ?? null,
    how: textOf(online.how),
    steps: online.steps.map(({ kind, title, detail }) => ({
      kind: kind ?? null,
      title,
      detail: detail.value,
      note: detail.note ?? null,
      confidence: detail.confidence,
      sources: detail.sources,
    })),
    retention: online.retention.map(supportOf),
    instead: supportOf(online.instead),
    exclusions: online.exclusions.map(supportOf),
    url: online.url?.value ?? null,
    confirmation: supportOf(online.confirmation),
    claims: online.claims.map(({ claim, sources: told, answer }) => ({
      claim,
      sources: told,
      answer: supportOf(answer),
    })),
    confidence,
    alternatives,
    sources,
  };
}
