import { canonical, EMPTY_HEAD, hashOf, type Link, verifyRows } from '../../domain/case/chain.ts';
import { CASE_ID, isCaseEvent } from '../../domain/case/event-check.ts';
import { hasher, hashOfBytes } from '../../domain/case/hasher.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { CaseDeps } from './deps.ts';
import { EXPORT_FORMAT } from './export.ts';

export interface Imported {
  case: string;
  events: number;
  /** How many of them were new here. */
  added: number;
  /** What was already damaged where it came from. */
  problems: number;
}

interface Plan {
  /** The events of each case, in their places. */
  links: Map<string, Link[]>;
}

/**
 * Takes over what an export holds. `lines` is read twice: first everything is checked, then it is written, so that a file that
 * is not whole changes nothing. A case that is here already is continued where the file only goes further, and left alone where
 * it has nothing new. Throws `import-broken` with the line, `import-newer`, `case-diverged`.
 */
export async function importLines(
  lines: () => AsyncIterable<string> | Iterable<string>,
  deps: CaseDeps,
): Promise<{ cases: Imported[] }> {
  const plan = await checkedPlan(lines());
  const fresh = new Map<string, Link[]>();
  for (const [caseId, links] of plan.links) fresh.set(caseId, await newLinks(caseId, links, deps));
  const held = new Map<string, ReadonlySet<string>>();
  for await (const text of lines()) await keep(JSON.parse(text), plan, held, deps);
  const cases: Imported[] = [];
  for (const [caseId, links] of plan.links) {
    const added = fresh.get(caseId) ?? [];
    const before = links[links.length - added.length - 1];
    const head = before ? { seq: before.event.seq, hash: before.hash } : EMPTY_HEAD;
    if (added.length > 0) await deps.log.append(caseId, head, added);
    const rows = links.map(({ event, hash, json }) => ({ seq: event.seq, hash, json }));
    const { problems } = verifyRows(caseId, rows, null);
    cases.push({ case: caseId, events: links.length, added: added.length, problems: problems.length });
  }
  return { cases };
}

/** Reads the whole file once and gives the events of each case. */
async function checkedPlan(lines: AsyncIterable<string> | Iterable<string>): Promise<Plan> {
  const plan: Plan = { links: new Map() };
  const sum = hasher();
  let number = 0;
  let ended = false;
  for await (const text of lines) {
    number += 1;
    const broken = (): SimoffError => new SimoffError('import-broken', { line: number });
    if (ended) throw broken();
    const value = parsed(text);
    if (!value) throw broken();
    if (number === 1) checkHead(value);
    else if ('end' in value) {
      ended = true;
      sum.update(JSON.stringify(value.end));
      if (value.sha256 !== sum.hex()) throw broken();
    } else if (!take(value, plan)) throw broken();
    if (!ended) sum.update(`${text}\n`);
  }
  if (!ended) throw new SimoffError('import-broken', { line: number + 1 });
  return plan;
}

function checkHead({ simoff, format }: Record<string, unknown>): void {
  if (simoff !== 'export') throw new SimoffError('import-broken', { line: 1 });
  if (format !== EXPORT_FORMAT) {
    throw new SimoffError('import-newer', { found: typeof format === 'number' ? format : 0, known: EXPORT_FORMAT });
  }
}

/** Whether a line is what it claims to be; its event, if it is one, goes into the plan. */
function take(value: Record<string, unknown>, { links }: Plan): boolean {
  if (typeof value.case === 'string') {
    if (!CASE_ID.test(value.case) || links.has(value.case)) return false;
    links.set(value.case, []);
    return true;
  }
  if ('event' in value) {
    const { event, hash } = value;
    if (!isCaseEvent(event)) return false;
    const own = links.get(event.case);
    const json = canonical(event);
    if (!own || hash !== hashOf(json) || event.seq <= (own.at(-1)?.event.seq ?? 0)) return false;
    own.push({ event, json, hash: hashOf(json) });
    return true;
  }
  const file = fileOf(value);
  if (file) return links.has(file.case) && hashOfBytes(file.bytes) === file.sha256;
  const secret = secretOf(value);
  return secret !== null && links.has(secret.case);
}

/** `held`: the secrets of each case that can be opened here. They stay as they are: a file from outside must not replace them. */
async function keep(
  value: Record<string, unknown>,
  plan: Plan,
  held: Map<string, ReadonlySet<string>>,
  deps: CaseDeps,
): Promise<void> {
  const file = 'file' in value ? fileOf(value) : null;
  if (file && plan.links.has(file.case)) await deps.blobs.put(file.case, file.bytes);
  const secret = 'secret' in value ? secretOf(value) : null;
  if (!secret) return;
  const own = held.get(secret.case) ?? new Set((await deps.secrets.all(secret.case)).keys());
  held.set(secret.case, own);
  if (own.has(secret.reference)) return;
  await deps.secrets.restore(secret.case, secret.reference, { value: secret.value, salt: secret.salt });
}

/** What of a case is not here yet. Throws `case-diverged` where both went on differently. */
async function newLinks(caseId: string, links: readonly Link[], { log }: CaseDeps): Promise<Link[]> {
  const here = await log.read(caseId);
  if (!here) return [...links];
  const own = new Map(here.events.map((event) => [event.seq, hashOf(canonical(event))]));
  const differs = links.some(
    ({ event, hash }) => event.seq <= here.head.seq && own.has(event.seq) && own.get(event.seq) !== hash,
  );
  const further = links.filter(({ event }) => event.seq > here.head.seq);
  const joins = further.length === 0 || further[0]?.event.prev === here.head.hash;
  if (differs || !joins) throw new SimoffError('case-diverged', { case: caseId });
  return further;
}

function fileOf(value: Record<string, unknown>): { case: string; sha256: string; bytes: Uint8Array } | null {
  const file = value.file as Record<string, unknown> | undefined;
  if (!file || typeof file.case !== 'string' || typeof file.sha256 !== 'string' || typeof file.data !== 'string')
    return null;
  try {
    return {
      case: file.case,
      sha256: file.sha256,
      bytes: Uint8Array.from(atob(file.data), (letter) => letter.charCodeAt(0)),
    };
  } catch {
    return null;
  }
}

function secretOf(
  value: Record<string, unknown>,
): { case: string; reference: string; value: string; salt: string } | null {
  const secret = value.secret as Record<string, unknown> | undefined;
  if (!secret) return null;
  const { case: caseId, reference, value: text, salt } = secret;
  if (typeof caseId !== 'string' || typeof reference !== 'string' || !/^[\w-]{1,80}$/.test(reference)) return null;
  if (typeof text !== 'string' || typeof salt !== 'string') return null;
  return { case: caseId, reference, value: text, salt };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
