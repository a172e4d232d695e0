import type { SecretRef } from '../../domain/case/events.ts';
import { secretRefsIn } from '../../domain/case/sealed.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { CaseDeps } from './deps.ts';
import type { LoadedCase } from './load.ts';

/**
 * Opens every secret of a case that is on this machine, for the person it belongs to. Gives a function for `viewCase`;
 * what was deleted, damaged or never brought here stays masked.
 */
export async function revealer({ read }: LoadedCase, { secrets }: CaseDeps): Promise<(ref: SecretRef) => string> {
  const opened = new Map<string, string>();
  for (const reference of read.events.flatMap((event) => secretRefsIn(event.data))) {
    const value = await secrets.get(read.case, reference).catch(damaged);
    if (value !== null) opened.set(reference.secret, value);
  }
  return (reference) => opened.get(reference.secret) ?? reference.masked;
}

function damaged(error: unknown): null {
  if (error instanceof SimoffError) return null;
  throw error;
}
