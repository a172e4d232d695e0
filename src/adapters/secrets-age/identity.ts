import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SimoffError } from '../../domain/errors.ts';
import { draftOf, makeFolder, publish, unavailable, writeSynced } from '../store/files.ts';

export const IDENTITY_FILE = 'identity.age-key';

/** The age identity (`AGE-SECRET-KEY-1…`) of a data folder; null where there is none yet. Throws `key-damaged`, `store-unavailable`. */
export async function readIdentity(dataDir: string): Promise<string | null> {
  const file = join(dataDir, IDENTITY_FILE);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unavailable(file, error);
  }
  return parse(text, file);
}

/**
 * The identity of a data folder, made where there is none. It is written whole to a draft and then linked to its name, so that a
 * kill leaves either no key or a whole one, and of two processes starting at once the second takes the key of the first.
 */
export async function ensureIdentity(dataDir: string): Promise<string> {
  const there = await readIdentity(dataDir);
  if (there !== null) return there;
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  const text = `# public key: ${await identityToRecipient(identity)}\n${identity}\n`;
  const file = join(dataDir, IDENTITY_FILE);
  try {
    makeFolder(dataDir);
    const draft = draftOf(file);
    writeSynced(draft, text);
    publish(draft, file);
  } catch (error) {
    throw unavailable(file, error);
  }
  const published = await readIdentity(dataDir);
  if (published === null) throw new SimoffError('key-missing', { file: dataDir });
  return published;
}

/** The public key in the first line proves that the secret one is whole. */
async function parse(text: string, file: string): Promise<string> {
  const damaged = (cause?: unknown): SimoffError => new SimoffError('key-damaged', { file }, { cause });
  const match = /^# public key: (age1\S+)\n(AGE-SECRET-KEY-1\S+)\n$/.exec(text);
  if (!match) throw damaged();
  const [, recipient, identity] = match as unknown as [string, string, string];
  const { identityToRecipient } = await import('age-encryption');
  const derived = await identityToRecipient(identity).catch((cause: unknown) => {
    throw damaged(cause);
  });
  if (derived !== recipient) throw damaged();
  return identity;
}
