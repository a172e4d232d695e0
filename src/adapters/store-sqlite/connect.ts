import { closeSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { SimoffError } from '../../domain/errors.ts';
import { draftOf, makeFolder, publish, syncFile } from '../store/files.ts';
import { damaged, isDamage } from './errors.ts';
import { apply, migrate, versionOf } from './migrate.ts';
import { APPLICATION_ID, PAGE_BYTES } from './schema.ts';

const BUSY_MS = 15_000;

/**
 * A connection to the file at `path`, brought to the newest version; null where the file is damaged so that SQLite should not be let
 * near it. Throws `store-newer`, and the errors of SQLite and of the system.
 */
export async function connect(path: string, migrations: readonly string[]): Promise<Database | null> {
  const { default: Sqlite } = await import('better-sqlite3');
  let db: Database | null = null;
  try {
    db = new Sqlite(path, { timeout: BUSY_MS, fileMustExist: true });
    prepareConnection(db);
    const emptyDb = (): Database => new Sqlite(':memory:');
    if (!isConsistent(db, path, emptyDb, migrations)) throw damaged(path);
    migrate(db, path, migrations);
    return db;
  } catch (error) {
    db?.close();
    if (isDamage(error) || (error instanceof SimoffError && error.code === 'store-damaged')) return null;
    throw error;
  }
}

/** Makes an empty store at `path`: whole under another name, then under its own, so that nobody ever sees half of one. */
export async function createFile(path: string, migrations: readonly string[]): Promise<void> {
  const { default: Sqlite } = await import('better-sqlite3');
  makeFolder(dirname(path));
  const draft = draftOf(path);
  closeSync(openSync(draft, 'wx', 0o600));
  const db = new Sqlite(draft);
  db.pragma(`page_size = ${PAGE_BYTES}`);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.transaction(() => apply(db, 0, migrations)).immediate();
  db.pragma('journal_mode = WAL');
  db.close();
  syncFile(draft);
  publish(draft, path);
}

/** The settings of every connection: a commit survives a loss of power, deleted bytes are overwritten. */
export function prepareConnection(db: Database): void {
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('secure_delete = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('synchronous = FULL');
  db.pragma('cache_size = -8000');
  db.pragma('journal_mode = WAL');
}

/** Whether header, version and schema say the same; a newer file is left to be refused. */
function isConsistent(db: Database, path: string, emptyDb: () => Database, migrations: readonly string[]): boolean {
  return db.transaction(() => {
    const version = versionOf(db);
    if (version < 1) return false;
    const newer = version > migrations.length;
    if (!newer && schemaOf(db) !== schemaAfter(emptyDb(), migrations.slice(0, version))) return false;
    if (writtenVersion(db) !== version) return false;
    const pages = db.pragma('page_count', { simple: true }) as number;
    return pages >= statSync(path).size / PAGE_BYTES || db.pragma('quick_check(1)', { simple: true }) === 'ok';
  })();
}

/** The version in the table; null where there is no such table. */
function writtenVersion(db: Database): number | null {
  if (!db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'format'").get()) return null;
  return (db.prepare('SELECT version FROM format').get() as { version: number } | undefined)?.version ?? null;
}

function schemaOf(db: Database): string {
  const rows = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();
  return JSON.stringify(rows);
}

function schemaAfter(memory: Database, migrations: readonly string[]): string {
  apply(memory, 0, migrations);
  const schema = schemaOf(memory);
  memory.close();
  return schema;
}
