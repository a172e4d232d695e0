import { statusOf } from '../../domain/case/status.ts';
import type { Stage } from '../../domain/case/types.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { Say } from '../../locale/say.ts';
import { type CaseDeps, damagedStore } from './deps.ts';
import { type LoadedCase, lookedAt } from './load.ts';
import { lineOf, type NextActionView, nextView, type ProblemView, storeProblems } from './view.ts';

export interface CaseRow {
  case: string;
  carrier: string | null;
  carrierName: string | null;
  productName: string | null;
  line: string | null;
  /** null where what the case is about cannot be read. */
  stage: Stage | null;
  stageName: string | null;
  nextAction: NextActionView | null;
  /** Days until the next action is due; negative where it is late, null where it has no date. */
  daysLeft: number | null;
  alarms: number;
  /** How many things are damaged. */
  problems: number;
}

export interface CaseList {
  cases: CaseRow[];
  /** What is wrong with the store as a whole. */
  problems: ProblemView[];
}

/** Every case: those that still need something first, by the date of it; what is over last. */
export async function listCases(deps: CaseDeps, say: Say): Promise<CaseList> {
  const rules = await deps.catalog.rules();
  const rows: CaseRow[] = [];
  for await (const read of deps.log.readAll()) rows.push(rowOf(await lookedAt(read, deps, rules), say));
  return { cases: rows.sort(byUrgency), problems: storeProblems(await damagedStore(deps), say) };
}

function rowOf(loaded: LoadedCase, say: Say): CaseRow {
  const { read, state, situation, world } = loaded;
  const status = world && statusOf(state, world);
  const next = status ? nextView(status.nextAction, loaded, say) : null;
  return {
    case: read.case,
    carrier: world?.brand.slug ?? situation?.line.carrier ?? null,
    carrierName: world?.brand.name[say.language] ?? null,
    productName: world?.product.name[say.language] ?? null,
    line: lineOf(loaded),
    stage: status?.stage ?? null,
    stageName: status ? say(`case.stage.${status.stage}`) : null,
    nextAction: next,
    daysLeft: next?.daysLeft ?? null,
    alarms: status?.alarms.length ?? 0,
    problems: read.problems.length + (situation ? 0 : 1),
  };
}

function byUrgency(a: CaseRow, b: CaseRow): number {
  return rankOf(a) - rankOf(b) || (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) || (a.case < b.case ? -1 : 1);
}

function rankOf({ stage, problems, alarms }: CaseRow): number {
  if (problems > 0) return 0;
  if (stage === 'closed' || stage === 'abandoned') return 3;
  return alarms > 0 ? 1 : 2;
}

/**
 * What a delete would remove, and, with `yes`, its removal: events, files and secrets, without a trace. `name` null: every
 * case. Throws `needs-yes` with what would go, `unknown-case`.
 */
export async function deleteCases(name: string | null, yes: boolean, deps: CaseDeps): Promise<{ deleted: string[] }> {
  const ids = name === null ? await deps.log.list() : [(await findOne(name, deps)).case];
  if (!yes) throw new SimoffError('needs-yes', { count: ids.length, cases: ids.slice(0, 20) });
  for (const id of ids) {
    await deps.secrets.deleteAll(id);
    await deps.blobs.deleteAll(id);
    await deps.log.delete(id);
  }
  return { deleted: ids };
}

async function findOne(name: string, deps: CaseDeps) {
  const { loadCase } = await import('./load.ts');
  return (await loadCase(name, deps)).read;
}
