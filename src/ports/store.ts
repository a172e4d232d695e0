import type { Blobs } from './blobs.ts';
import type { CaseLog } from './case-log.ts';
import type { Secrets } from './secrets.ts';

/** Where the cases of a person or an organisation are kept. Nothing is made or opened before the first use. */
export interface Store {
  log: CaseLog;
  blobs: Blobs;
  secrets: Secrets;
  /** What kind it is, where it is (never with a password), and whether it is damaged as a whole and so only read. */
  describe(): Promise<{ kind: 'sqlite' | 'postgres' | 'memory'; where: string; damaged: boolean }>;
  close(): Promise<void>;
}
