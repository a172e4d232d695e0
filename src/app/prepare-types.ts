/** What `prepare` answers: the pieces in words, for pages, PDF and mail alike. */
import type { ContactOutcome, DocumentKind, Purpose } from '../domain/case/events.ts';
import type {
  ChecklistSection,
  MissingField,
  PinField,
  ScriptLineKind,
  ScriptSection,
} from '../domain/prepare/types.ts';
import type { Language } from '../locale/say.ts';

export interface DocumentView {
  kind: DocumentKind;
  /** null: nothing is asked of the carrier. */
  purpose: Purpose | null;
  /** Of what is to be said or sent; a reading copy below it may be in the user's. */
  language: Language;
  /** A stable file name. */
  name: string;
  text: string;
}

/** The same sentence in both languages. */
export interface Both {
  en: string;
  zh: string;
}

export interface ChecklistView {
  title: string;
  intro: string[];
  sections: { id: ChecklistSection; title: string; items: { text: string; more: string[]; todo: boolean }[] }[];
}

export interface ScriptView {
  title: Both;
  sections: { id: ScriptSection; title: Both; lines: ({ kind: ScriptLineKind; about?: 'number' } & Both)[] }[];
  branches: BranchView[];
}

/** A turn the call may take: what they say, what you answer, and where the script goes on. */
export interface BranchView {
  id: string;
  they: Both;
  say: Both;
  advice: Both | null;
  goesOn: ScriptSection;
  /** What came out of the call if it ends here. */
  outcome: ContactOutcome | null;
}

/** `en` is what is sent, `zh` what it means. */
export interface MessagesView {
  to: string | null;
  /** Each at most MESSAGE_LIMIT characters. */
  en: string[];
  zh: string[];
}

export interface WritingPart {
  sender: string[];
  date: string;
  recipient: string[];
  subject: string;
  about: string[];
  salutation: string;
  paragraphs: string[];
  questionsIntro: string;
  questions: string[];
  confirmIntro: string;
  confirm: string[];
  happenedIntro: string;
  happened: string[];
  enclosuresIntro: string;
  enclosures: string[];
  closing: string[];
  farewell: string;
  signature: string[];
}

export interface WritingView {
  /** The address as the catalog has it; null: not known. */
  to: string | null;
  en: WritingPart;
  zh: WritingPart;
}

/** A letter beyond the request itself. */
export interface LetterView extends WritingView {
  kind: DocumentKind;
  name: string;
  purpose: Purpose | null;
}

/** A page to take along. `first` is in the language to be shown or said, `second` what it means; empty: nothing to add. */
export interface SheetView {
  title: string;
  sections: { title: string; lines: { kind: 'tick' | 'say' | 'write' | 'text'; first: string; second: string }[] }[];
}

export interface MissingView {
  field: MissingField | PinField;
  /** A PIN: to be found and said to the carrier, never typed here. */
  sayOnly: boolean;
  label: string;
  why: string;
  whereToFind: string;
}

export interface PrepareView {
  documents: DocumentView[];
  checklist: ChecklistView;
  script: ScriptView | null;
  chat: MessagesView | null;
  dm: MessagesView | null;
  email: WritingView | null;
  letter: WritingView | null;
  letters: LetterView[];
  store: SheetView | null;
  portSheet: SheetView | null;
  onlineSteps: SheetView | null;
  missing: MissingView[];
}
