import { OPTION_KINDS } from '../../domain/decide/types.ts';
import { echo, SimoffError } from '../../domain/errors.ts';
import { formatDay } from '../../domain/time/civil.ts';
import type { Say } from '../../locale/say.ts';
import { type DecideView, decideSituation, type OptionView } from '../decide.ts';
import type { CaseDeps } from './deps.ts';
import { type LoadedCase, loadCase } from './load.ts';
import type { Wrote } from './record.ts';
import { momentOf, writeEvents } from './write.ts';

/** The decision for a case as its situation stands today. Throws `unknown-case`, `case-unreadable`. */
export async function decideCase(
  name: string,
  deps: CaseDeps,
  say: Say,
): Promise<{ loaded: LoadedCase; view: DecideView }> {
  const loaded = await loadCase(name, deps);
  return { loaded, view: await viewOfCase(loaded, deps, say) };
}

/**
 * Chooses an option: `cancel`, `port-out:numberbarn`; `port-out` alone takes the best target. Throws `option-unknown` with
 * those there are, `option-not-feasible` with the reason, `case-refused`.
 */
export async function chooseOption(
  name: string,
  choice: string,
  at: string | null,
  deps: CaseDeps,
  say: Say,
): Promise<Wrote & { view: DecideView; option: OptionView }> {
  const { loaded, view } = await decideCase(name, deps, say);
  const option = optionOf(choice, view);
  if (!option.feasible) {
    throw new SimoffError('option-not-feasible', { option: nameOf(option), why: option.why });
  }
  const { kind, target, actOn, lastDayToAct, endsOn, cost } = option;
  const moment = momentOf(at, loaded.zone, deps);
  const data = {
    kind,
    target,
    actOn,
    lastDayToAct,
    endsOn,
    minUsd: cost?.minUsd ?? null,
    maxUsd: cost?.maxUsd ?? null,
  };
  const wrote = await writeEvents(loaded.read.case, () => [{ type: 'option-chosen', ...moment, data }], deps);
  return { ...wrote, view, option };
}

async function viewOfCase(loaded: LoadedCase, deps: CaseDeps, say: Say): Promise<DecideView> {
  const { situation, today, read } = loaded;
  if (!situation) throw new SimoffError('case-unreadable', { case: read.case });
  return decideSituation(situation, { catalog: deps.catalog, today: formatDay(today) }, say);
}

function optionOf(choice: string, view: DecideView): OptionView {
  const [kind = '', target] = choice.trim().toLowerCase().split(/:(.*)/s);
  const ofKind = view.options.filter((option) => option.kind === kind);
  const found = target
    ? ofKind.find((option) => option.target === target.trim())
    : (ofKind.find((option) => option.feasible) ?? ofKind[0]);
  if (found) return found;
  const known = OPTION_KINDS.some((own) => own === kind) ? ofKind.map(nameOf) : [...OPTION_KINDS];
  throw new SimoffError('option-unknown', { given: echo(choice), options: known });
}

function nameOf({ kind, target }: OptionView): string {
  return target === null ? kind : `${kind}:${target}`;
}
