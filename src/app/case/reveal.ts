import type { SecretRef } from '../../domain/case/events.ts';
import { secretRefsIn } from '../../domain/case/sealed.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { CaseDeps } from './deps.ts';
import type { LoadedCase } from './load.ts';

/**
 * Opens every secret of a case that is on this machine, for the person it belongs to. Gives a function for `viewCase`;
 * what was deleted, damaged or never brought here stays masked. `tell` hears of the first trouble that was in the way.
 */
export async function revealer(
  { read }: LoadedCase,
  { secrets }: CaseDeps,
  tell: (trouble: SimoffError) => void = () => undefined,
): Promise<(ref: SecretRef) => string> {
  const opened = new Map<string, string>();
  let told = false;
  const damaged = (error: unknown): null => {
    if (!(error instanceof SimoffError)) throw error;
    if (!told) tell(error);
    told = true;
    return null;
  };
  for (const reference of read.events.flatMap((event) => secretRefsIn(event.data))) {
    const value = await secrets.get(read.case, reference).catch(damaged);
    if (value !== null) opened.set(reference.secret, value);
  }
  return (reference) => opened.get(reference.secret) ?? reference.masked;
}
