/* ==========================================================================================
 * STORED FORMAT. What stands here is written to disk, hashed and sealed into evidence packs.
 * A change of a type, a field or its meaning needs a new EVENT_FORMAT, a migration in
 * `migrate.ts` and a data folder of the old release among the test fixtures.
 * ========================================================================================== */

import { CHANNEL_KINDS, type ChannelKind } from '../catalog/words.ts';
import type { OptionKind } from '../decide/types.ts';
import type { IsoDate } from '../time/civil.ts';
import type { Situation } from './situation.ts';

export const EVENT_FORMAT = 1;

/** Everything that can happen to a case. */
export const EVENT_TYPES = [
  'line-identified',
  'situation-recorded',
  'option-chosen',
  'document-composed',
  'request-sent',
  'contact-logged',
  'reply-received',
  'reply-verified',
  'confirmation-accepted',
  'line-seen-dead',
  'charge-seen',
  'refund-seen',
  'balance-recorded',
  'account-unlinked',
  'profile-deleted',
  'card-destroyed',
  'escalation-filed',
  'evidence-attached',
  'note-added',
  'pack-sealed',
  'case-abandoned',
  'corrected',
] as const;

/** What a request asks for. */
export const PURPOSES = ['cancel', 'port-out', 'suspend', 'let-lapse'] as const;
export const DOCUMENT_KINDS = [
  'checklist',
  'call-script',
  'call-sheet',
  'chat',
  'dm',
  'email',
  'letter',
  'store-sheet',
  'port-sheet',
  'online-steps',
  'refund-request',
  'autopay-withdrawal',
  'stop-payment',
  'follow-up',
  'second-request',
  'dispute-notice',
  'complaint',
  'deletion-request',
] as const;
/** What came out of a call, a chat or a visit. */
export const CONTACT_OUTCOMES = [
  'promised',
  'pre-registered',
  'refused',
  'call-back',
  'no-answer',
  'port-withdrawn',
  'resolved',
  /** A mail was being handed to a server when the connection broke: nobody knows whether it went out. */
  'unknown-whether-sent',
  'other',
] as const;
/** What the carrier answered. A confirmation is an event of its own. */
export const REPLY_KINDS = ['received-only', 'pre-registered', 'needs-more', 'refused', 'final-bill', 'other'] as const;
export const ESCALATION_KINDS = [
  'supervisor',
  'executive-office',
  'fcc-informal',
  'fcc-formal',
  'notice-of-dispute',
  'bank-dispute',
  'state',
  'small-claims',
  'other',
] as const;
export const ESCALATION_SUBJECTS = ['request', 'money'] as const;
export const BALANCE_SIDES = ['owed', 'credit'] as const;
export const EVIDENCE_KINDS = ['call', 'chat', 'mail', 'bill', 'statement', 'picture', 'other'] as const;

export type EventType = (typeof EVENT_TYPES)[number];
export type Purpose = (typeof PURPOSES)[number];
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];
export type ReplyKind = (typeof REPLY_KINDS)[number];
export type EscalationKind = (typeof ESCALATION_KINDS)[number];
export type EscalationSubject = (typeof ESCALATION_SUBJECTS)[number];
export type BalanceSide = (typeof BALANCE_SIDES)[number];
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** In place of a value that is kept encrypted: what may be shown, and a salted hash (the salt is kept with the value). */
export interface SecretRef {
  secret: string;
  masked: string;
  hash: string;
}

/** Text a person typed. Where it holds something secret, the whole text is kept encrypted. */
export type Words = string | SecretRef;

/** A file of the case, kept encrypted beside the log. `name` and `mediaType` as given by the user's machine. */
export interface BlobRef {
  /** SHA-256 of the plain bytes, hex. */
  sha256: string;
  bytes: number;
  name: Words;
  mediaType: string;
}

/** `T` with any text replaced where it is secret. */
export type Sealed<T> = T extends string
  ? Words
  : T extends readonly (infer Item)[]
    ? Sealed<Item>[]
    : T extends object
      ? { [Key in keyof T]: Sealed<T[Key]> }
      : T;

export type StoredSituation = Sealed<Situation>;

interface Told {
  note?: Words;
  attachments?: BlobRef[];
}

/** What each type carries. Absent: nobody said. Money is `"12.34"`, never negative. Dates are in the line's billing zone. */
export interface EventData {
  'line-identified': { kind: string; value: Words; carrier?: string };
  'situation-recorded': { situation: StoredSituation };
  'option-chosen': {
    kind: OptionKind;
    /** Where the number goes, on a port-out. */
    target: string | null;
    /** The plan as it stood that day; the reckoning may change later, the choice does not. */
    actOn: IsoDate | null;
    lastDayToAct: IsoDate | null;
    endsOn: IsoDate | null;
    minUsd: string | null;
    maxUsd: string | null;
  };
  'document-composed': {
    kind: DocumentKind;
    /** null: it asks nobody for anything, as a checklist does. */
    purpose: Purpose | null;
    language: string;
    name: string;
    sha256: string;
    bytes: number;
  };
  'request-sent': Told & {
    via: ChannelKind;
    purpose: Purpose;
    reference?: Words;
    /** The address it went to, where simoff sent it. */
    to?: Words;
  };
  'contact-logged': Told & {
    via?: ChannelKind;
    outcome?: ContactOutcome;
    /** The address of a mail that may have gone out. */
    to?: Words;
    agentName?: Words;
    agentId?: Words;
    reference?: Words;
    promisedEndDate?: IsoDate;
    promisedRefundUsd?: string;
    /** The carrier needs another step from the user by this day. */
    callBy?: IsoDate;
    minutes?: number;
  };
  'reply-received': Told & { via?: ChannelKind; kind?: ReplyKind; reference?: Words; callBy?: IsoDate };
  'reply-verified': { reply: number; verdict: string; grounds: string[] };
  'confirmation-accepted': Told & {
    via?: ChannelKind;
    purpose?: Purpose;
    /** The day on which service ends; absent: the carrier named none. */
    effectiveDate?: IsoDate;
    reference?: Words;
  };
  'line-seen-dead': Told;
  'charge-seen': Told & { amountUsd: string; date?: IsoDate; descriptor?: Words; expected?: boolean };
  'refund-seen': Told & { amountUsd: string; date?: IsoDate; descriptor?: Words };
  'balance-recorded': Told & { balanceUsd: string; side?: BalanceSide };
  'account-unlinked': Told & { service: string; waived?: boolean };
  'profile-deleted': Told & { device?: Words; alreadyDone?: boolean };
  'card-destroyed': Told & { how?: Words; alreadyDone?: boolean };
  'escalation-filed': Told & {
    kind: EscalationKind;
    about?: EscalationSubject;
    reference?: Words;
    answerDue?: IsoDate;
  };
  'evidence-attached': Told & { kind?: EvidenceKind };
  'note-added': Told & { note: Words };
  'pack-sealed': { sha256: string; name: string };
  'case-abandoned': Told;
  /** Takes an earlier event back: it counts as not having happened. */
  corrected: { event: number; note?: Words };
}

/** What is about to be written: type, data, when it happened. */
export type NewEvent = {
  [Type in EventType]: {
    type: Type;
    /** Instant, ISO 8601 in UTC with milliseconds. */
    at: string;
    /** The calendar date of `at` in the line's billing zone. */
    on: IsoDate;
    data: EventData[Type];
  };
}[EventType];

/** As it is stored: in its place in the chain. */
export type CaseEvent = NewEvent & {
  format: typeof EVENT_FORMAT;
  case: string;
  /** 1 for the first. */
  seq: number;
  /** When it was written down. */
  recordedAt: string;
  /** SHA-256 (hex) of the event before, as canonical JSON; null on the first. */
  prev: string | null;
};

export type FieldKind = 'words' | 'usd' | 'date' | 'whole' | 'yes-no' | 'one-of' | 'service';

/** A field a person can fill in, for `--set`, forms and docs. */
export interface EventField {
  name: string;
  kind: FieldKind;
  required?: boolean;
  values?: readonly string[];
  /** Other names people type. */
  aliases?: readonly string[];
}

const note: EventField = { name: 'note', kind: 'words', aliases: ['text', 'reason', 'why'] };
const via: EventField = { name: 'via', kind: 'one-of', values: CHANNEL_KINDS, aliases: ['channel'] };
const reference: EventField = {
  name: 'reference',
  kind: 'words',
  aliases: ['ref', 'ticket', 'ticketNumber', 'caseNumber', 'confirmationNumber'],
};
const purpose: EventField = { name: 'purpose', kind: 'one-of', values: PURPOSES, aliases: ['for', 'option'] };
const amount: EventField = { name: 'amountUsd', kind: 'usd', required: true, aliases: ['amount', 'usd'] };
const day: EventField = { name: 'date', kind: 'date', aliases: ['on', 'day'] };
const descriptor: EventField = { name: 'descriptor', kind: 'words', aliases: ['statementText', 'merchant'] };
const alreadyDone: EventField = { name: 'alreadyDone', kind: 'yes-no', aliases: ['already'] };

/** The events a person can record by hand, with their fields in the order a form shows them. The others come from the verbs. */
export const RECORDABLE = {
  'request-sent': [{ ...via, required: true }, purpose, reference, note],
  'contact-logged': [
    via,
    { name: 'outcome', kind: 'one-of', values: CONTACT_OUTCOMES, aliases: ['result'] },
    { name: 'agentName', kind: 'words', aliases: ['agent', 'name'] },
    { name: 'agentId', kind: 'words' },
    reference,
    { name: 'promisedEndDate', kind: 'date', aliases: ['endDate', 'effectiveDate'] },
    { name: 'promisedRefundUsd', kind: 'usd', aliases: ['refundUsd'] },
    { name: 'callBy', kind: 'date' },
    { name: 'minutes', kind: 'whole' },
    note,
  ],
  'reply-received': [
    via,
    { name: 'kind', kind: 'one-of', values: REPLY_KINDS },
    reference,
    { name: 'callBy', kind: 'date' },
    note,
  ],
  'confirmation-accepted': [
    {
      name: 'effectiveDate',
      kind: 'date',
      aliases: ['endDate', 'endsOn', 'end', 'date', 'effective', 'serviceEndDate', 'lastDay'],
    },
    reference,
    via,
    purpose,
    note,
  ],
  'line-seen-dead': [note],
  'charge-seen': [amount, day, descriptor, { name: 'expected', kind: 'yes-no' }, note],
  'refund-seen': [amount, day, descriptor, note],
  'balance-recorded': [
    { name: 'balanceUsd', kind: 'usd', required: true, aliases: ['balance', 'amountUsd', 'amount', 'usd'] },
    { name: 'side', kind: 'one-of', values: BALANCE_SIDES },
    note,
  ],
  'account-unlinked': [
    { name: 'service', kind: 'service', required: true, aliases: ['account', 'name'] },
    { name: 'waived', kind: 'yes-no' },
    note,
  ],
  'profile-deleted': [{ name: 'device', kind: 'words' }, alreadyDone, note],
  'card-destroyed': [{ name: 'how', kind: 'words', aliases: ['method'] }, alreadyDone, note],
  'escalation-filed': [
    { name: 'kind', kind: 'one-of', values: ESCALATION_KINDS, required: true, aliases: ['to', 'with'] },
    { name: 'about', kind: 'one-of', values: ESCALATION_SUBJECTS, aliases: ['subject'] },
    reference,
    { name: 'answerDue', kind: 'date', aliases: ['due'] },
    note,
  ],
  'evidence-attached': [{ name: 'kind', kind: 'one-of', values: EVIDENCE_KINDS, aliases: ['what'] }, note],
  'note-added': [{ ...note, required: true }],
  'case-abandoned': [note],
} as const satisfies Partial<Record<EventType, readonly EventField[]>>;

export type RecordableType = keyof typeof RECORDABLE;
export const RECORDABLE_TYPES = Object.keys(RECORDABLE) as RecordableType[];
