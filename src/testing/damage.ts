import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ageCipher } from '../adapters/secrets-age/cipher.ts';
import { IDENTITY_FILE } from '../adapters/secrets-age/identity.ts';
import { STORE_FILE, sqliteStore } from '../adapters/store-sqlite/store.ts';
import { canonical, EMPTY_HEAD } from '../domain/case/chain.ts';
import type { SecretRef } from '../domain/case/events.ts';
import { SimoffError } from '../domain/errors.ts';
import type { ReadCase } from '../ports/case-log.ts';
import { headOf, notes } from './case-links.ts';

/** A store whose content is known by heart, so that after any damage it can be said what is gone. */
export interface KnownStore {
  folder: string;
  bytes: Buffer;
  events: Map<string, string[]>;
  files: { case: string; name: string }[];
  values: { case: string; ref: SecretRef; value: string }[];
}

const CASES = 110;

/** Fills a store with cases of one to nine events, a few of them larger than a page, and with files and secrets; then closes it. */
export async function knownStore(folder: string): Promise<KnownStore> {
  const store = sqliteStore(folder, ageCipher(folder));
  const known: KnownStore = { folder, bytes: Buffer.alloc(0), events: new Map(), files: [], values: [] };
  for (let at = 0; at < CASES; at += 1) {
    const id = `case-${((at * 7919) % 1000).toString(36)}-${at}`;
    const texts = Array.from(
      { length: 1 + (at % 9) },
      (_, turn) => `note ${turn} 备注 ${'x'.repeat((at * 37 + turn) % 400)}`,
    );
    if (at % 20 === 5) texts.push(`${'长'.repeat(9_000)}${at}`);
    const first = notes(id, EMPTY_HEAD, texts.slice(0, 1));
    const rest = notes(id, headOf(first), texts.slice(1));
    await store.log.append(id, EMPTY_HEAD, first);
    if (rest.length > 0) await store.log.append(id, headOf(first), rest);
    known.events.set(
      id,
      [...first, ...rest].map(({ json }) => json),
    );
    if (at % 12 === 0)
      known.values.push({ case: id, value: `v${at}`, ref: await store.secrets.put(id, `v${at}`, '**') });
    if (at % 15 === 0) {
      const bytes = new TextEncoder().encode(`file ${at} `.repeat(at * 40 + 1));
      known.files.push({ case: id, name: await store.blobs.put(id, bytes) });
    }
  }
  await store.close();
  known.bytes = readFileSync(join(folder, STORE_FILE));
  return known;
}

export interface Outcome {
  /** Nothing at all could be read, and why. */
  refused: string | null;
  cases: ReadCase[];
  files: Set<string>;
  values: Set<string>;
  /** What appending a new case came to. */
  appended: string;
  after: ReadCase[];
}

/** Puts `bytes` where the file of `known` was, in a folder of its own, and reads all of it; then appends and reads again. */
export async function reopen(known: KnownStore, bytes: Uint8Array, folder: string): Promise<Outcome> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  copyFileSync(join(known.folder, IDENTITY_FILE), join(folder, IDENTITY_FILE));
  writeFileSync(join(folder, STORE_FILE), bytes);
  const store = sqliteStore(folder, ageCipher(folder));
  const outcome: Outcome = { refused: null, cases: [], files: new Set(), values: new Set(), appended: 'ok', after: [] };
  try {
    const ids = await store.log.list();
    outcome.cases = await Array.fromAsync(store.log.readAll());
    if (ids.join() !== outcome.cases.map((read) => read.case).join()) throw new Error('list and readAll differ');
    for (const { case: id, name } of known.files) {
      if (await store.blobs.get(id, name).catch(expected)) outcome.files.add(name);
    }
    for (const { case: id, ref, value } of known.values) {
      if ((await store.secrets.get(id, ref).catch(expected)) === value) outcome.values.add(ref.secret);
    }
    outcome.appended = await store.log.append('one-more', EMPTY_HEAD, notes('one-more', EMPTY_HEAD, ['n'])).then(
      () => 'ok',
      (error: unknown) => codeOf(error),
    );
    outcome.after = outcome.appended === 'ok' ? await Array.fromAsync(store.log.readAll()) : outcome.cases;
  } catch (error) {
    outcome.refused = codeOf(error);
  } finally {
    await store.close();
  }
  return outcome;
}

/** What is gone or not genuine, in words for a failing test; and how many events, files and secrets are lost. */
export function judge(known: KnownStore, read: readonly ReadCase[]): { wrong: string[]; lost: string[] } {
  const wrong: string[] = [];
  const lost: string[] = [];
  const byId = new Map(read.map((each) => [each.case, each]));
  for (const id of byId.keys()) if (!known.events.has(id) && id !== 'one-more') wrong.push(`no such case: ${id}`);
  for (const [id, jsons] of known.events) {
    const found = byId.get(id);
    if (!found) {
      wrong.push(`case lost: ${id}`);
      continue;
    }
    const texts = found.events.map(canonical);
    for (const text of texts) if (!jsons.includes(text)) wrong.push(`not genuine: ${text.slice(0, 80)}`);
    const missing = jsons.filter((json) => !texts.includes(json));
    lost.push(...missing);
    if (missing.length > 0 && found.problems.length === 0) wrong.push(`lost without a word: ${id}`);
  }
  return { wrong, lost };
}

function expected(error: unknown): null {
  codeOf(error);
  return null;
}

function codeOf(error: unknown): string {
  if (!(error instanceof SimoffError)) throw error;
  return error.code;
}
