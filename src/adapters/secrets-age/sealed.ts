import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { SimoffError } from '../../domain/errors.ts';
import type { Blobs } from '../../ports/blobs.ts';
import type { Secret, Secrets } from '../../ports/secrets.ts';
import type { Cipher } from './cipher.ts';
import { referenceTo, salted, secretHash } from './secret.ts';

/** Where a store keeps ciphertext: one row for each case and name. */
export interface SealedRows {
  /** Whether the store holds any ciphertext at all, of files or secrets. */
  any(): Promise<boolean>;
  has(caseId: string, name: string): Promise<boolean>;
  /** null: none of that name. */
  get(caseId: string, name: string): Promise<Uint8Array | null>;
  /** Replaces what is there. */
  put(caseId: string, name: string, ciphertext: Uint8Array): Promise<void>;
  names(caseId: string): Promise<string[]>;
  deleteAll(caseId: string): Promise<void>;
}

/** Files, encrypted one by one. */
export function sealedBlobs(rows: SealedRows, cipher: Cipher): Blobs {
  return {
    async put(caseId, bytes) {
      const name = bytesToHex(sha256(bytes));
      if (!(await rows.has(caseId, name))) await rows.put(caseId, name, await encrypted(bytes, rows, cipher));
      return name;
    },
    async get(caseId, name) {
      const ciphertext = await rows.get(caseId, name);
      if (!ciphertext) return null;
      const damaged = (cause?: unknown): SimoffError => new SimoffError('blob-damaged', { name }, { cause });
      const bytes = await cipher.decrypt(ciphertext).catch((cause: unknown) => {
        throw keyTrouble(cause) ?? damaged(cause);
      });
      if (bytesToHex(sha256(bytes)) !== name) throw damaged();
      return bytes;
    },
    list: (caseId) => rows.names(caseId),
    deleteAll: (caseId) => rows.deleteAll(caseId),
  };
}

/** Secrets, encrypted one by one together with their salts. `all` leaves out what does not decrypt, so that an export works. */
export function sealedSecrets(rows: SealedRows, cipher: Cipher): Secrets {
  const restore = async (caseId: string, reference: string, { value, salt }: Secret): Promise<void> =>
    rows.put(caseId, reference, await encrypted(utf8ToBytes(JSON.stringify({ value, salt })), rows, cipher));
  const open = async (ciphertext: Uint8Array): Promise<Secret> =>
    JSON.parse(new TextDecoder().decode(await cipher.decrypt(ciphertext))) as Secret;
  return {
    restore,
    async put(caseId, value, masked) {
      const secret = salted(value);
      const reference = referenceTo(secret, masked);
      await restore(caseId, reference.secret, secret);
      return reference;
    },
    async get(caseId, { secret: name, masked, hash }) {
      const ciphertext = await rows.get(caseId, name);
      if (!ciphertext) return null;
      const damaged = (cause?: unknown): SimoffError => new SimoffError('secret-damaged', { masked }, { cause });
      const secret = await open(ciphertext).catch((cause: unknown) => {
        throw keyTrouble(cause) ?? damaged(cause);
      });
      if (secretHash(secret) !== hash) throw damaged();
      return secret.value;
    },
    async all(caseId) {
      const found = new Map<string, Secret>();
      for (const name of await rows.names(caseId)) {
        const ciphertext = await rows.get(caseId, name);
        const secret = ciphertext && (await open(ciphertext).catch(onlyDamage));
        if (secret) found.set(name, secret);
      }
      return found;
    },
    deleteAll: (caseId) => rows.deleteAll(caseId),
  };
}

/**
 * A key is made with the first ciphertext of a store, never beside older ones: what the new key locked would be lost once the
 * old one is put back. Looked at in this order, so that a process that makes the first key meanwhile is not taken for that.
 */
async function encrypted(bytes: Uint8Array, rows: SealedRows, cipher: Cipher): Promise<Uint8Array> {
  if ((await rows.any()) && !(await cipher.hasKey())) throw cipher.missing();
  return cipher.encrypt(bytes);
}

/** A key that is missing or broken is another trouble than one value that is. */
function keyTrouble(error: unknown): SimoffError | null {
  return error instanceof SimoffError ? error : null;
}

function onlyDamage(error: unknown): null {
  const trouble = keyTrouble(error);
  if (trouble) throw trouble;
  return null;
}
