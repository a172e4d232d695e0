import { CASE_ID } from '../../domain/case/event-check.ts';
import { foldCase } from '../../domain/case/fold.ts';
import { unsealed } from '../../domain/case/sealed.ts';
import type { Situation } from '../../domain/case/situation.ts';
import type { CaseState, CaseWorld } from '../../domain/case/types.ts';
import type { Rule } from '../../domain/catalog/schema.ts';
import { echo, SimoffError } from '../../domain/errors.ts';
import { type EpochDay, toDay } from '../../domain/time/civil.ts';
import { dayAt } from '../../domain/time/zoned.ts';
import type { ReadCase } from '../../ports/case-log.ts';
import type { CatalogSource } from '../../ports/catalog.ts';
import { resolveCarrier, resolveProduct } from '../carrier.ts';
import { type CaseDeps, damagedStore } from './deps.ts';

/** Where a carrier does not say in which zone it counts its dates. */
const USUAL_ZONE = 'America/New_York';
const SHOWN_IDS = 5;

export interface LoadedCase {
  read: ReadCase;
  state: CaseState;
  /** As told, with secrets masked; null where the event that held it is damaged. */
  situation: Situation | null;
  /** null where the situation is not readable or the catalog no longer knows the brand. */
  world: CaseWorld | null;
  /** Where the line's calendar dates are counted. */
  zone: string;
  /** Where the store is, if it is damaged as a whole; null: it is not, or nobody looked. */
  damagedStore: string | null;
  /** Today's date there, unless another was asked for. */
  today: EpochDay;
}

/** One case by its id or an unmistakable beginning of it. Throws `unknown-case` with the ids that come near. */
export async function loadCase(name: string, deps: CaseDeps): Promise<LoadedCase> {
  const read = await findCase(name, deps);
  return { ...(await lookedAt(read, deps, await deps.catalog.rules())), damagedStore: await damagedStore(deps) };
}

/** A case that was read, with what the catalog and the day add. */
export async function lookedAt(read: ReadCase, deps: CaseDeps, rules: readonly Rule[]): Promise<LoadedCase> {
  const state = foldCase(read.case, read.events);
  const stored = state.last('situation-recorded')?.data.situation;
  const situation = stored ? unsealed<Situation>(stored) : null;
  const line = situation && (await catalogLine(situation, deps.catalog));
  const zone = line?.brand.billingZone?.value ?? USUAL_ZONE;
  const today = deps.today === null ? dayAt(Date.parse(deps.now), zone) : toDay(deps.today);
  return { read, state, situation, zone, today, damagedStore: null, world: line && { ...line, rules, today } };
}

async function catalogLine(
  situation: Situation,
  catalog: CatalogSource,
): Promise<Pick<CaseWorld, 'brand' | 'product' | 'targets'> | null> {
  const index = await catalog.index();
  try {
    const brand = await catalog.brand(resolveCarrier(situation.line.carrier, index).slug);
    if (!brand) return null;
    return { brand, product: resolveProduct(brand, situation.line.product ?? null), targets: index.targets };
  } catch (error) {
    if (error instanceof SimoffError) return null;
    throw error;
  }
}

async function findCase(name: string, { log }: CaseDeps): Promise<ReadCase> {
  const id = name.trim().toLowerCase();
  const exact = CASE_ID.test(id) ? await log.read(id) : null;
  if (exact) return exact;
  const near = /^[0-9a-z]{1,32}$/.test(id) ? await log.list(id) : [];
  const only = near.length === 1 && near[0] !== undefined ? await log.read(near[0]) : null;
  if (only) return only;
  throw new SimoffError('unknown-case', { name: echo(name, 40), cases: near.slice(0, SHOWN_IDS) });
}
