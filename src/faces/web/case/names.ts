import type { CaseRow } from '../../../app/case/list.ts';
import type { Say } from '../../../locale/say.ts';
import { lineName } from '../plan/names.ts';

type Named = Pick<CaseRow, 'case' | 'carrier' | 'carrierName' | 'productName'>;

/** "Acme, Plan"; the slug, then the name of the case, where the catalog no longer knows it. */
export function caseName({ case: id, carrier, carrierName, productName }: Named, say: Say): string {
  if (carrierName === null) return carrier ?? id;
  return productName === null ? carrierName : lineName({ carrierName, productName }, say);
}

/** `+12025550143` as "+1 202-555-0143"; what is no American number stays as it is. */
export function showLine(line: string): string {
  return line.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1-$2-$3');
}
