import { SimoffError } from '../../domain/errors.ts';
import { unavailable } from '../store/files.ts';

/** What SQLite answers where the bytes of the file make no sense; a garbled length looks like a value that is too large. */
const DAMAGE = /^SQLITE_(CORRUPT|NOTADB|FORMAT|TOOBIG|MISMATCH|SCHEMA)/;

export function isDamage(error: unknown): boolean {
  return DAMAGE.test(codeOf(error));
}

/** What an error of SQLite or of the system means to a person; whatever is our own fault passes through. */
export function meaningOf(file: string, error: unknown): unknown {
  if (error instanceof SimoffError) return error;
  if (isDamage(error)) return damaged(file, error);
  const code = codeOf(error);
  if (code === 'SQLITE_ERROR' || code.startsWith('SQLITE_CONSTRAINT') || code === '') return error;
  return unavailable(file, error);
}

export function damaged(file: string, cause?: unknown): SimoffError {
  return new SimoffError('store-damaged', { file }, { cause });
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
