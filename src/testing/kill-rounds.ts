import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readIdentity } from '../adapters/secrets-age/identity.ts';
import { openStore } from '../adapters/store/open.ts';
import { canonical, hashOf } from '../domain/case/chain.ts';
import type { CaseEvent, SecretRef } from '../domain/case/events.ts';

const WRITER = join(import.meta.dirname, 'store-writer.ts');
/** Rounds on the same data; then a new folder, so that the making of file and key is interrupted too. */
const ROUNDS_IN_FOLDER = 8;

interface Acknowledged {
  case: string;
  seq: number;
  hash: string;
}

/**
 * Kills a writing process `rounds` times at a moment given by `random` (0 to 1) and looks each time at what is left. Gives how many events
 * were acknowledged before and every one of them that is missing, changed or without its file or secret; `wrong` has to be empty.
 */
export async function killRounds(
  folder: string,
  rounds: number,
  random: () => number,
  progress: (round: number) => void = () => undefined,
): Promise<{ acknowledged: number; unacknowledged: number; wrong: string[] }> {
  const result = { acknowledged: 0, unacknowledged: 0, wrong: [] as string[] };
  let told: Acknowledged[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const home = join(folder, String(Math.floor(round / ROUNDS_IN_FOLDER)));
    if (round % ROUNDS_IN_FOLDER === 0) told = [];
    mkdirSync(home, { recursive: true });
    const seen = new Set(told.map(placeOf));
    const more = await killedWriter(home, `w${round}`, round % ROUNDS_IN_FOLDER < 3, random);
    told.push(...more);
    result.acknowledged += more.length;
    const last = round % ROUNDS_IN_FOLDER === ROUNDS_IN_FOLDER - 1 || round === rounds - 1;
    const found = await lookAt(home, told, last ? new Set() : seen);
    result.unacknowledged += found.events - told.length;
    result.wrong.push(...found.wrong.map((each) => `round ${round}: ${each}`));
    told = found.told;
    if (last) rmSync(home, { recursive: true, force: true });
    progress(round + 1);
  }
  return result;
}

/** `early`: soon after it began, so that the making of file and key is interrupted; else in the middle of writing. */
async function killedWriter(home: string, name: string, early: boolean, random: () => number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [WRITER, home, 'crash', name], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  const said = (text: string): Promise<void> =>
    new Promise((resolve) => child.stdout.on('data', () => output.includes(text) && resolve()));
  child.stdout.on('data', (piece: Buffer) => {
    output += piece;
  });
  const [begun, acknowledged] = [said('begin'), said('{')];
  const ended = new Promise((resolve) => child.on('close', resolve));
  await (early ? begun.then(() => wait(random() * 80)) : acknowledged.then(() => wait(random() * 150)));
  child.kill('SIGKILL');
  await ended;
  const lines = output.split('\n').slice(0, -1);
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Acknowledged);
}

/** `seen`: events whose file and secret were opened in an earlier round; they are opened again in the last one of a folder. */
async function lookAt(
  home: string,
  told: readonly Acknowledged[],
  seen: ReadonlySet<string>,
): Promise<{ events: number; told: Acknowledged[]; wrong: string[] }> {
  const wrong: string[] = [];
  const identity = await readIdentity(home).catch(() => 'broken');
  if (identity === 'broken') wrong.push('the key is not whole');
  if (identity === null && told.length > 0) wrong.push('the key is gone');
  if (!existsSync(home)) return { events: 0, told: [], wrong };
  const store = await openStore({ dataDir: home });
  const events = new Map<string, CaseEvent>();
  for await (const read of store.log.readAll()) {
    for (const problem of read.problems) wrong.push(`${read.case}: ${problem.code} at ${problem.seq}`);
    for (const event of read.events) {
      events.set(placeOf(event), event);
      if (!seen.has(placeOf(event))) wrong.push(...(await withoutItsThings(store, event)));
    }
  }
  for (const one of told) {
    const event = events.get(placeOf(one));
    if (!event || hashOf(canonical(event)) !== one.hash) wrong.push(`acknowledged and lost: ${placeOf(one)}`);
  }
  if ((await store.describe()).damaged) wrong.push('the file is damaged');
  await store.close();
  return { events: events.size, told: [...events.values()].map(asTold), wrong };
}

function placeOf({ case: id, seq }: { case: string; seq: number }): string {
  return `${id}/${seq}`;
}

/** An event that was written is from then on expected, whether its writer lived to say so or not. */
function asTold(event: CaseEvent): Acknowledged {
  return { case: event.case, seq: event.seq, hash: hashOf(canonical(event)) };
}

async function withoutItsThings(store: Awaited<ReturnType<typeof openStore>>, event: CaseEvent): Promise<string[]> {
  const { note, attachments } = event.data as { note: SecretRef; attachments: { sha256: string }[] };
  const place = placeOf(event);
  const value = await store.secrets.get(event.case, note).catch(() => null);
  const file = await store.blobs.get(event.case, attachments[0]?.sha256 ?? '').catch(() => null);
  return [value === null ? `secret lost: ${place}` : '', file === null ? `file lost: ${place}` : ''].filter(Boolean);
}

/**
 * Lets two processes, started at the same moment, append `each` events to one case. Gives how often one of them had to try again, and what
 * is missing or there twice.
 */
export async function contend(
  folder: string,
  each: number,
  databaseUrl?: string,
): Promise<{ events: number; conflicts: number; wrong: string[] }> {
  const env = { ...process.env, DATABASE_URL: databaseUrl ?? '' };
  const writers = ['a', 'b'].map((name) => contender([WRITER, folder, 'contend', name, String(each)], env));
  await Promise.all(writers.map(({ ready }) => ready));
  for (const { start } of writers) start();
  const conflicts = (await Promise.all(writers.map(({ ended }) => ended))).reduce((sum, one) => sum + one, 0);
  const store = await openStore({ dataDir: folder, databaseUrl });
  const read = await store.log.read('contended');
  await store.close();
  const texts = read?.events.map(({ data }) => (data as { note: string }).note) ?? [];
  const expected = ['a', 'b'].flatMap((name) => Array.from({ length: each }, (_, turn) => `${name}/${turn}`));
  const there = new Set(texts);
  const missing = expected.filter((text) => !there.has(text)).map((text) => `lost: ${text}`);
  const twice = texts.length === there.size ? [] : ['an event is there twice'];
  const problems = read?.problems.map(({ code, seq }) => `${code} at ${seq}`) ?? ['no such case'];
  return { events: texts.length, conflicts, wrong: [...missing, ...twice, ...problems] };
}

/** `ended` gives how often it had to try again. */
function contender(
  args: string[],
  env: NodeJS.ProcessEnv,
): { ready: Promise<void>; start(): void; ended: Promise<number> } {
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  const ended = new Promise<number>((resolve, reject) => {
    child.on('close', (code) => {
      if (code === 0) resolve(output.split('\n').filter((line) => line === 'conflict').length);
      else reject(new Error(`writer ended with ${code}`));
    });
  });
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (piece: Buffer) => {
      output += piece;
      if (output.includes('ready')) resolve();
    });
  });
  return { ready: Promise.race([ready, ended.then(() => undefined)]), start: () => void child.stdin.end(), ended };
}
