import { SimoffError } from '../../domain/errors.ts';
import { unavailable } from '../store/files.ts';

/** What SQLite answers where the bytes of the file make no sense; a garbled length looks like a value that is too large. */
const DAMAGE = /^SQLITE_(CORRUPT|NOTADB|FORMAT|TOOBIG|MISMATCH|SCHEMA)/;

/** What the system or SQLite answers where the file cannot be reached, is in use for too long, or the disk is full. */
const TROUBLE = /^(E[A-Z0-9]+|SQLITE_(BUSY|LOCKED|CANTOPEN|PERM|READONLY|IOERR|FULL|NOMEM|PROTOCOL|NOLFS|AUTH).*)$/;

export function isDamage(error: unknown): boolean {
  return DAMAGE.test(codeOf(error));
}

/** What an error of SQLite or of the system means to a person; whatever is our own fault passes through. */
export function meaningOf(file: string, error: unknown): unknown {
  if (error instanceof SimoffError) return error;
  if (isDamage(error)) return damaged(file, error);
  return TROUBLE.test(codeOf(error)) ? unavailable(file, error) : error;
}

export function damaged(file: string, cause?: unknown): SimoffError {
  return new SimoffError('store-damaged', { file }, { cause });
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
