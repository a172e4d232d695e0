import type { IsoDate } from '../time/civil.ts';

/** What an answer of a carrier says about the line. `final-bill`: only about money. `other`: nothing that could be read for sure. */
export const READING_KINDS = [
  'accepted',
  'received-only',
  'pre-registered',
  'port-out',
  'final-bill',
  'retention-offer',
  'other',
] as const;
export type ReadingKind = (typeof READING_KINDS)[number];

/** A place in the text that was read: UTF-16 offsets, end excluded, and the words that stand there. */
export interface Span {
  start: number;
  end: number;
  quote: string;
}

/** A value and the words it rests on. */
export interface Found<Value> {
  value: Value;
  span: Span;
}

/** The line the answer has to be about. Digits only; null: not told. */
export interface ReadLine {
  carrier: string | null;
  msisdn: string | null;
  iccid: string | null;
}

/** What the text is held against. */
export interface ReadContext {
  line: ReadLine;
  /** Account number of the case, if known: an answer may name it in place of the line. */
  accountNumber: string | null;
  /** The day the text was received: a date without a year is read from here. */
  receivedOn: IsoDate;
  /** The line's billing zone: an instant with a zone becomes a day here. */
  zone: string;
  /** Names of the carrier, as the catalog has them. */
  carrierNames: readonly string[];
}

/** What an answer says; whatever is unclear is null. */
export interface Reading {
  kind: ReadingKind;
  /** The words the kind rests on; null on `other`. */
  kindSpan: Span | null;
  /** Last day or end of service as written; null: none, or several that disagree. */
  effectiveDate: Found<IsoDate> | null;
  reference: Found<string> | null;
  /** `matches` null: the text names no line, or not enough of one. */
  line: { matches: boolean | null; spans: Span[] };
  /** Money, integer cents. */
  amounts: (Found<number> & { about: 'final-bill' | 'refund' | 'fee' | 'unknown' })[];
  /** The user has to do something by this day (call, confirm), or the line goes on. */
  callBy: Found<IsoDate> | null;
  /** Codes of what was noticed, with the words: `unclear-date`, `other-line`, `negated`, … (closed list in `docs/codes.md`). */
  grounds: { code: string; span: Span | null }[];
}
