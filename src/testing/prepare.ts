/** A case made ready for `prepare`, as the caller of the app makes it. */
import { parseSituation } from '../domain/case/situation.ts';
import type { ParkingTarget } from '../domain/catalog/index.ts';
import type { Brand, Rule } from '../domain/catalog/schema.ts';
import { checkLine } from '../domain/check/check.ts';
import { decide } from '../domain/decide/decide.ts';
import type { OptionKind } from '../domain/decide/types.ts';
import { formatUsd } from '../domain/money/money.ts';
import type { PrepareInput } from '../domain/prepare/types.ts';
import { type EpochDay, formatDay, toDay } from '../domain/time/civil.ts';
import { firstProduct } from './catalog.ts';

export const CASE = 'k3v9-2026';
const TODAY = '2026-11-25';

interface World {
  brand: Brand;
  kind: OptionKind;
  target?: string;
  rules?: readonly Rule[];
  targets?: readonly ParkingTarget[];
  from?: string;
}

/** `situation` as a person writes it, without the carrier. Where the option is not possible its dates are unknown. */
export function preparing(world: World, situation: { line?: object; [field: string]: unknown } = {}): PrepareInput {
  const { brand, kind, rules = [], targets = [], from = 'CN' } = world;
  const parsed = parseSituation({ ...situation, line: { carrier: brand.slug, ...situation.line } });
  const product = brand.products.find(({ id }) => id === parsed.line.product) ?? firstProduct(brand);
  const decision = decide(parsed, { brand, product, targets: [...targets], today: toDay(TODAY) });
  const found = decision.options.find((own) => own.kind === kind && (!world.target || own.target === world.target));
  const iso = (day: EpochDay | null | undefined): string | null => (day == null ? null : formatDay(day));
  return {
    reference: CASE,
    situation: parsed,
    option: {
      kind,
      target: found?.target ?? null,
      actOn: iso(found?.actOn),
      lastDayToAct: iso(found?.lastDayToAct),
      endsOn: iso(found?.endsOn),
      minUsd: found?.cost ? formatUsd(found.cost.minCents) : null,
      maxUsd: found?.cost?.maxCents == null ? null : formatUsd(found.cost.maxCents),
    },
    brand,
    product,
    rules,
    targets,
    decision,
    checked: checkLine(brand, product, { from, zone: parsed.userZone ?? null, now: `${TODAY}T15:00:00Z` }),
    today: TODAY,
  };
}
