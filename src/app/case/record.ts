import { eventData, recordableType } from '../../domain/case/event-fields.ts';
import {
  type CaseEvent,
  type EventField,
  type NewEvent,
  PURPOSES,
  RECORDABLE,
  type RecordableType,
} from '../../domain/case/events.ts';
import { refusalOf, undoRefusal } from '../../domain/case/orders.ts';
import { hidden, secretsIn } from '../../domain/case/secret-text.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { Secrets } from '../../ports/secrets.ts';
import type { CaseDeps } from './deps.ts';
import { type LoadedCase, loadCase } from './load.ts';
import { type GivenFile, keepFiles, sealData } from './seal.ts';
import { knownSecrets, momentOf, refuse, writeEvents } from './write.ts';

/** Fields in which a number stands for something a carrier gave: a ticket, a badge. */
const NUMBERED = ['reference', 'agentId'];
/** A few digits and nothing else where words belong: most likely a PIN or a code. */
const BARE_DIGITS = /^\s*\d{4,10}\s*$/;

export interface Given {
  /** Instant or calendar date; null: now. */
  at: string | null;
  /** Field → text, as typed. */
  set: Readonly<Record<string, string>>;
  files: readonly GivenFile[];
}

export interface Wrote {
  loaded: LoadedCase;
  written: CaseEvent[];
}

/**
 * Records one event by hand: checks the fields, then the order, then keeps files and secrets, then writes.
 * Throws `event-type`, `event-by-verb`, `event-field`, `bad-instant`, `case-refused`, `attachment-too-large`, `unknown-case`.
 */
export async function recordEvent(name: string, typeName: string, given: Given, deps: CaseDeps): Promise<Wrote> {
  return recordEvents(name, [{ ...given, event: typeName }], deps);
}

/** Records several events that belong together: all of them are written, or none. Throws as `recordEvent` does. */
export async function recordEvents(
  name: string,
  all: readonly (Given & { event: string })[],
  deps: CaseDeps,
): Promise<Wrote> {
  const loaded = await loadCase(name, deps);
  const plain = all.map((given) => plainEvent(given, loaded, deps));
  refuse(refusalOf(loaded.state, plain[0]?.event as NewEvent));
  const known = await knownSecrets(loaded, deps);
  const events: NewEvent[] = [];
  for (const { event, fields, files } of plain) {
    const caseId = loaded.read.case;
    const attachments = await keepFiles(caseId, files, known, deps);
    const sealed = await sealFields(caseId, event.type as RecordableType, fields, known, deps.secrets);
    const data = { ...event.data, ...sealed, ...(attachments.length > 0 ? { attachments } : {}) };
    events.push({ ...event, data } as NewEvent);
  }
  return writeEvents(loaded.read.case, () => events, deps);
}

/** The event as typed, its fields checked. */
function plainEvent(
  { event: typeName, at, set, files }: Given & { event: string },
  loaded: LoadedCase,
  deps: CaseDeps,
) {
  const type = recordableType(typeName);
  const fields = eventData(type, set);
  if (type === 'evidence-attached' && files.length === 0) {
    throw new SimoffError('event-field', { field: 'attach', problem: 'missing', expected: '--attach FILE' });
  }
  const data = { ...presumed(type, loaded), ...fields };
  return { event: { type, ...momentOf(at, loaded.zone, deps), data } as NewEvent, fields, files };
}

/**
 * What was written freely, with secrets kept encrypted. The name of a service is matched with what was told before, so it stays
 * text, with what looks secret in it hidden for good.
 */
async function sealFields(
  caseId: string,
  type: RecordableType,
  fields: Readonly<Record<string, unknown>>,
  known: readonly string[],
  secrets: Secrets,
): Promise<Record<string, unknown>> {
  const free: Record<string, unknown> = {};
  const alone: string[] = [];
  const said: Record<string, unknown> = {};
  for (const { name, kind } of RECORDABLE[type] as readonly EventField[]) {
    const value = fields[name];
    if (typeof value !== 'string') continue;
    if (kind === 'words') free[name] = value;
    if (kind === 'words' && !NUMBERED.includes(name) && BARE_DIGITS.test(value)) alone.push(value);
    if (kind === 'service') said[name] = hidden(value, secretsIn(value, known));
  }
  return { ...said, ...(await sealData<Record<string, unknown>>(caseId, free, [...known, ...alone], secrets)) };
}

/** What goes without saying: a request and its confirmation are about the option chosen, a balance is owed on a bill and left on credit. */
function presumed(type: RecordableType, { state, world }: LoadedCase): Record<string, unknown> {
  const chosen = state.last('option-chosen')?.data.kind;
  const purpose = PURPOSES.find((own) => own === chosen);
  if (type === 'request-sent' || type === 'confirmation-accepted') return purpose ? { purpose } : { purpose: 'cancel' };
  if (type === 'balance-recorded' && world) {
    return { side: world.product.service.billing === 'postpaid' ? 'owed' : 'credit' };
  }
  return {};
}

/**
 * Takes an earlier event back by one that says so. Throws `case-refused` where a later event depends on it, `event-field`
 * where `seq` is no whole number.
 */
export async function undoEvent(
  name: string,
  seq: string,
  given: Pick<Given, 'at' | 'set'>,
  deps: CaseDeps,
): Promise<Wrote> {
  const event = /^\d{1,9}$/.test(seq.trim()) ? Number(seq) : 0;
  if (event < 1) throw new SimoffError('event-field', { field: 'seq', problem: 'not-whole', expected: '3' });
  const loaded = await loadCase(name, deps);
  const moment = momentOf(given.at, loaded.zone, deps);
  const known = await knownSecrets(loaded, deps);
  const caseId = loaded.read.case;
  const note = given.set.note?.trim() ? { note: given.set.note } : {};
  const data = await sealData<{ event: number }>(caseId, { event, ...note }, known, deps.secrets);
  return writeEvents(
    caseId,
    ({ read }) => {
      refuse(undoRefusal(read.events, event));
      return [{ type: 'corrected', ...moment, data }];
    },
    deps,
  );
}
