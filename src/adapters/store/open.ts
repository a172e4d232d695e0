import type { Blobs } from '../../ports/blobs.ts';
import type { CaseLog } from '../../ports/case-log.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { ageCipher } from '../secrets-age/cipher.ts';

/** The ports of one store. */
export interface Store {
  log: CaseLog;
  blobs: Blobs;
  secrets: Secrets;
  /** What kind it is, where it is (never with a password), and whether it is damaged as a whole and so only read. */
  describe(): Promise<{ kind: 'sqlite' | 'postgres'; where: string; damaged: boolean }>;
  close(): Promise<void>;
}

/**
 * The store of a data folder: one SQLite file in it, or with `databaseUrl` (`postgres://…`) a Postgres database; the key that opens files
 * and secrets is in the folder either way. Nothing is made or connected to before the first use.
 */
export async function openStore(where: { dataDir: string; databaseUrl?: string | undefined }): Promise<Store> {
  const cipher = ageCipher(where.dataDir);
  if (where.databaseUrl) {
    const { postgresStore } = await import('../store-postgres/store.ts');
    const { where: place, damaged, ...ports } = postgresStore(where.databaseUrl, cipher);
    return { ...ports, describe: async () => ({ kind: 'postgres', where: place, damaged: await damaged() }) };
  }
  const { sqliteStore } = await import('../store-sqlite/store.ts');
  const { where: place, damaged, ...ports } = sqliteStore(where.dataDir, cipher);
  return { ...ports, describe: async () => ({ kind: 'sqlite', where: place, damaged: await damaged() }) };
}
