/** What became of one signature. `broken`: the signed headers or the body are not those that were signed. */
export const SIGNATURE_RESULTS = [
  'pass',
  'broken',
  'expired',
  'key-gone',
  'key-unusable',
  'weak-key',
  'weak-algorithm',
  'dns-failed',
  'invalid',
] as const;
export type SignatureResult = (typeof SIGNATURE_RESULTS)[number];

export interface SignatureFact {
  domain: string;
  selector: string;
  result: SignatureResult;
  /** Names of the signed header fields, lower case, as often as they are listed. */
  signed: string[];
  /** Bytes of the body behind the signed length; 0: all of it is signed. */
  unsignedBytes: number;
  /** The domain says it only tests (key tag `t=y`). */
  testing: boolean;
  /** When it says it was made, ms since 1970; null: not said. */
  signedAt: number | null;
}

export interface MailAddress {
  name: string;
  address: string;
}

/** A mail as it is shown. */
export interface ParsedMail {
  from: MailAddress[];
  subject: string;
  /** ms since 1970; null: none, or not readable. */
  date: number | null;
  text: string;
  /** The text of the HTML part; null: there is none. */
  html: string | null;
  attachments: { mimeType: string; name: string | null; bytes: Uint8Array }[];
}

/** One header field as it stands. */
export interface RawField {
  /** Lower case. */
  name: string;
  /** Unfolded. */
  value: string;
}

/** The raw form of a mail: its fields, and what about its bytes is odd. */
export interface RawMail {
  fields: RawField[];
  /** A line of the header that is none, or a name with a space before the colon. */
  malformed: boolean;
  /** A carriage return alone, or a NUL: programs disagree where such a line ends. */
  oddBytes: boolean;
  bodyStart: number;
}
