import type { SecretRef } from '../domain/case/events.ts';

/** What is kept of a secret: the value and the salt of the hash its event bears. */
export interface Secret {
  value: string;
  salt: string;
}

/**
 * Values that must not stand in the log: PINs, account numbers, full ICCIDs, activation codes. Encrypted at rest with age.
 * Deleting one leaves the chain valid, since an event holds only a reference and a salted hash.
 */
export interface Secrets {
  /** Encrypts and stores `value`; `masked` is what the reference shows. The same value twice gives two references. */
  put(caseId: string, value: string, masked: string): Promise<SecretRef>;
  /** null: deleted, or never brought to this machine. Throws `secret-damaged` where it does not decrypt or does not fit the hash. */
  get(caseId: string, ref: SecretRef): Promise<string | null>;
  /** For an export: everything stored of a case by reference. */
  all(caseId: string): Promise<Map<string, Secret>>;
  /** For an import: takes over a secret under its old reference. */
  restore(caseId: string, reference: string, secret: Secret): Promise<void>;
  deleteAll(caseId: string): Promise<void>;
}
