import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from '../../testing/store-contract.ts';
import { ageCipher } from '../secrets-age/cipher.ts';
import { sqliteStore } from './store.ts';

storeContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'simoff-test-'));
  return {
    open: async () => sqliteStore(folder, ageCipher(folder)),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
});
