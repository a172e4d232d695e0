import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { SimoffError } from '../../domain/errors.ts';

/** A draft older than this belongs to a process that was killed. */
const DRAFT_MS = 60_000;

/**
 * Makes a folder, and those above it, that only its owner may enter. One that is there stays as it is. One by one: Node's own
 * recursive way never ends where the system refuses and says "not found", as it does below /proc.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  for (const folder of missing) {
    try {
      mkdirSync(folder, { mode: 0o700 });
    } catch (error) {
      // Another process may have made it meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Writes a new file that only its owner may read; it survives a loss of power. Throws where there is one already. */
export function writeSynced(path: string, content: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a file's content survive a loss of power. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the names in a folder survive a loss of power. Windows knows no such thing and needs none. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** The name of a draft of `path`, for `publish`. */
export function draftOf(path: string): string {
  return `${path}.new-${randomBytes(6).toString('hex')}`;
}

/**
 * Gives a whole, synced draft its name, so that a kill leaves either nothing under that name or all of it. Where somebody was faster,
 * what they made stays. Clears away what killed processes left.
 */
export function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  const folder = dirname(path);
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(`${basename(path)}.new-`))) {
    const left = join(folder, name);
    const made = statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > DRAFT_MS) rmSync(left, { force: true });
  }
  syncFolder(folder);
}

/** `store-unavailable` with the system's code as its reason (`EACCES`, `SQLITE_BUSY`); our own errors pass through. */
export function unavailable(file: string, error: unknown): SimoffError {
  if (error instanceof SimoffError) return error;
  const reason = (error as { code?: unknown }).code;
  return new SimoffError(
    'store-unavailable',
    { file, reason: typeof reason === 'string' ? reason : 'unknown' },
    { cause: error },
  );
}
