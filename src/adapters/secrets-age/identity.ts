import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { SimoffError } from '../../domain/errors.ts';
import { makeFolder, syncFolder, unavailable, writeSynced } from '../store/files.ts';

export const IDENTITY_FILE = 'identity.age-key';
/** A draft older than this belongs to a process that was killed. */
const DRAFT_MS = 60_000;

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
  publish(dataDir, text);
  const published = await readIdentity(dataDir);
  if (published === null) throw new SimoffError('key-missing', { file: dataDir });
  return published;
}

function publish(dataDir: string, text: string): void {
  const file = join(dataDir, IDENTITY_FILE);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    makeFolder(dataDir);
    writeSynced(draft, text);
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
    removeDrafts(dataDir);
    syncFolder(dataDir);
  } catch (error) {
    throw unavailable(file, error);
  }
}

function removeDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (!name.startsWith(`${IDENTITY_FILE}.`)) continue;
    const draft = join(dataDir, name);
    const made = statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > DRAFT_MS) unlinkSync(draft);
  }
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
