import type { Purpose } from '../../domain/case/events.ts';
import type { Earlier } from '../../domain/request/attempts.ts';
import type { Mail } from '../../domain/request/mail.ts';
import type { Mailto } from '../../domain/request/mailto.ts';
import type { SmtpServer } from '../../domain/request/server.ts';
import type { ComposeMail, Mailer } from '../../ports/mailer.ts';
import type { CaseDeps } from './deps.ts';
import type { LoadedCase } from './load.ts';

export interface SendDeps extends CaseDeps {
  compose: ComposeMail;
  mailer: Mailer;
}

/** As a face gives it; nothing is checked yet. */
export interface SendInput {
  /** null: the address the catalog names. */
  to: string | null;
  /** null: the holder's address. */
  from: string | null;
  /** `smtps://user@host:465`; null: not said yet. */
  server: string | null;
  /** Send although a mail may have gone out, or went out within a day. */
  again: boolean;
  /** Send although the text has gaps such as `[your account number]`. */
  gaps: boolean;
}

/** A mail made ready, and what is known of earlier ones. */
export interface MailPlan {
  loaded: LoadedCase;
  purpose: Purpose;
  mail: Mail;
  bytes: Uint8Array;
  mailto: Mailto;
  /** Whether the catalog names this address. */
  toKnown: boolean;
  server: SmtpServer | null;
  /** Gaps that are still in the text, by the sentence a reader would see. */
  gaps: string[];
  earlier: Earlier | null;
}

/** What would go out, or went out. */
export interface SendView {
  case: string;
  purpose: Purpose;
  /** `unknown`: the server took the text and never answered. */
  sent: 'no' | 'yes' | 'unknown';
  from: string;
  to: string;
  toKnown: boolean;
  server: string | null;
  messageId: string;
  subject: string;
  /** The mail as it goes to the server, header lines first. */
  headers: string[];
  body: string;
  mailto: string;
  /** What of it had no room in the link. */
  mailtoWithout: Mailto['without'];
  warnings: { code: string; message: string }[];
  /** The server's answer. */
  answer: string | null;
}
