import { Resolver } from 'node:dns/promises';
import { LIMITS } from '../../domain/limits.ts';
import type { Dns, TxtAnswer } from '../../ports/dns.ts';

const NONE = ['ENOTFOUND', 'ENODATA'];

/** Asks the name servers this machine uses. Only names in the look of a DNS name are asked for. */
export function liveDns(): Dns {
  const resolver = new Resolver({ timeout: LIMITS.dnsMs, tries: 2 });
  return {
    async txt(name: string): Promise<TxtAnswer> {
      if (!/^[\w.-]{1,253}$/.test(name)) return { kind: 'none' };
      try {
        const records = await resolver.resolveTxt(name);
        return { kind: 'found', records: records.map((pieces) => pieces.join('')) };
      } catch (error) {
        return { kind: NONE.includes((error as NodeJS.ErrnoException).code ?? '') ? 'none' : 'failed' };
      }
    },
  };
}
