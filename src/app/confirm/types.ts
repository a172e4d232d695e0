import type { ReadingKind, ReadLine, Span } from '../../domain/confirm/reading.ts';
import type { Verdict } from '../../domain/confirm/verdict.ts';
import type { Facts } from '../../domain/errors.ts';
import type { CatalogSource } from '../../ports/catalog.ts';
import type { Dns } from '../../ports/dns.ts';
import type { MailCheck } from '../../ports/mail-check.ts';
import type { PdfText } from '../../ports/pdf-text.ts';

export interface ConfirmDeps {
  catalog: CatalogSource;
  dns: Dns;
  mails: MailCheck;
  pdf: PdfText;
  /** Instant of receipt, ms since 1970: signatures and days are judged as of then. */
  receivedAt: number;
}

export interface ConfirmInput {
  bytes: Uint8Array;
  name: string;
  line: ReadLine;
  accountNumber: string | null;
  /** An answer older than the request confirms something else. */
  requestSentOn: string | null;
  /** What stands in a picture, as the user typed it. */
  text: string | null;
}

export interface ConfirmGround {
  code: string;
  detail: Facts;
  message: string;
  span: Span | null;
}

/** The answer of `confirm`. Offsets of spans are into `text`. */
export interface ConfirmView {
  verdict: Verdict;
  carrier: string | null;
  line: { matches: boolean | null; spans: Span[] };
  kind: ReadingKind;
  kindSpan: Span | null;
  effectiveDate: string | null;
  effectiveDateSpan: Span | null;
  reference: string | null;
  referenceSpan: Span | null;
  amounts: { amountUsd: string; about: string; span: Span }[];
  callBy: string | null;
  callBySpan: Span | null;
  grounds: ConfirmGround[];
  source: 'mail' | 'mailbox' | 'pdf' | 'picture' | 'text' | 'binary';
  text: string;
  /** On a mailbox: the answer for every mail in it; the one above is the best of them. */
  messages?: ConfirmView[];
}
