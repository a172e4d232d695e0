/** RFC 5321 4.5.3.1: octets of a local part, of a domain, and of a whole address without its brackets. */
const LOCAL_MOST = 64;
const DOMAIN_MOST = 253;
const WHOLE_MOST = 254;
/** RFC 5322 3.2.3, dot-atom. Quoted local parts are legal and nobody's. */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
/** Letters, digits, hyphens, at least two labels. Names in other scripts are written as `xn--…`. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * The address in `text` (spaces around it apart) with its domain in lower case; null where it is not exactly one address.
 * Only ASCII is taken, so that no look-alike letter passes for another and no line break gets into a header.
 */
export function mailAddress(text: string): string | null {
  const given = text.trim();
  const at = given.lastIndexOf('@');
  if (at < 1 || given.length > WHOLE_MOST) return null;
  const local = given.slice(0, at);
  const domain = given.slice(at + 1).toLowerCase();
  if (local.length > LOCAL_MOST || domain.length > DOMAIN_MOST) return null;
  return LOCAL.test(local) && DOMAIN.test(domain) ? `${local}@${domain}` : null;
}

/** The domain of an address that `mailAddress` gave. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** Domains do not tell upper from lower case, and no mail provider in use does before the `@`. */
export function isSameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
