import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { SimoffError } from '../../domain/errors.ts';

/** Makes a folder, and those above it, that only its owner may enter. One that is there stays as it is. */
export function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
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
