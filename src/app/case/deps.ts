import type { IsoDate } from '../../domain/time/civil.ts';
import type { Blobs } from '../../ports/blobs.ts';
import type { CaseLog } from '../../ports/case-log.ts';
import type { CatalogSource } from '../../ports/catalog.ts';
import type { Secrets } from '../../ports/secrets.ts';
import type { Store } from '../../ports/store.ts';

/** What the use cases of a case work with. */
export interface CaseDeps {
  log: CaseLog;
  blobs: Blobs;
  secrets: Secrets;
  /** Says whether the store is damaged as a whole; absent: nobody knows. */
  describe?: Store['describe'];
  catalog: CatalogSource;
  /** Letters bear a typed signature; absent: room to sign by hand. */
  signed?: boolean;
  /** The current instant, ISO 8601. */
  now: string;
  /** The calendar date to reckon with; null: the one `now` shows in the line's billing zone. */
  today: IsoDate | null;
}

/** Where the store is, if it is damaged as a whole (known once something was read); null: it is whole. */
export async function damagedStore({ describe }: CaseDeps): Promise<string | null> {
  const told = await describe?.();
  return told?.damaged ? told.where : null;
}

const LETTERS = '23456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 8;

/** A name for a new case: eight letters and digits that cannot be mixed up, some 39 bits of chance. */
export function newCaseId(): string {
  let id = '';
  while (id.length < LENGTH) {
    // The bytes from 240 on would make the first letters likelier than the others.
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH * 2))) {
      if (byte < 240 && id.length < LENGTH) id += LETTERS[byte % LETTERS.length];
    }
  }
  return id;
}
