import type { Store } from '../../ports/store.ts';
import { ageCipher } from '../secrets-age/cipher.ts';

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
