import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { ageCipher } from '../src/adapters/secrets-age/cipher.ts';
import { postgresStore } from '../src/adapters/store-postgres/store.ts';
import { prepareConnection } from '../src/adapters/store-sqlite/connect.ts';
import { PAGE_BYTES } from '../src/adapters/store-sqlite/schema.ts';
import { sqliteStore } from '../src/adapters/store-sqlite/store.ts';
import { EMPTY_HEAD, type Link } from '../src/domain/case/chain.ts';
import type { CaseLog } from '../src/ports/case-log.ts';
import { headOf, notes } from '../src/testing/case-links.ts';
import { startPostgres } from '../src/testing/postgres.ts';

const CASES = 10_000;
const LONG_CASE = 5000;
/** Ours and raw take turns, so that both meet the same disk. */
const TURNS = 10;
const APPENDS_IN_TURN = 100;
const TABLE = `CREATE TABLE raw (
  place BIGINT PRIMARY KEY, case_id TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (case_id, seq)
)`;
const INSERT = 'INSERT INTO raw (place, case_id, seq, hash, json)';

/**
 * Appending one event at a time beside inserting the same row with plain SQL into a store with the same settings, each in a transaction of its
 * own; opening 10,000 cases, listing and reading them; reading and verifying one case of 5,000 events. Rates per second, times in milliseconds.
 */
export async function storeCost(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'simoff-bench-'));
  try {
    return { ...(await sqliteCost(folder)), ...(await postgresCost(folder)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sqliteCost(folder: string): Promise<Record<string, number>> {
  const store = sqliteStore(join(folder, 'many'), ageCipher(folder));
  const rawDb = new Sqlite(join(folder, 'raw.db'));
  rawDb.pragma(`page_size = ${PAGE_BYTES}`);
  prepareConnection(rawDb);
  rawDb.exec(TABLE.replace('BIGINT', 'INTEGER'));
  const insert = rawDb.prepare(`${INSERT} VALUES (?, ?, ?, ?, ?)`);
  const rates = await compare(store.log, async (place, caseId, { event, hash, json }) => {
    insert.run(place, caseId, event.seq, hash, json);
  });
  rawDb.close();

  const ids = Array.from({ length: CASES }, (_, at) => `bench-${((at * 7919) % CASES).toString(36)}`);
  const links = ids.map((id) => notes(id, EMPTY_HEAD, ['one line of a fleet']));
  const open = await timed(async () => {
    for (const [at, id] of ids.entries()) await store.log.append(id, EMPTY_HEAD, links[at] ?? []);
  });
  const list = await timed(() => store.log.list());
  const readAll = await timed(async () => {
    for await (const read of store.log.readAll()) if (read.problems.length > 0) throw new Error(read.case);
  });
  await store.log.append(
    'long',
    EMPTY_HEAD,
    notes(
      'long',
      EMPTY_HEAD,
      Array.from({ length: LONG_CASE }, (_, at) => `${at}`),
    ),
  );
  const long = await timed(() => store.log.read('long'));
  await store.close();
  return {
    sqliteAppendsPerSecond: rates.ours,
    sqliteRawInsertsPerSecond: rates.raw,
    sqliteAppendRatio: rates.ratio,
    sqliteOpen10000CasesMs: open,
    sqliteList10000CasesMs: list,
    sqliteReadAll10000CasesMs: readAll,
    sqliteRead5000EventsMs: long,
  };
}

/** In the database at DATABASE_URL, else in one started for it. */
async function postgresCost(folder: string): Promise<Record<string, number>> {
  const given = process.env.DATABASE_URL;
  const server = given ? null : await startPostgres();
  const url = given ?? server?.url ?? '';
  const store = postgresStore(url, ageCipher(folder));
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(`CREATE SCHEMA IF NOT EXISTS simoff_bench; SET search_path TO simoff_bench; ${TABLE}`);
    const rates = await compare(store.log, async (place, caseId, { event, hash, json }) => {
      await client.query(`${INSERT} VALUES ($1, $2, $3, $4, $5)`, [place, caseId, event.seq, hash, json]);
    });
    return {
      postgresAppendsPerSecond: rates.ours,
      postgresRawInsertsPerSecond: rates.raw,
      postgresAppendRatio: rates.ratio,
    };
  } finally {
    await store.log.delete('bench');
    await client.query('DROP SCHEMA IF EXISTS simoff_bench CASCADE');
    await client.end();
    await store.close();
    await server?.stop();
  }
}

async function compare(
  log: CaseLog,
  insert: (place: number, caseId: string, link: Link) => Promise<void>,
): Promise<{ ours: number; raw: number; ratio: number }> {
  const caseId = 'bench';
  const texts = Array.from({ length: TURNS * APPENDS_IN_TURN + 1 }, (_, at) => `note ${at} ${'x'.repeat(at % 300)}`);
  const [first, ...links] = notes(caseId, EMPTY_HEAD, texts) as [Link, ...Link[]];
  await log.append(caseId, EMPTY_HEAD, [first]);
  let head = headOf([first]);
  let [ours, raw] = [0, 0];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const some = links.slice(turn * APPENDS_IN_TURN, (turn + 1) * APPENDS_IN_TURN);
    ours += await timed(async () => {
      for (const link of some) {
        await log.append(caseId, head, [link]);
        head = headOf([link]);
      }
    });
    raw += await timed(async () => {
      for (const link of some) await insert(link.event.seq, caseId, link);
    });
  }
  const perSecond = (ms: number): number => Math.round(links.length / (ms / 1000));
  return { ours: perSecond(ours), raw: perSecond(raw), ratio: Math.round((raw / ours) * 1000) / 1000 };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round((performance.now() - started) * 10) / 10;
}
