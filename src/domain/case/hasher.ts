import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A SHA-256 over pieces of text (UTF-8) as they come; `hex` ends it. */
export function hasher(): { update(text: string): void; hex(): string } {
  const running = sha256.create();
  return {
    update: (text) => void running.update(utf8ToBytes(text)),
    hex: () => bytesToHex(running.digest()),
  };
}

/** SHA-256 of bytes, hex. */
export function hashOfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
