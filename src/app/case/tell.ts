import type { StoredSituation } from '../../domain/case/events.ts';
import { unsealed } from '../../domain/case/sealed.ts';
import type { Situation } from '../../domain/case/situation.ts';
import { echo, SimoffError } from '../../domain/errors.ts';
import type { Say } from '../../locale/say.ts';
import { findCarrier, resolveProduct } from '../carrier.ts';
import { checkedSituation } from '../decide.ts';
import type { CaseDeps } from './deps.ts';
import { loadCase } from './load.ts';
import type { Wrote } from './record.ts';
import { sealSituation } from './seal.ts';
import { knownSecrets, momentOf, writeEvents } from './write.ts';

/** Names that would reach behind the object they are put into. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/**
 * Tells more about the line, or something else than before: `set` maps dotted fields of a situation (`line.balanceUsd`) to
 * text; `null` takes a field back. What is not named stays as it was, secrets included.
 * Throws `situation-field`, `unknown-product`, `unknown-case`, `case-refused` for another carrier.
 */
export async function tellMore(
  name: string,
  set: Readonly<Record<string, string>>,
  at: string | null,
  deps: CaseDeps,
  say: Say,
): Promise<Wrote> {
  const loaded = await loadCase(name, deps);
  const before = loaded.state.last('situation-recorded')?.data.situation ?? null;
  const told = structuredClone(before ? unsealed<Situation>(before) : {}) as Record<string, unknown>;
  for (const [path, text] of Object.entries(set)) put(told, path.split('.'), valueOfText(text));
  return replace(name, told, before, at, deps, say);
}

/** Replaces the whole situation by `input` (parsed JSON); masked values that stand unchanged keep their secret. */
export async function tellAnew(
  name: string,
  input: unknown,
  at: string | null,
  deps: CaseDeps,
  say: Say,
): Promise<Wrote> {
  const loaded = await loadCase(name, deps);
  return replace(name, input, loaded.state.last('situation-recorded')?.data.situation ?? null, at, deps, say);
}

async function replace(
  name: string,
  input: unknown,
  before: StoredSituation | null,
  at: string | null,
  deps: CaseDeps,
  say: Say,
): Promise<Wrote> {
  const situation = await named(checkedSituation(input, say), deps);
  const loaded = await loadCase(name, deps);
  const carrier = loaded.situation?.line.carrier;
  // A case is one line: another carrier is another case.
  if (carrier && situation.line.carrier !== carrier) {
    throw new SimoffError('case-refused', { reason: 'other-carrier', carrier });
  }
  const sealed = await sealSituation(
    loaded.read.case,
    situation,
    before,
    await knownSecrets(loaded, deps),
    deps.secrets,
  );
  const stored = JSON.parse(JSON.stringify(sealed)) as StoredSituation;
  const moment = momentOf(at, loaded.zone, deps);
  return writeEvents(
    loaded.read.case,
    () => [{ type: 'situation-recorded', ...moment, data: { situation: stored } }],
    deps,
  );
}

/** With carrier and product under their catalog names, as a case keeps them; a brand that has left the catalog stays as it is. */
async function named(situation: Situation, { catalog }: CaseDeps): Promise<Situation> {
  const slug = findCarrier(situation.line.carrier, await catalog.index())?.slug;
  if (slug === undefined) return situation;
  const { product } = situation.line;
  const brand = product ? await catalog.brand(slug) : null;
  const id = brand && product ? resolveProduct(brand, product).id : product;
  return { ...situation, line: { ...situation.line, carrier: slug, product: id } };
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  if (FORBIDDEN.includes(key))
    throw new SimoffError('event-field', { field: echo(key), problem: 'unknown-field', expected: 'line.balanceUsd' });
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const inner = target[key];
  const group = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
  target[key] = group;
  put(group as Record<string, unknown>, rest, value);
}

/** `true`, `12`, `null`, `["bank"]` mean what they mean in JSON, where the field takes such; everything else is text. */
function valueOfText(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (!/^(true|false|null|\[.*\]|\{.*\}|\d{1,4})$/s.test(trimmed)) return text;
  try {
    return JSON.parse(trimmed);
  } catch {
    return text;
  }
}
