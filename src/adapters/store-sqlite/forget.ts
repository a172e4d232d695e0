import { closeSync, openSync, readdirSync, readSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { StoreFile } from './file.ts';
import { BACKUPS } from './migrate.ts';

const READ_BYTES = 8 * 1024 * 1024;
const DELETES = [
  'DELETE FROM events WHERE case_id = ?',
  'DELETE FROM blobs WHERE case_id = ?',
  'DELETE FROM secrets WHERE case_id = ?',
  'DELETE FROM cases WHERE id = ?',
];

/** Deletes the rows of a case and what the file and the exports before migrations still hold of it. True where there was one. */
export async function forget(file: StoreFile, caseId: string): Promise<boolean> {
  if (!(await file.opened())) return false;
  const there = await file.write((db) => deleteRows(db, caseId));
  await file.scrub(caseId);
  return there;
}

/**
 * Removes what rows that were moved or deleted leave behind: overwriting deleted rows is not enough, since a page that was split keeps
 * copies in its free part. So the bytes are looked at, and the file is written anew where they still hold one of the ids.
 */
export function removeTraces(db: Database, path: string, caseIds: readonly string[]): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  if (!holdsAny(path, caseIds)) return;
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** The same in the exports made before migrations; one that cannot be changed any more is removed. */
export async function removeFromBackups(dataDir: string, caseIds: readonly string[]): Promise<void> {
  const folder = join(dataDir, BACKUPS);
  if (!statSync(folder, { throwIfNoEntry: false })) return;
  const { default: Sqlite } = await import('better-sqlite3');
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.db'))) {
    const path = join(folder, name);
    if (!holdsAny(path, caseIds)) continue;
    const db = new Sqlite(path);
    try {
      db.pragma('secure_delete = ON');
      db.transaction(() => caseIds.forEach((id) => void deleteRows(db, id)))();
      db.exec('VACUUM');
      db.close();
    } catch {
      db.close();
      unlinkSync(path);
    }
  }
}

function deleteRows(db: Database, caseId: string): boolean {
  const changes = DELETES.map((sql) => db.prepare(sql).run(caseId).changes);
  return (changes.at(-1) ?? 0) > 0;
}

/** Whether the raw bytes of a file hold one of the texts. */
function holdsAny(path: string, texts: readonly string[]): boolean {
  const wanted = texts.map((text) => Buffer.from(text));
  const overlap = Math.max(0, ...wanted.map(({ length }) => length - 1));
  const buffer = Buffer.alloc(READ_BYTES + overlap);
  const file = openSync(path, 'r');
  try {
    let kept = 0;
    for (;;) {
      const read = readSync(file, buffer, kept, READ_BYTES, null);
      if (read === 0) return false;
      const filled = buffer.subarray(0, kept + read);
      if (wanted.some((bytes) => filled.includes(bytes))) return true;
      kept = Math.min(overlap, filled.length);
      filled.copyWithin(0, filled.length - kept);
    }
  } finally {
    closeSync(file);
  }
}
