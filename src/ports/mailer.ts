import type { Mail } from '../domain/request/mail.ts';
import type { SmtpServer } from '../domain/request/server.ts';
import type { IsoDate } from '../domain/time/civil.ts';

/**
 * The bytes of a mail (RFC 5322, CRLF), ASCII throughout. `date`: an instant, ISO 8601. A draft is opened by mail programs as
 * one to be sent and may lack a sender. The same input gives the same bytes.
 */
export type ComposeMail = (mail: ComposedMail, date: string, kind: 'draft' | 'sent') => Promise<Uint8Array>;

export type ComposedMail = Omit<Mail, 'from'> & { from: Mail['from'] | null };

/** A mail with the way it goes. */
export interface Parcel {
  server: SmtpServer;
  /** null where the server asks for no login. Never kept, never written anywhere. */
  password: string | null;
  from: string;
  to: string;
  bytes: Uint8Array;
}

/** Where a server, or the way to it, said no. Nothing went out. */
export type RefusedAt = 'connect' | 'tls' | 'login' | 'sender' | 'recipient' | 'message';

export type Delivery =
  /** The server took it over; `answer` as it gave it, `protocol` such as `TLSv1.3`. */
  | { outcome: 'accepted'; answer: string; protocol: string | null }
  /** `claimed`: the claim had been made by then. `reason`: a short code. */
  | { outcome: 'refused'; at: RefusedAt; reason: string; answer: string | null; claimed: boolean }
  /** The text was on its way and no answer came: it may have gone out. */
  | { outcome: 'unknown'; reason: string };

export interface Mailer {
  /**
   * Hands one mail over, once. `claim` is called when the server is ready for the text and before its first byte leaves; where
   * it throws, nothing leaves and the error is passed on. Whatever the server does is an answer, never an error.
   */
  deliver(parcel: Parcel, claim: () => Promise<void>): Promise<Delivery>;
}

/** The day a draft bears, as an instant: noon UTC, so that the same day gives the same bytes. */
export function draftDate(day: IsoDate): string {
  return `${day}T12:00:00Z`;
}
