import type { ContactOutcome, EventData, Purpose } from '../../domain/case/events.ts';
import { checkLine } from '../../domain/check/check.ts';
import { countryOf } from '../../domain/check/countries.ts';
import type { CheckReason } from '../../domain/check/types.ts';
import { SimoffError } from '../../domain/errors.ts';
import { mailAddress } from '../../domain/request/address.ts';
import { mailtoOf } from '../../domain/request/mailto.ts';
import type { Language, Say } from '../../locale/say.ts';
import type { ChannelView } from '../check-types.ts';
import { viewOf } from '../check-view.ts';
import type { Says } from '../prepare.ts';
import { emailBody } from '../prepare-text.ts';
import type { LetterView, ScriptView, WritingPart } from '../prepare-types.ts';
import { type RecordedView, recordedView } from './answers.ts';
import type { CaseDeps } from './deps.ts';
import { type PreparedCase, prepareDocuments, recordComposed } from './prepare.ts';
import { type Given, recordEvents } from './record.ts';
import { refuse } from './write.ts';

/** One call, from the number to what to write down. */
export interface CallView {
  case: string;
  carrierName: string;
  purpose: Purpose;
  /** Country the user calls from, ISO 3166 alpha-2, and its name. */
  from: string;
  fromName: string;
  /** Best first. Only those with `dial` may be offered for dialling; the rest are shown with the reason. */
  numbers: CallNumber[];
  /** What stands in place of a number; null: there is one to dial. */
  noNumber: string | null;
  /** In both languages; without numbers and replies, which stand by themselves. */
  script: Omit<ScriptView, 'branches'>;
  branches: ScriptView['branches'];
  outcomes: readonly { value: ContactOutcome; name: string }[];
  /** What is written down during the call, in the order it is told: fields of `contact-logged`. */
  noted: readonly string[];
}

export interface CallNumber extends ChannelView {
  /** Whether somebody answers now, and whether it works from where the user is. */
  state: string;
}

/** Reasons that say whether somebody answers from where the user is. */
const STATES: readonly CheckReason[] = [
  'open-now',
  'closed-now',
  'any-time',
  'hours-unknown',
  'hours-conflicting',
  'holiday-closed',
  'holiday-unsure',
  'abroad-unsure',
  'works-from-abroad',
  'not-from-abroad',
];
const NOTED = [
  'agentName',
  'agentId',
  'reference',
  'outcome',
  'promisedEndDate',
  'promisedRefundUsd',
  'callBy',
] as const satisfies readonly (keyof EventData['contact-logged'])[];

/** What may have come out of a call. */
const CALL_OUTCOMES = ['promised', 'pre-registered', 'refused', 'call-back', 'no-answer', 'other'] as const;

/**
 * Everything for one call about a case, as of now: whom to dial from where the user is, what to say, what to answer.
 * Writes nothing. Throws `case-refused` where nothing is chosen or nothing is to be asked for, `unknown-case`, `case-unreadable`.
 */
export async function callCase(name: string, says: Says, language: Language, deps: CaseDeps): Promise<CallView> {
  const prepared = await prepareDocuments(name, says, language, deps);
  const { loaded, view, situation, script } = withScript(prepared);
  const say = says[language];
  const { world, read } = loaded;
  if (!world) throw new SimoffError('case-unreadable', { case: read.case });
  const { brand, product } = world;
  const from = countryOf(situation.userCountry ?? 'US') ?? 'US';
  const checked = checkLine(brand, product, { from, zone: situation.userZone ?? null, now: deps.now });
  const { channels, fromName } = viewOf(checked, brand, product, [], say);
  const between = language === 'zh' ? '' : ' ';
  const numbers = channels
    .filter(({ kind }) => kind === 'phone')
    .map((channel) => {
      const told = channel.rank.filter(({ code }) => STATES.includes(code)).map(({ message }) => message);
      return { ...channel, state: told.join(between) };
    });
  const canDial = numbers.some(({ dial }) => dial);
  const { branches, ...spoken } = script;
  const purpose = view.documents.find((document) => document.purpose !== null)?.purpose ?? 'cancel';
  return {
    case: read.case,
    carrierName: brand.name[language],
    purpose,
    from,
    fromName,
    numbers,
    noNumber: canDial ? null : say('call.noNumber', { carrier: brand.name[language] }),
    script: { ...spoken, sections: spoken.sections.filter(({ id }) => id !== 'replies').map(withoutNumbers) },
    branches,
    outcomes: CALL_OUTCOMES.map((value) => ({ value, name: say(`record.value.${value}`) })),
    noted: NOTED,
  };
}

/** The numbers stand by themselves. */
function withoutNumbers({ lines, ...section }: ScriptView['sections'][number]): ScriptView['sections'][number] {
  return { ...section, lines: lines.filter(({ about }) => about !== 'number') };
}

function withScript(prepared: PreparedCase): PreparedCase & { script: ScriptView } {
  const { script } = prepared.view;
  if (script === null) refuse({ code: 'nothing-to-ask', facts: {} });
  return { ...prepared, script: script as ScriptView };
}

/** A message that puts in writing what was said on the call. */
export interface FollowUp {
  /** Address of the catalog; null: none is known. */
  to: string | null;
  subject: string;
  /** What is sent. */
  body: string;
  /** What it means. */
  bodyZh: string;
  mailto: string;
}

export interface EndedCall extends RecordedView {
  /** null: nothing was said that could be pinned down. */
  followUp: FollowUp | null;
}

export interface CallEnd extends Given {
  /** The option chosen was asked for on this call. */
  asked: boolean;
}

/**
 * Records a call: what came out of it and, where it was `asked`, that the request was made on it; both or neither. Composes the
 * message that pins down what was said, and records that it was composed. Throws as `recordEvent` does.
 */
export async function endCall(name: string, end: CallEnd, says: Says, say: Say, deps: CaseDeps): Promise<EndedCall> {
  const { asked, at, set, files } = end;
  const { via = 'phone', ...told } = set;
  const request = { event: 'request-sent', at, set: requestFields(via, told), files: [] };
  const contact = { event: 'contact-logged', at, set: { via, ...told }, files };
  const wrote = await recordEvents(name, asked ? [request, contact] : [contact], deps);
  const { state, world } = wrote.loaded;
  if (!world || !state.last('option-chosen')) return { ...recordedView(wrote, say), followUp: null };
  const { prepared, followUp } = await followUpOf(name, says, say.language, deps);
  const { loaded } = followUp === null ? wrote : await recordComposed(prepared, deps);
  return { ...recordedView({ ...wrote, loaded }, say), followUp };
}

function requestFields(via: string, { reference }: Readonly<Record<string, string>>): Record<string, string> {
  return { via, ...(reference?.trim() ? { reference } : {}) };
}

async function followUpOf(name: string, says: Says, language: Language, deps: CaseDeps) {
  const prepared = await prepareDocuments(name, says, language, deps);
  const letter = prepared.view.letters.find(({ kind }) => kind === 'follow-up');
  const own = prepared.documents.filter(({ kind }) => kind === 'follow-up');
  return {
    prepared: { ...prepared, documents: own, pdfs: [] },
    followUp: letter ? messageOf(letter, prepared, says) : null,
  };
}

function messageOf({ en, zh }: LetterView, { view }: PreparedCase, says: Says): FollowUp {
  const to = mailAddress(view.email?.to ?? '');
  const body = emailBody(unsigned(en, says.en));
  const { href } = mailtoOf({ to, subject: en.subject, body });
  return { to, subject: en.subject, body, bodyZh: emailBody(unsigned(zh, says.zh)), mailto: href };
}

/** A message is not signed by hand. */
function unsigned(part: WritingPart, say: Say): WritingPart {
  const line = say('prepare.deliver.mail.signHere');
  return { ...part, signature: part.signature.filter((row) => row !== line) };
}
