import type { Blobs } from './blobs.ts';
import type { CaseLog } from './case-log.ts';
import type { Secrets } from './secrets.ts';

/** Where the cases of a person or an organisation are kept. Nothing is opened before the first call. */
export interface Store {
  log: CaseLog;
  blobs: Blobs;
  secrets: Secrets;
  /** The file or the database (without its password), for people. */
  where: string;
  close(): Promise<void>;
}
