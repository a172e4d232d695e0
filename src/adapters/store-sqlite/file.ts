import { randomBytes } from 'node:crypto';
import { closeSync, linkSync, openSync, readdirSync, readSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database, Statement } from 'better-sqlite3';
import { SimoffError } from '../../domain/errors.ts';
import { makeFolder, syncFile, syncFolder } from '../store/files.ts';
import { damaged, isDamage, meaningOf } from './errors.ts';
import { removeFromBackups, removeTraces } from './forget.ts';
import { HEADER_BYTES, kindOf } from './header.ts';
import { apply, migrate, versionOf } from './migrate.ts';
import { readImage } from './raw.ts';
import { type Salvaged, salvage } from './salvage.ts';
import { APPLICATION_ID, PAGE_BYTES } from './schema.ts';

const BUSY_MS = 15_000;
/** A draft older than this belongs to a process that was killed. */
const DRAFT_MS = 60_000;

/** The file of a store: opened at first use, made at first writing, and still read where SQLite cannot. */
export class StoreFile {
  readonly path: string;
  readonly #migrations: readonly string[];
  #opening: Promise<void> | null = null;
  #db: Database | null = null;
  #damaged = false;
  #checked = false;
  #statements = new Map<string, Statement>();
  #traces = new Set<string>();
  #scrubbing: Promise<void> | null = null;
  #salvaged: { stamp: string; found: Salvaged } | null = null;

  constructor(path: string, migrations: readonly string[]) {
    this.path = path;
    this.#migrations = migrations;
  }

  /** False where there is no file yet. Throws `store-newer`, `store-foreign`, `store-unavailable`. */
  async opened(): Promise<boolean> {
    if (this.#opening === null && !statSync(this.path, { throwIfNoEntry: false })) return false;
    await this.#open();
    return true;
  }

  /** True where something was found wrong with the file as a whole: from then on it is only read. */
  get damaged(): boolean {
    return this.#damaged;
  }

  /** What `work` reads; undefined where SQLite cannot read it for damage. */
  read<T>(work: (db: Database) => T): T | undefined {
    if (!this.#db) return undefined;
    try {
      return work(this.#db);
    } catch (error) {
      if (!isDamage(error)) throw meaningOf(this.path, error);
      this.#damaged = true;
      return undefined;
    }
  }

  /**
   * Runs `work` in a transaction that excludes other writers. Before the first one the file is checked: writing into a damaged file
   * can destroy what is whole in it. Throws `store-damaged`, `store-unavailable`.
   */
  async write<T>(work: (db: Database) => T): Promise<T> {
    if (!(await this.opened())) await this.#create();
    const db = this.#db;
    if (!db) throw damaged(this.path);
    try {
      if (!this.#checked) this.#check(db);
      if (this.#damaged) throw damaged(this.path);
      return db.transaction(work).immediate(db);
    } catch (error) {
      if (isDamage(error)) this.#damaged = true;
      throw meaningOf(this.path, error);
    }
  }

  /** A statement, prepared once. */
  statement(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (!this.#db) throw damaged(this.path);
    const made = this.#db.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }

  /** Says that what SQLite reads does not fit together. */
  distrust(): void {
    this.#damaged = true;
  }

  /** Everything that can be found in the raw bytes. */
  salvaged(): Salvaged {
    const stamp = [this.path, `${this.path}-wal`].map(stampOf).join(' ');
    if (this.#salvaged?.stamp !== stamp) {
      this.#salvaged = { stamp, found: salvage(readImage(this.path)) };
    }
    return this.#salvaged.found;
  }

  /** Removes every trace of a deleted case; what is asked for at the same time is done in one go. */
  scrub(caseId: string): Promise<void> {
    this.#traces.add(caseId);
    this.#scrubbing ??= Promise.resolve().then(async () => {
      this.#scrubbing = null;
      const caseIds = [...this.#traces];
      this.#traces.clear();
      try {
        if (this.#db) removeTraces(this.#db, this.path, caseIds);
        await removeFromBackups(dirname(this.path), caseIds);
      } catch (error) {
        throw meaningOf(this.path, error);
      }
    });
    return this.#scrubbing;
  }

  close(): void {
    this.#statements.clear();
    this.#db?.close();
    this.#db = null;
    this.#opening = null;
  }

  async #open(): Promise<void> {
    this.#opening ??= this.#openOnce();
    try {
      await this.#opening;
    } catch (error) {
      this.#opening = null;
      throw meaningOf(this.path, error);
    }
  }

  async #openOnce(): Promise<void> {
    const kind = kindOf(headerOf(this.path));
    if (kind === 'ours') this.#db = await this.#connect();
    if (this.#db) return;
    this.#damaged = true;
    if (this.salvaged().cases.size > 0) return;
    throw kind === 'foreign' ? new SimoffError('store-foreign', { file: this.path }) : damaged(this.path);
  }

  /** null: the file is damaged so that SQLite should not be let near it. */
  async #connect(): Promise<Database | null> {
    const { default: Sqlite } = await import('better-sqlite3');
    let db: Database | null = null;
    try {
      db = new Sqlite(this.path, { timeout: BUSY_MS, fileMustExist: true });
      prepareConnection(db);
      const emptyDb = (): Database => new Sqlite(':memory:');
      if (!isConsistent(db, this.path, emptyDb, this.#migrations)) throw damaged(this.path);
      migrate(db, this.path, this.#migrations);
      return db;
    } catch (error) {
      db?.close();
      if (isDamage(error) || (error instanceof SimoffError && error.code === 'store-damaged')) return null;
      throw error;
    }
  }

  /** Makes the file whole under another name and then gives it its own, so that nobody ever sees half of one. */
  async #create(): Promise<void> {
    const { default: Sqlite } = await import('better-sqlite3');
    const folder = dirname(this.path);
    const draft = `${this.path}.new-${randomBytes(6).toString('hex')}`;
    try {
      makeFolder(folder);
      closeSync(openSync(draft, 'wx', 0o600));
      const db = new Sqlite(draft);
      db.pragma(`page_size = ${PAGE_BYTES}`);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.transaction(() => apply(db, 0, this.#migrations)).immediate();
      db.pragma('journal_mode = WAL');
      db.close();
      syncFile(draft);
      try {
        linkSync(draft, this.path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      } finally {
        unlinkSync(draft);
      }
      removeDrafts(folder, basename(this.path));
      syncFolder(folder);
    } catch (error) {
      throw meaningOf(this.path, error);
    }
    await this.#open();
  }

  #check(db: Database): void {
    this.#checked = true;
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') this.#damaged = true;
  }
}

function prepareConnection(db: Database): void {
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

function headerOf(path: string): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    return header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat ? `${stat.size}@${stat.mtimeNs}` : '-';
}

function removeDrafts(folder: string, name: string): void {
  for (const entry of readdirSync(folder)) {
    if (!entry.startsWith(`${name}.new-`)) continue;
    const draft = join(folder, entry);
    const made = statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > DRAFT_MS) rmSync(draft, { force: true });
  }
}
