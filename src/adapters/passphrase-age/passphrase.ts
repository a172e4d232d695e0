/** Locks an export with a passphrase: an age file (age-encryption.org/v1, scrypt), which the age command opens too. */
import { Decrypter, Encrypter } from 'age-encryption';
import { SimoffError } from '../../domain/errors.ts';

const MAGIC = 'age-encryption.org/v1';

/** Whether the bytes begin as an age file does. */
export function isLocked(start: Uint8Array): boolean {
  return new TextDecoder().decode(start.subarray(0, MAGIC.length)) === MAGIC;
}

/** The stream, encrypted; memory stays constant. */
export function locked(plain: ReadableStream<Uint8Array>, passphrase: string): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(plain);
}

/** The plain bytes. Throws `import-locked` where there is no passphrase, or a wrong one, or the file was altered. */
export async function unlocked(bytes: Uint8Array, passphrase: string | null): Promise<Uint8Array> {
  if (passphrase === null) throw new SimoffError('import-locked', { tried: false });
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(bytes);
  } catch (cause) {
    throw new SimoffError('import-locked', { tried: true }, { cause });
  }
}
