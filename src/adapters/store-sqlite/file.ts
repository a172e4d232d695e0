import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database, Statement } from 'better-sqlite3';
import { SimoffError } from '../../domain/errors.ts';
import { connect, createFile } from './connect.ts';
import { damaged, isDamage, meaningOf } from './errors.ts';
import { removeFromBackups, removeTraces } from './forget.ts';
import { HEADER_BYTES, kindOf } from './header.ts';
import { readImage } from './raw.ts';
import { type Salvaged, salvage } from './salvage.ts';

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
    if (this.#opening === null && !this.#isThere()) return false;
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

  #isThere(): boolean {
    try {
      return statSync(this.path, { throwIfNoEntry: false }) !== undefined;
    } catch (error) {
      throw meaningOf(this.path, error);
    }
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
    if (kind === 'ours') this.#db = await connect(this.path, this.#migrations);
    if (this.#db) return;
    this.#damaged = true;
    if (this.salvaged().cases.size > 0) return;
    throw kind === 'foreign' ? new SimoffError('store-foreign', { file: this.path }) : damaged(this.path);
  }

  async #create(): Promise<void> {
    try {
      await createFile(this.path, this.#migrations);
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
