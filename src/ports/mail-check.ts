import type { ParsedMail, SignatureFact } from '../domain/confirm/mail-facts.ts';
import type { Dns } from './dns.ts';

/** Checks the DKIM signatures of a mail (RFC 6376, 8301, 8463) as of an instant (ms since 1970). Never throws over what a mail holds. */
export interface MailCheck {
  signatures(bytes: Uint8Array, dns: Dns, at: number): Promise<SignatureFact[]>;
  /** The mail as a mail program shows it; null where it cannot be read as one. */
  parse(bytes: Uint8Array): Promise<ParsedMail | null>;
  /** A host name with its `xn--` labels in letters, for comparing how it looks. */
  unicodeHost(host: string): string;
}
