import { parse } from 'tldts';
import type { Host } from './look-alike.ts';

/**
 * A host cut by the public suffix list, private suffixes (shared hosting) included; null: it is none. `unicode` is made by
 * `decode`, since the domain has no decoder of its own for `xn--` labels.
 */
export function hostOf(given: string, decode: (host: string) => string): Host | null {
  const host = given.trim().toLowerCase().replace(/\.$/, '');
  const { domain, domainWithoutSuffix, hostname } = parse(host, { allowPrivateDomains: true, validateHostname: false });
  if (!hostname || !/^[\p{L}\p{N}.-]+$/u.test(hostname)) return null;
  return {
    host: hostname,
    unicode: decode(hostname),
    registrable: domain ?? hostname,
    label: domainWithoutSuffix ?? hostname,
  };
}
