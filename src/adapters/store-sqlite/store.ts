import { join } from 'node:path';
import type { Cipher } from '../secrets-age/cipher.ts';
import { sealedBlobs, sealedSecrets } from '../secrets-age/sealed.ts';
import { StoreFile } from './file.ts';
import { sqliteLog } from './log.ts';
import { sqliteRows } from './rows.ts';
import { MIGRATIONS } from './schema.ts';

export const STORE_FILE = 'simoff.db';

/** The store in one file of `dataDir`, which is made at the first writing. `migrations` is only given by tests. */
export function sqliteStore(dataDir: string, cipher: Cipher, migrations: readonly string[] = MIGRATIONS) {
  const file = new StoreFile(join(dataDir, STORE_FILE), migrations);
  return {
    log: sqliteLog(file),
    blobs: sealedBlobs(sqliteRows(file, 'blobs'), cipher),
    secrets: sealedSecrets(sqliteRows(file, 'secrets'), cipher),
    where: file.path,
    /** True where the file as a whole is damaged, as far as it was looked at. */
    damaged: async (): Promise<boolean> => (await file.opened()) && file.damaged,
    close: async (): Promise<void> => file.close(),
  };
}
