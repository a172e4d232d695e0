import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { SecretRef } from '../../domain/case/events.ts';
import type { Secret } from '../../ports/secrets.ts';

/** A value with a fresh salt of 16 random bytes (hex). */
export function salted(value: string): Secret {
  return { value, salt: bytesToHex(randomBytes(16)) };
}

/**
 * What an event says of a secret: HMAC-SHA256 with the 16 salt bytes as key over the value's UTF-8 bytes, hex. Without the salt, which
 * is only kept with the value, a PIN of four digits cannot be found by trying them all.
 */
export function secretHash({ value, salt }: Secret): string {
  return bytesToHex(hmac(sha256, hexToBytes(salt), utf8ToBytes(value)));
}

/** A fresh reference to a secret: random, so that it says nothing of the value. */
export function referenceTo(secret: Secret, masked: string): SecretRef {
  return { secret: `s-${bytesToHex(randomBytes(16))}`, masked, hash: secretHash(secret) };
}
