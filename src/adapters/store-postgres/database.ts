import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { SimoffError } from '../../domain/errors.ts';

/** Any number, as long as no other program takes the same for its advisory locks. */
const MIGRATION_LOCK = 0x53494d4f;
const CONNECTIONS = 8;
const CONNECT_MS = 15_000;
/** `data_corrupted` and `index_corrupted` (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const DAMAGE = ['XX001', 'XX002'];
/** SQLSTATE classes that say the server cannot be used: connection, authorisation, catalog name, resources, intervention, system. */
const TROUBLE = /^(08|28|3D|53|57|58)/;

/** A Postgres database: connected to and migrated at first use. */
export class PostgresDatabase {
  /** Host, port and database, without who connects. */
  readonly where: string;
  readonly #url: string;
  readonly #migrations: readonly string[];
  #opening: Promise<Pool> | null = null;

  constructor(url: string, migrations: readonly string[]) {
    this.#url = url;
    this.#migrations = migrations;
    this.where = placeOf(url);
  }

  /** The rows one statement gives. Throws `store-unavailable`, `store-damaged`, `store-newer`. */
  async rows<T extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    const pool = await this.#pool();
    try {
      return (await pool.query<T>(sql, values)).rows;
    } catch (error) {
      throw this.#meaningOf(error);
    }
  }

  /** Runs `work` in one transaction. Throws the same. */
  async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const pool = await this.#pool();
    try {
      return await inTransaction(pool, work);
    } catch (error) {
      throw this.#meaningOf(error);
    }
  }

  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = null;
    const pool = await opening?.catch(() => null);
    await pool?.end();
  }

  async #pool(): Promise<Pool> {
    this.#opening ??= this.#open();
    try {
      return await this.#opening;
    } catch (error) {
      this.#opening = null;
      throw this.#meaningOf(error);
    }
  }

  async #open(): Promise<Pool> {
    const { default: pg } = await import('pg');
    const pool = new pg.Pool({
      connectionString: this.#url,
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      application_name: 'simoff',
      // A server may be set up to confirm a commit before it is on disk.
      options: '-c synchronous_commit=on',
      allowExitOnIdle: true,
    });
    // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
    pool.on('error', () => undefined);
    try {
      await inTransaction(pool, (client) => this.#migrate(client));
    } catch (error) {
      await pool.end();
      throw error;
    }
    return pool;
  }

  async #migrate(client: PoolClient): Promise<void> {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query('CREATE SCHEMA IF NOT EXISTS simoff');
    await client.query('CREATE TABLE IF NOT EXISTS simoff.migrations (version integer PRIMARY KEY)');
    const { rows } = await client.query('SELECT coalesce(max(version), 0) AS version FROM simoff.migrations');
    const found = rows[0]?.version as number;
    const known = this.#migrations.length;
    if (found > known) throw new SimoffError('store-newer', { file: this.where, found, known });
    for (const [index, script] of this.#migrations.entries()) {
      if (index < found) continue;
      await client.query(script);
      await client.query('INSERT INTO simoff.migrations (version) VALUES ($1)', [index + 1]);
    }
  }

  #meaningOf(error: unknown): unknown {
    if (error instanceof SimoffError) return error;
    const given = (error as { code?: unknown } | null)?.code;
    const code = typeof given === 'string' ? given : '';
    if (DAMAGE.includes(code)) return new SimoffError('store-damaged', { file: this.where });
    const isSqlState = /^[0-9A-Z]{5}$/.test(code);
    if (isSqlState && !TROUBLE.test(code)) return error;
    // The cause can hold the address with the password in it, so it is not passed on.
    return new SimoffError('store-unavailable', { file: this.where, reason: code || 'connection' });
  }
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((trouble: Error) => {
      broken = trouble;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}
