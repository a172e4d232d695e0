import { passesLuhn } from '../../domain/identify/check-digits.ts';

/** What was typed as secret, known by its length and a hash only, and kept in memory only. */
export interface SecretMark {
  length: number;
  hash: number;
}

/** The same hash as in the page (two 32-bit mixes, 53 bits): it tells whether a piece of text is the secret, and no more. */
export function hashOf(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  return 4294967296 * (2097151 & (b ^ (b >>> 15))) + ((a ^ (a >>> 13)) >>> 0);
}

/** ISO/IEC 7812: 13 to 19 digits whose check digit is right. */
const CARD = /\b\d(?:[ -]?\d){12,18}\b/g;

/** A text without what was typed as secret and without card numbers. */
export function scrubbed(text: string, marks: readonly SecretMark[]): string {
  let out = text.replace(CARD, (found) => (passesLuhn(found.replace(/\D/g, '')) ? '•••' : found));
  for (const { length, hash } of marks) {
    for (let at = 0; at + length <= out.length; at += 1) {
      if (hashOf(out.slice(at, at + length)) === hash) out = `${out.slice(0, at)}•••${out.slice(at + length)}`;
    }
  }
  return out;
}

/** An address without what may be a token: the query, the fragment, long random parts. */
export function plainAddress(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return '';
  const path = parsed.pathname
    .split('/')
    .map((part) => (/^[\w-]{24,}$|^[0-9a-f-]{16,}$/i.test(part) ? '•••' : part))
    .join('/');
  const hash = /^#!?\/?[a-z0-9/_-]{1,60}$/i.test(parsed.hash) ? parsed.hash : '';
  return `${parsed.protocol}//${parsed.host}${path}${hash}`;
}
