/** What there is to have at hand, to say and to send for one case: codes and facts, no prose. */
import type { ContactOutcome, DocumentKind, EventData, Purpose } from '../case/events.ts';
import type { Situation } from '../case/situation.ts';
import type { ParkingTarget } from '../catalog/index.ts';
import type { Brand, ChannelKind, NeedField, Product, Rule, Text } from '../catalog/schema.ts';
import type { Checked, CheckedChannel } from '../check/types.ts';
import type { Decision } from '../decide/types.ts';
import type { IsoDate } from '../time/civil.ts';
import type { Extra } from './extra.ts';
import type { CaseHistory } from './history.ts';

export interface PrepareInput {
  /** The case id: the reference in every document. */
  reference: string;
  /** With secrets opened, or masked as they shall appear in the documents. */
  situation: Situation;
  option: EventData['option-chosen'];
  brand: Brand;
  product: Product;
  rules: readonly Rule[];
  targets: readonly ParkingTarget[];
  /** Of `decide` for this situation: its questions and whom to ask first. */
  decision: Decision;
  /** Of `checkLine` for this user now: the ranked channels. */
  checked: Checked;
  today: IsoDate;
  /** Letters bear a typed signature; absent: room to sign by hand. */
  signed?: boolean;
  /** What has happened so far; absent: nothing. */
  history?: CaseHistory;
}

/** What the user can still tell; each has a label, a generic reason and a place to look. */
export const MISSING_FIELDS = [
  'msisdn',
  'iccid',
  'account-number',
  'holder-name',
  'holder-role',
  'billing-address',
  'email',
  'order-number',
  'seller',
] as const;
export type MissingField = (typeof MISSING_FIELDS)[number];

/** What is only said to the carrier: never asked for here, never written down. */
export const SPOKEN_FIELDS = [
  'account-pin',
  'security-pin',
  'one-time-code',
  'login',
  'ssn-last4',
  'transfer-pin',
  'api-key',
] as const satisfies readonly NeedField[];

/** A value of a sentence before it is put in words. */
export type Value =
  | string
  | number
  /** Something the user typed, already cleaned. */
  | { typed: string }
  /** Not told yet: a visible gap such as `[your account number]`. */
  | { gap: MissingField }
  | { day: IsoDate }
  | { text: Text }
  | { line: Line }
  | { list: readonly Value[] };

/** One sentence: its code in the locale and what to fill in. */
export interface Line {
  code: string;
  values: Readonly<Record<string, Value>>;
}

export const CHECKLIST_SECTIONS = ['money', 'number', 'contact', 'needs', 'request', 'careful', 'after'] as const;
export type ChecklistSection = (typeof CHECKLIST_SECTIONS)[number];

export interface ChecklistItem {
  line: Line;
  /** Said below it. */
  more: Line[];
  /** Something to tick off; else only to know. */
  todo: boolean;
}

export interface Checklist {
  intro: Line[];
  sections: { id: ChecklistSection; items: ChecklistItem[] }[];
}

/** Numbers the user has to have at hand though they are never told here. */
export const PIN_FIELDS = ['account-pin', 'security-pin', 'transfer-pin'] as const satisfies readonly NeedField[];
export type PinField = (typeof PIN_FIELDS)[number];

export interface Missing {
  field: MissingField | PinField;
  /** A PIN: to be found and said to the carrier, never typed here. */
  sayOnly: boolean;
  /** Why this route asks for it: the catalog's words, else ours. */
  why: Line;
  where: Line;
}

/**
 * A field the route asks for. `say-only`: have it at hand, never written here. `ready`: a thing to have. `check`: a condition
 * to see to.
 */
export interface Need {
  field: NeedField | 'seller';
  state: 'have' | 'missing' | 'say-only' | 'ready' | 'check';
  why: Line;
  where: Line | null;
  /** The channels that ask; null: all. */
  routes: readonly (ChannelKind | 'port-out')[] | null;
}

export const SCRIPT_SECTIONS = [
  'before',
  'opening',
  'identity',
  'request',
  'questions',
  'replies',
  'confirm',
  'note-down',
  'closing',
] as const;
export type ScriptSection = (typeof SCRIPT_SECTIONS)[number];

/** `do`: an instruction to the user; `say`: words to speak; `ask`: a question with room for the answer; `they`: what the agent may say. */
export type ScriptLineKind = 'do' | 'say' | 'ask' | 'they' | 'write';

export interface ScriptLine {
  kind: ScriptLineKind;
  line: Line;
}

/** A turn the call may take. */
export interface Branch {
  id: string;
  they: Line;
  say: Line;
  /** For the user alone; null: the answer is enough. */
  advice: Line | null;
  goesOn: ScriptSection;
  /** What came out of the call if it ends here; null: nothing by itself. */
  outcome: ContactOutcome | null;
}

export interface Script {
  title: Line;
  /** Numbers to dial, best first; empty where none may be offered. */
  numbers: readonly CheckedChannel[];
  sections: { id: ScriptSection; lines: ScriptLine[] }[];
  branches: Branch[];
}

/** Short messages, each a list of sentences; every message stands alone. */
export interface Messages {
  kind: 'chat' | 'dm';
  /** Where they go, as the catalog has it; null: unknown. */
  to: CheckedChannel | null;
  parts: Line[][];
}

/** A letter or an e-mail. */
export interface Writing {
  kind: 'letter' | 'email';
  to: CheckedChannel | null;
  recipient: Line[];
  /** Empty on an e-mail: the mail itself says who sent it. */
  sender: Line[];
  date: IsoDate;
  subject: Line;
  /** Who, which line, which case. */
  about: Line[];
  paragraphs: Line[][];
  /** To be answered, each on a row of its own; empty where nothing is open. */
  questions: Line[];
  /** What has to be confirmed in writing. */
  confirm: Line[];
  /** In place of the usual words above `confirm`. */
  confirmIntro?: Line;
  /** What was asked and answered so far, with its dates. */
  happened?: Line[];
  enclosures?: Line[];
  closing: Line[];
  signature: Line[];
}

export interface SheetLine {
  /** `tick`: to do or to have; `say`: to show or to say; `write`: room to write in; `text`: to know. */
  kind: 'tick' | 'say' | 'write' | 'text';
  line: Line;
}

/** A page to take along or to fill in. */
export interface Sheet {
  kind: 'port-sheet' | 'online-steps';
  title: Line;
  sections: { title: Line; lines: SheetLine[] }[];
}

export interface StoreSheet {
  to: CheckedChannel | null;
  bring: Line[];
  say: Line[];
  leaveWith: Line[];
}

/** A message to the seller or the holder, who is asked first. */
export interface SellerMessage {
  paragraphs: Line[];
}

export interface PlannedDocument {
  kind: DocumentKind;
  name: string;
  purpose: Purpose | null;
}

export interface Prepared {
  reference: string;
  /** null: nothing is asked of the carrier (keep). */
  purpose: Purpose | null;
  documents: PlannedDocument[];
  checklist: Checklist;
  needs: Need[];
  missing: Missing[];
  script: Script | null;
  chat: Messages | null;
  dm: Messages | null;
  email: Writing | null;
  letter: Writing | null;
  store: StoreSheet | null;
  portSheet: Sheet | null;
  /** The carrier's own pages, step by step; null: nothing is known to be done there. */
  onlineSteps: Sheet | null;
  /** The letters beyond the request itself. */
  extras: Extra[];
  seller: SellerMessage | null;
}
