import { chained, type Head } from '../../domain/case/chain.ts';
import type { CaseEvent, NewEvent } from '../../domain/case/events.ts';
import { foldCase } from '../../domain/case/fold.ts';
import { refusalOf } from '../../domain/case/orders.ts';
import { secretRefsIn } from '../../domain/case/sealed.ts';
import type { CaseState, Refusal } from '../../domain/case/types.ts';
import { echo, SimoffError } from '../../domain/errors.ts';
import { formatDay, parseDay } from '../../domain/time/civil.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { dayAt } from '../../domain/time/zoned.ts';
import type { CaseDeps } from './deps.ts';
import { type LoadedCase, loadCase, lookedAt } from './load.ts';

/** How often an append is tried again because somebody else wrote meanwhile. */
const TRIES = 50;

/** When something happened: the instant in UTC, and its calendar date in the line's zone. */
export interface Moment {
  at: string;
  on: string;
}

/**
 * The moment a person names: an instant with its zone, or a bare calendar date of the line's zone (kept as noon there, near
 * enough); null: now. Throws `bad-instant`.
 */
export function momentOf(given: string | null, zone: string, deps: Pick<CaseDeps, 'now' | 'today'>): Moment {
  if (given === null) {
    const at = new Date(deps.now).toISOString();
    return { at, on: deps.today ?? formatDay(dayAt(Date.parse(at), zone)) };
  }
  const text = given.trim();
  if (parseDay(text) !== null) return { at: new Date(`${text}T17:00:00Z`).toISOString(), on: text };
  const at = parseInstant(text);
  if (at === null) throw new SimoffError('bad-instant', { given: echo(given) });
  return { at: new Date(at).toISOString(), on: formatDay(dayAt(at, zone)) };
}

/** Throws `case-refused` where the event cannot come now. */
export function refuse(refusal: Refusal | null): void {
  if (refusal) throw new SimoffError('case-refused', { ...refusal.facts, reason: refusal.code });
}

/**
 * Writes what `make` gives for the case as it stands, each event checked against those before it. Where somebody else wrote
 * meanwhile, the case is read and checked anew. Throws `unknown-case`, `case-refused`, and what `make` throws; nothing is
 * written then.
 */
export async function writeEvents(
  name: string,
  make: (loaded: LoadedCase) => readonly NewEvent[],
  deps: CaseDeps,
): Promise<{ loaded: LoadedCase; written: CaseEvent[] }> {
  for (let tried = 1; ; tried += 1) {
    const loaded = await loadCase(name, deps);
    const events = make(loaded);
    const links = checkedLinks(loaded.read.case, loaded.read.head, loaded.state, events, deps.now);
    try {
      await deps.log.append(loaded.read.case, loaded.read.head, links);
    } catch (error) {
      if (tried < TRIES && error instanceof SimoffError && error.code === 'case-changed') continue;
      throw error;
    }
    const written = links.map((link) => link.event);
    const head = { seq: links.at(-1)?.event.seq ?? 0, hash: links.at(-1)?.hash ?? null };
    const read = {
      ...loaded.read,
      events: [...loaded.read.events, ...written],
      head: links.length > 0 ? head : loaded.read.head,
    };
    return { loaded: await lookedAt(read, deps, await deps.catalog.rules()), written };
  }
}

function checkedLinks(caseId: string, head: Head, state: CaseState, events: readonly NewEvent[], now: string) {
  const links = chained(caseId, head, events, new Date(now).toISOString());
  let so = state;
  for (const { event } of links) {
    refuse(refusalOf(so, event));
    so = foldCase(caseId, [...so.events, event]);
  }
  return links;
}

/** The secrets a case already knows, to find them in what is typed later. Those that cannot be opened are passed over. */
export async function knownSecrets({ state }: LoadedCase, { secrets }: CaseDeps): Promise<string[]> {
  const stored = state.last('situation-recorded')?.data.situation;
  const references = [stored?.account?.number, stored?.line.iccid].flatMap((field) => secretRefsIn(field));
  const opened = await Promise.all(references.map((reference) => secrets.get(state.case, reference).catch(() => null)));
  return opened.filter((value) => value !== null);
}
