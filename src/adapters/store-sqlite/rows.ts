import type { SealedRows } from '../secrets-age/sealed.ts';
import type { StoreFile } from './file.ts';

/** Ciphertext in a table of the file; what SQLite cannot find or read is looked for in the raw bytes. */
export function sqliteRows(file: StoreFile, table: 'blobs' | 'secrets'): SealedRows {
  const ANY = 'SELECT EXISTS (SELECT 1 FROM blobs) OR EXISTS (SELECT 1 FROM secrets)';
  const HAS = `SELECT 1 FROM ${table} WHERE case_id = ? AND name = ?`;
  const GET = `SELECT ciphertext FROM ${table} WHERE case_id = ? AND name = ?`;
  const NAMES = `SELECT name FROM ${table} WHERE case_id = ?`;
  const unindexed = (sql: string): string => sql.replace(`FROM ${table}`, `FROM ${table} NOT INDEXED`);
  const isOurs = (name: string): boolean => (table === 'blobs') === /^[0-9a-f]{64}$/.test(name);
  const salvaged = (caseId: string): Map<string, () => Uint8Array | null> =>
    file.salvaged().sealed.get(caseId) ?? new Map();

  return {
    async any() {
      if (!(await file.opened())) return false;
      const found = file.read(() => file.statement(ANY).pluck().get());
      return found === undefined ? file.salvaged().sealed.size > 0 : found === 1;
    },
    async has(caseId, name) {
      if (!(await file.opened())) return false;
      const found = file.read(
        () => file.statement(HAS).get(caseId, name) ?? file.statement(unindexed(HAS)).get(caseId, name),
      );
      return found !== undefined;
    },
    async get(caseId, name) {
      if (!(await file.opened())) return null;
      const row = file.read(
        () => file.statement(GET).get(caseId, name) ?? file.statement(unindexed(GET)).get(caseId, name) ?? null,
      ) as { ciphertext: unknown } | null | undefined;
      if (row === null && !file.damaged) return null;
      if (row?.ciphertext instanceof Uint8Array) return row.ciphertext;
      return salvaged(caseId).get(name)?.() ?? null;
    },
    async put(caseId, name, ciphertext) {
      await file.write(() =>
        file
          .statement(
            `INSERT INTO ${table} (case_id, name, ciphertext) VALUES (?, ?, ?)
             ON CONFLICT (case_id, name) DO UPDATE SET ciphertext = excluded.ciphertext`,
          )
          .run(caseId, name, ciphertext),
      );
    },
    async names(caseId) {
      if (!(await file.opened())) return [];
      const names = file.read(() =>
        [NAMES, unindexed(NAMES)].flatMap((sql) => file.statement(sql).pluck().all(caseId)),
      );
      const more = names && !file.damaged ? [] : [...salvaged(caseId).keys()].filter(isOurs);
      return [...new Set([...((names ?? []) as string[]), ...more])].sort();
    },
    async deleteAll(caseId) {
      if (!(await file.opened())) return;
      const { changes } = await file.write(() => file.statement(`DELETE FROM ${table} WHERE case_id = ?`).run(caseId));
      if (changes > 0) await file.scrub(caseId);
    },
  };
}
