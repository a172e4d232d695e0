import { SimoffError } from '../../domain/errors.ts';
import { ensureIdentity, readIdentity } from './identity.ts';

/** Encrypts what is kept beside the log. `decrypt` rejects whatever was not encrypted for this cipher or has changed since. */
export interface Cipher {
  encrypt(bytes: Uint8Array): Promise<Uint8Array>;
  decrypt(bytes: Uint8Array): Promise<Uint8Array>;
  /** Whether there is a key already. Throws `key-damaged`, `store-unavailable`. */
  hasKey(): Promise<boolean>;
  /** The error that says where the key should be. */
  missing(): SimoffError;
}

/**
 * Encrypts to the age X25519 identity in `dataDir`. The first `encrypt` makes the identity; `decrypt` never does, since a new key
 * opens nothing. Throws `key-damaged` where the key file is no whole key, `store-unavailable` where it cannot be read or made.
 */
export function ageCipher(dataDir: string): Cipher {
  let identity: Promise<string> | null = null;
  const known = async (find: () => Promise<string>): Promise<string> => {
    identity ??= find();
    try {
      return await identity;
    } catch (error) {
      identity = null;
      throw error;
    }
  };
  return {
    hasKey: async () => identity !== null || (await readIdentity(dataDir)) !== null,
    missing: () => keyMissing(dataDir),
    async encrypt(bytes) {
      const { Encrypter, identityToRecipient } = await import('age-encryption');
      const encrypter = new Encrypter();
      encrypter.addRecipient(await identityToRecipient(await known(() => ensureIdentity(dataDir))));
      return encrypter.encrypt(bytes);
    },
    async decrypt(bytes) {
      const { Decrypter } = await import('age-encryption');
      const decrypter = new Decrypter();
      decrypter.addIdentity(await known(() => existing(dataDir)));
      return decrypter.decrypt(bytes);
    },
  };
}

async function existing(dataDir: string): Promise<string> {
  const identity = await readIdentity(dataDir);
  if (identity === null) throw keyMissing(dataDir);
  return identity;
}

function keyMissing(dataDir: string): SimoffError {
  return new SimoffError('key-missing', { file: dataDir });
}
