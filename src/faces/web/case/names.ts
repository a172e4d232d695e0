import type { CaseRow } from '../../../app/case/list.ts';
import type { Say } from '../../../locale/say.ts';
import { lineName } from '../plan/names.ts';

type Named = Pick<CaseRow, 'case' | 'carrier' | 'carrierName' | 'productName'>;

/** "Acme, Plan"; the slug, then the name of the case, where the catalog no longer knows it. */
export function caseName({ case: id, carrier, carrierName, productName }: Named, say: Say): string {
  if (carrierName === null) return carrier ?? id;
  return productName === null ? carrierName : lineName({ carrierName, productName }, say);
}
