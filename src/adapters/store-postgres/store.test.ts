import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMPTY_HEAD } from '../../domain/case/chain.ts';
import { headOf, notes } from '../../testing/case-links.ts';
import { contend } from '../../testing/kill-rounds.ts';
import { type Server, startPostgres } from '../../testing/postgres.ts';
import { storeContract } from '../../testing/store-contract.ts';
import { ageCipher } from '../secrets-age/cipher.ts';
import { MIGRATIONS } from './schema.ts';
import { postgresStore } from './store.ts';

let server: Server;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simoff-test-'));
  server = await startPostgres();
}, 120_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** A store in a new database, and its address. */
async function database(): Promise<string> {
  const client = new pg.Client(server.url);
  await client.connect();
  const name = `t${Math.random().toString(36).slice(2)}`;
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return server.url.replace(/postgres$/, name);
}

storeContract('Postgres', async () => {
  const url = await database();
  return { open: async () => postgresStore(url, ageCipher(folder)), remove: async () => undefined };
});

describe('a Postgres store', { timeout: 60_000 }, () => {
  test('is set up once by many that start at the same moment', async () => {
    const url = await database();
    const stores = Array.from({ length: 5 }, () => postgresStore(url, ageCipher(folder)));
    const lists = await Promise.all(stores.map(({ log }) => log.list()));
    expect(lists).toEqual([[], [], [], [], []]);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('brings an older database up and refuses a newer one', async () => {
    const url = await database();
    const old = postgresStore(url, ageCipher(folder));
    const links = notes('a', EMPTY_HEAD, ['x']);
    await old.log.append('a', EMPTY_HEAD, links);
    const newer = postgresStore(url, ageCipher(folder), [...MIGRATIONS, 'ALTER TABLE simoff.cases ADD label text']);
    await newer.log.append('a', headOf(links), notes('a', headOf(links), ['y']));
    expect((await newer.log.read('a'))?.events.length).toBe(2);
    const late = postgresStore(url, ageCipher(folder));
    await expect(late.log.list()).rejects.toMatchObject({ code: 'store-newer', facts: { found: 2, known: 1 } });
    await Promise.all([old, newer, late].map((store) => store.close()));
  });

  test('says what is damaged and reads the rest', async () => {
    const url = await database();
    const store = postgresStore(url, ageCipher(folder));
    const links = notes('a', EMPTY_HEAD, ['x', 'y', 'z']);
    await store.log.append('a', EMPTY_HEAD, links);
    const client = new pg.Client(url);
    await client.connect();
    await client.query(`UPDATE simoff.events SET json = replace(json, '"y"', '"Y"') WHERE seq = 2`);
    const damaged = await store.log.read('a');
    expect(damaged?.problems).toEqual([{ code: 'event-damaged', seq: 2 }]);
    expect(damaged?.events.map(({ seq }) => seq)).toEqual([1, 3]);
    await client.query('DELETE FROM simoff.events WHERE seq = 3');
    expect((await store.log.read('a'))?.problems).toContainEqual({ code: 'head-differs', seq: 3 });
    await client.end();
    await store.close();
  });

  test('loses no update of two processes that write to one case', async () => {
    const { events, conflicts, wrong } = await contend(folder, 60, await database());
    expect(wrong).toEqual([]);
    expect(events).toBe(120);
    expect(conflicts).toBeGreaterThan(0);
  });

  test('that cannot be reached says where, and never the password', async () => {
    for (const url of [
      'postgres://someone:hunter2secret@127.0.0.1:9/simoff',
      server.url.replace(server.password, 'hunter2secret'),
      'hunter2secret not an address',
    ]) {
      const store = postgresStore(url, ageCipher(folder));
      const error = await store.log.list().then(
        () => null,
        (thrown: unknown) => thrown as Error,
      );
      expect(error).toMatchObject({ code: 'store-unavailable' });
      expect(
        JSON.stringify([error, (error as { facts?: unknown })?.facts, error?.stack, String(error?.cause)]),
      ).not.toContain('hunter2secret');
      expect(store.where).not.toContain('hunter2secret');
      await store.close();
    }
  });

  test('survives a connection that is cut', async () => {
    const url = await database();
    const store = postgresStore(url, ageCipher(folder));
    await store.log.append('a', EMPTY_HEAD, notes('a', EMPTY_HEAD, ['x']));
    const client = new pg.Client(url);
    await client.connect();
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [
      'simoff',
    ]);
    await client.end();
    const retried = await store.log.list().catch(() => store.log.list());
    expect(retried).toEqual(['a']);
    await store.close();
  });
});
