import type { SealedRows } from '../secrets-age/sealed.ts';
import type { PostgresDatabase } from './database.ts';

/** Ciphertext in a table of the database. */
export function postgresRows(database: PostgresDatabase, table: 'blobs' | 'secrets'): SealedRows {
  const where = `FROM simoff.${table} WHERE case_id = $1`;
  const any = 'SELECT EXISTS (SELECT 1 FROM simoff.blobs) OR EXISTS (SELECT 1 FROM simoff.secrets) AS any';
  return {
    any: async () => (await database.rows<{ any: boolean }>(any, []))[0]?.any === true,
    has: async (caseId, name) => (await database.rows(`SELECT 1 ${where} AND name = $2`, [caseId, name])).length > 0,
    async get(caseId, name) {
      const rows = await database.rows<{ ciphertext: Buffer }>(`SELECT ciphertext ${where} AND name = $2`, [
        caseId,
        name,
      ]);
      return rows[0]?.ciphertext ?? null;
    },
    async put(caseId, name, ciphertext) {
      const sql = `INSERT INTO simoff.${table} (case_id, name, ciphertext) VALUES ($1, $2, $3)
        ON CONFLICT (case_id, name) DO UPDATE SET ciphertext = excluded.ciphertext`;
      await database.rows(sql, [caseId, name, Buffer.from(ciphertext)]);
    },
    async names(caseId) {
      const rows = await database.rows<{ name: string }>(`SELECT name ${where} ORDER BY name`, [caseId]);
      return rows.map(({ name }) => name);
    },
    async deleteAll(caseId) {
      await database.rows(`DELETE ${where}`, [caseId]);
    },
  };
}
