/** Puts the codes and facts of `prepare` in words of one language. */

import type { Product } from '../domain/catalog/schema.ts';
import type { CheckedChannel } from '../domain/check/types.ts';
import type { Facts } from '../domain/errors.ts';
import { shortened } from '../domain/prepare/clean.ts';
import { line } from '../domain/prepare/line.ts';
import type { Checklist, Line, Messages, Script, ScriptLine, Value, Writing } from '../domain/prepare/types.ts';
import { type IsoDate, toDay } from '../domain/time/civil.ts';
import { LANGUAGE_TAGS, type Say } from '../locale/say.ts';
import { hoursInWords } from './check-words.ts';
import type { Both, ChecklistView, MessagesView, ScriptView, WritingPart, WritingView } from './prepare-types.ts';

/** A chat field takes no more. */
export const MESSAGE_LIMIT = 500;
/** What a person typed is cut to this in a short message, so that no sentence outgrows it. */
const TYPED_LIMIT = 80;

export interface Says {
  en: Say;
  zh: Say;
}

/** One sentence. `most`: the longest a typed value may be. */
export function worded({ code, values }: Line, say: Say, most = Number.POSITIVE_INFINITY): string {
  const facts: Record<string, Facts[string]> = {};
  for (const [name, value] of Object.entries(values)) facts[name] = valueInWords(value, say, most);
  return filled(code, facts, say);
}

function filled(code: string, facts: Record<string, Facts[string]>, say: Say): string {
  return say(code, say.language === 'zh' ? spaced(code, facts, say) : facts);
}

/** In Chinese a Latin word or a number stands apart from the characters beside it. */
function spaced(code: string, facts: Record<string, Facts[string]>, say: Say): Facts {
  const holes = Object.fromEntries(Object.keys(facts).map((name) => [name, `{${name}}`]));
  const sentence = say(code, holes);
  const apart = Object.entries(facts).map(([name, fact]) => {
    const text = String(fact);
    const before = new RegExp(`\\p{Script=Han}\\{${name}\\}`, 'u').test(sentence) && /^[A-Za-z0-9+$]/.test(text);
    const after = new RegExp(`\\{${name}\\}\\p{Script=Han}`, 'u').test(sentence) && /[A-Za-z0-9]$/.test(text);
    return [name, `${before ? ' ' : ''}${text}${after ? ' ' : ''}`];
  });
  return Object.fromEntries(apart);
}

function valueInWords(value: Value, say: Say, most: number): string | number {
  if (typeof value !== 'object') return value;
  if ('typed' in value) return shortened(value.typed, most);
  if ('gap' in value) return say(`prepare.gap.${value.gap}`);
  if ('day' in value) return dayInWords(value.day, say);
  if ('text' in value) return value.text[say.language];
  if ('line' in value) return worded(value.line, say, most);
  return value.list.map((one) => valueInWords(one, say, most)).join(say.language === 'zh' ? '、' : ', ');
}

/** Making an Intl format costs more than the rest of a document. */
const DATES = {
  en: new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
  zh: new Intl.DateTimeFormat(LANGUAGE_TAGS.zh, { dateStyle: 'long', timeZone: 'UTC' }),
};

/** `December 11, 2026`, as a US reader expects it; `2026年12月11日`. */
export function dayInWords(day: IsoDate, { language }: Say): string {
  return DATES[language].format(toDay(day) * 86_400_000);
}

const both = (one: Line, says: Says): Both => ({ en: worded(one, says.en), zh: worded(one, says.zh) });

export function checklistView({ intro, sections }: Checklist, say: Say): ChecklistView {
  return {
    title: say('prepare.checklist.title'),
    intro: intro.map((one) => worded(one, say)),
    sections: sections.map(({ id, items }) => ({
      id,
      title: say(`prepare.checklist.section.${id}`),
      items: items.map((item) => ({
        text: worded(item.line, say),
        more: item.more.map((one) => worded(one, say)),
        todo: item.todo,
      })),
    })),
  };
}

export function scriptView(script: Script, product: Product, says: Says): ScriptView {
  return {
    title: both(script.title, says),
    sections: script.sections.map(({ id, lines }) => ({
      id,
      title: both(line(`script.section.${id}`), says),
      lines: [
        ...(id === 'before' ? script.numbers.flatMap((number) => numberLines(number, product, says)) : []),
        ...lines.map((one: ScriptLine) => ({ kind: one.kind, ...both(one.line, says) })),
      ],
    })),
    branches: script.branches.map(({ they, say, advice, ...same }) => ({
      ...same,
      they: both(they, says),
      say: both(say, says),
      advice: advice && both(advice, says),
    })),
  };
}

type Row = { kind: 'do'; about: 'number' } & Both;

/** The number, when somebody answers, and what to press. */
function numberLines(channel: CheckedChannel, { channels }: Product, says: Says): Row[] {
  const row = (make: (say: Say) => string): Row => ({
    kind: 'do',
    about: 'number',
    en: make(says.en),
    zh: make(says.zh),
  });
  const menu = channels.find(({ kind, value }) => kind === 'phone' && value.value === channel.value)?.voiceMenu?.value;
  const label = (say: Say): string => channel.label?.[say.language] ?? say('check.kind.phone');
  return [
    row((say) => filled('prepare.script.number', { number: channel.display, label: label(say) }, say)),
    row((say) => hours(channel, say)),
    ...(channel.fromAbroad === 'no' ? [row((say) => say('prepare.script.notFromAbroad'))] : []),
    ...(channel.canCancelHere === 'yes' ? [] : [row((say) => say('prepare.script.maybeHere'))]),
    ...(menu ? [row((say) => say('prepare.script.voiceMenu', { menu: menu[say.language] }))] : []),
  ];
}

function hours({ carrierHours, localHours, localZone, support }: CheckedChannel, say: Say): string {
  if (carrierHours === null) return say('prepare.script.hoursUnknown');
  const own = hoursInWords(carrierHours, say);
  const local = localHours !== null && localZone !== null && localZone !== carrierHours.zone;
  const told = local
    ? say('prepare.script.hoursBoth', { hours: own, local: localHours, zone: localZone })
    : say('prepare.script.hours', { hours: own });
  const unsure = support.hours.confidence === 'conflicting' ? say('prepare.script.hoursDiffer') : '';
  return `${told}${unsure && say.language === 'en' ? ' ' : ''}${unsure}`;
}

export function messagesView({ to, parts }: Messages, says: Says): MessagesView {
  return {
    to: to?.value ?? null,
    en: parts.flatMap((part) =>
      packed(
        part.map((one) => worded(one, says.en, TYPED_LIMIT)),
        ' ',
      ),
    ),
    zh: parts.flatMap((part) =>
      packed(
        part.map((one) => worded(one, says.zh, TYPED_LIMIT)),
        '',
      ),
    ),
  };
}

/** Sentences put together as long as they fit one message. */
function packed(sentences: readonly string[], between: string): string[] {
  const messages: string[] = [];
  for (const sentence of sentences) {
    const last = messages.at(-1);
    const longer = last === undefined ? sentence : `${last}${between}${sentence}`;
    if (last !== undefined && longer.length <= MESSAGE_LIMIT) messages[messages.length - 1] = longer;
    else messages.push(sentence);
  }
  return messages;
}

export function writingView(writing: Writing, says: Says): WritingView {
  return { to: writing.to?.value ?? null, en: writingPart(writing, says.en), zh: writingPart(writing, says.zh) };
}

/** A subject stays on one line and short; what was typed has no line breaks already. */
const SUBJECT_TYPED = 60;

function writingPart(writing: Writing, say: Say): WritingPart {
  const all = (lines: readonly Line[]): string[] => lines.map((one) => worded(one, say));
  return {
    sender: all(writing.sender),
    date: dayInWords(writing.date, say),
    recipient: all(writing.recipient),
    subject: worded(writing.subject, say, SUBJECT_TYPED),
    about: all(writing.about),
    salutation: say('prepare.deliver.mail.hello'),
    paragraphs: writing.paragraphs.map((paragraph) => all(paragraph).join(say.language === 'zh' ? '' : ' ')),
    questionsIntro: say('prepare.deliver.mail.questions'),
    questions: all(writing.questions),
    confirmIntro: writing.confirmIntro ? worded(writing.confirmIntro, say) : say('prepare.deliver.confirm.intro'),
    confirm: all(writing.confirm),
    happenedIntro: say('document.happened.intro'),
    happened: all(writing.happened ?? []),
    enclosuresIntro: say('document.enclosures'),
    enclosures: all(writing.enclosures ?? []),
    closing: all(writing.closing),
    farewell: say('prepare.deliver.mail.farewell'),
    signature: all(writing.signature),
  };
}
