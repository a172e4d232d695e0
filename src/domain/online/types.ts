import type { Reading } from '../confirm/reading.ts';
import type { IsoDate } from '../time/civil.ts';

/** Where on the page a control stands, as far as landmarks, roles and layout tell. */
export const REGIONS = ['dialog', 'main', 'nav', 'header', 'footer', 'aside', 'unknown'] as const;
export type Region = (typeof REGIONS)[number];

/** Something that can be clicked, chosen or filled in, as assistive technology would see it. */
export interface Control {
  /** Names the element within this snapshot, across frames and shadow roots. */
  id: string;
  /** ARIA role, explicit or implied: button, link, menuitem, tab, radio, checkbox, switch, option, combobox, textbox, … */
  role: string;
  /** Accessible name (accname 1.2, as far as it can be computed in the page). */
  name: string;
  /** Visible text within it, white space folded. */
  text: string;
  /** `type` of an input, else null. */
  inputType: string | null;
  autocomplete: string | null;
  href: string | null;
  region: Region;
  /** Headings above it, nearest first, and the text of the card, row, form or dialog it stands in (at most 400 characters). */
  headings: readonly string[];
  context: string;
  /** The text of the smallest box around it that names a number, at most 500 characters; empty: none does. */
  row: string;
  /** In a viewport or reachable by scrolling, not hidden, not covered as far as can be told. */
  visible: boolean;
  enabled: boolean;
  checked: boolean | null;
  expanded: boolean | null;
  /** What a field holds, or the choice a list shows. Never set for secret fields. */
  value: string | null;
  /** A field that holds something, secret or not. */
  filled: boolean;
  required: boolean;
  /** Choices that exclude or belong to each other share it: the name of radio buttons, the list of options; null: none. */
  group: string | null;
  /** A password, one-time code, PIN, card number or the like: its value is never read. */
  secret: boolean;
  box: { x: number; y: number; width: number; height: number } | null;
  /** 0 is the page itself; others are frames in it. */
  frame: number;
  /** Document order over the whole page. */
  order: number;
}

/** What a page shows at one moment. */
export interface PageSnapshot {
  url: string;
  title: string;
  /** Language the page declares, or null. */
  lang: string | null;
  /** Visible text, white space folded, lines kept, secret fields left out. */
  text: string;
  headings: readonly { level: number; text: string }[];
  controls: readonly Control[];
  /** A dialog that has to be dealt with first is open. */
  modal: boolean;
  /** Frames of other origins that could not be read. */
  unreadFrames: readonly string[];
  /** Still loading (spinner, `aria-busy`, empty body). */
  busy: boolean;
}

/** Steps of ending a line on a carrier's own pages, in the order they usually come; any of them may be missing. */
export const ONLINE_STEPS = [
  'sign-in',
  'find-account',
  'choose-line',
  'find-option',
  'reason',
  'offer',
  'date',
  'details',
  'confirm',
  'wait',
  'end',
] as const;
export type OnlineStep = (typeof ONLINE_STEPS)[number];

export const VERDICTS = ['this', 'one-of', 'elsewhere', 'wants-you-to-stay', 'needs-you', 'done', 'abstain'] as const;
export type OnlineVerdict = (typeof VERDICTS)[number];

/** What is noticed on the way, each with one calm sentence in the locale (`online.trap.<code>`). */
export const TRAPS = [
  'offer-first',
  'pause-beside-cancel',
  'confirm-shaming',
  'phone-wall',
  'chat-wall',
  'survey-first',
  'registered-call-us',
  'late-fee',
  'wrong-line-preselected',
  'autopay-not-line',
  'app-store-billed',
] as const;
export type Trap = (typeof TRAPS)[number];

/** What is to be ended, as far as the page may be told. No secret. */
export interface OnlineGoal {
  /** `cancel` ends the line. The other purposes are not led online. */
  purpose: 'cancel';
  carrier: { slug: string; names: readonly string[]; officialDomains: readonly string[] };
  /** Digits only, with country code; null: unknown. */
  msisdn: string | null;
  /** Other names the line bears on the page: ICCID's last digits, order number, a nickname the user gave. */
  marks: readonly string[];
  /** Menu names of the catalog's sourced steps, in their order. */
  knownSteps: readonly { title: string; detail: string | null }[];
  /** The day the line is to end, if the page asks. */
  endOn: IsoDate | null;
  today: IsoDate;
  zone: string;
}

/** What has been seen before in this run, so that the same page can mean the next step. */
export interface OnlineMemory {
  /** Step of each earlier page state, oldest first. */
  steps: readonly { step: OnlineStep; verdict: OnlineVerdict; clicked: string | null }[];
}

/** What is said about one page state. */
export interface OnlineJudgement {
  step: OnlineStep;
  verdict: OnlineVerdict;
  /** The control meant (`this`, `elsewhere`, the way on of `wants-you-to-stay`, the field of `needs-you`); null: none is pointed at. */
  control: Control | null;
  /** On `one-of`: all that may be meant. Never one that harms. */
  controls: readonly Control[];
  /** The click on `control` ends the line: only the user makes it. */
  endsLine: boolean;
  /** Fields that may be filled in for the user after being shown: control id and what to write. */
  fills: readonly { id: string; what: 'msisdn' | 'order-number' | 'reason' | 'date'; value: string }[];
  traps: readonly { code: Trap; quote: string }[];
  /** Code of the one sentence to show: `online.say.<code>`, with its values. */
  say: { code: string; values: Readonly<Record<string, string>> };
  /** On `done`: what the page says; null where it only sends the user elsewhere (a call, a chat, a store of apps). */
  reading: Reading | null;
}
