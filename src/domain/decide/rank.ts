import type { Option, OptionKind } from './types.ts';

/** Where costs are equal, the way out that loses least comes first. */
const ORDER: readonly OptionKind[] = ['port-out', 'cancel', 'let-lapse', 'suspend', 'keep'];

/** Best first: feasible, with a known ceiling, the lowest ceiling, the lowest floor, then the order of kinds, then the target. */
export function ranked(options: readonly Option[]): Option[] {
  return [...options].sort(compare);
}

function compare(a: Option, b: Option): number {
  if (a.feasible !== b.feasible) return a.feasible ? -1 : 1;
  return (
    ceiling(a) - ceiling(b) ||
    floor(a) - floor(b) ||
    ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
    byTarget(a.target ?? '', b.target ?? '')
  );
}

function ceiling({ cost }: Option): number {
  return cost?.maxCents ?? Number.MAX_VALUE;
}

function floor({ cost }: Option): number {
  return cost?.minCents ?? 0;
}

function byTarget(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
