import type { Cipher } from '../secrets-age/cipher.ts';
import { sealedBlobs, sealedSecrets } from '../secrets-age/sealed.ts';
import { PostgresDatabase } from './database.ts';
import { postgresLog } from './log.ts';
import { postgresRows } from './rows.ts';
import { MIGRATIONS } from './schema.ts';

/** The store in the schema `simoff` of a database (`postgres://…`). `migrations` is only given by tests. */
export function postgresStore(url: string, cipher: Cipher, migrations: readonly string[] = MIGRATIONS) {
  const database = new PostgresDatabase(url, migrations);
  return {
    log: postgresLog(database),
    blobs: sealedBlobs(postgresRows(database, 'blobs'), cipher),
    secrets: sealedSecrets(postgresRows(database, 'secrets'), cipher),
    where: database.where,
    /** A damaged database refuses the reading itself. */
    damaged: async (): Promise<boolean> => false,
    close: (): Promise<void> => database.close(),
  };
}
