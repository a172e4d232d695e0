import { closeSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { SimoffError } from '../../domain/errors.ts';
import { makeFolder, syncFile, syncFolder } from '../store/files.ts';

export const BACKUPS = 'backups';

/**
 * Brings an open file to the newest version, after exporting the whole of it as it was. All or nothing; of two processes that do it
 * at once, the second finds it done. Throws `store-newer`.
 */
export function migrate(db: Database, file: string, migrations: readonly string[]): void {
  const found = versionOf(db);
  if (found === migrations.length) return;
  refuseNewer(found, file, migrations);
  exportWhole(db, file, found);
  const run = db.transaction(() => {
    const from = versionOf(db);
    refuseNewer(from, file, migrations);
    apply(db, from, migrations);
  });
  run.immediate();
}

/** Runs what is missing from version `from` on. The version stands twice, so that a damaged one is not taken for a newer file. */
export function apply(db: Database, from: number, migrations: readonly string[]): void {
  for (const script of migrations.slice(from)) db.exec(script);
  db.prepare('UPDATE format SET version = ?').run(migrations.length);
  db.pragma(`user_version = ${migrations.length}`);
}

export function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

function refuseNewer(found: number, file: string, migrations: readonly string[]): void {
  const known = migrations.length;
  if (found > known) throw new SimoffError('store-newer', { file, found, known });
}

function exportWhole(db: Database, file: string, version: number): void {
  const folder = join(dirname(file), BACKUPS);
  makeFolder(folder);
  const at = new Date().toISOString().replaceAll(':', '-');
  const copy = join(folder, `simoff-v${version}-${at}-${process.pid}.db`);
  // SQLite writes into an empty file that is there, and so keeps its permissions.
  closeSync(openSync(copy, 'wx', 0o600));
  db.prepare('VACUUM INTO ?').run(copy);
  syncFile(copy);
  syncFolder(folder);
}
