/** The pieces of `prepare` as files: Markdown for reading, plain text for sending. */
import type { Line, StoreSheet } from '../domain/prepare/types.ts';
import type { Say } from '../locale/say.ts';
import type { ChecklistView, MessagesView, ScriptView, SheetView, WritingPart, WritingView } from './prepare-types.ts';
import { type Says, worded } from './prepare-words.ts';

const RULE = '----------------------------------------';

/** Text inside Markdown: whatever was typed stays text, and starts no list, link, picture, tag or emphasis. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*<~]|!(?=\[)|\](?=[([:])|&(?=#?\w+;)|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
    .replace(/^[#>+=|-]/, '\\$&');
}

export function checklistText({ title, intro, sections }: ChecklistView): string {
  const rows = sections.flatMap((section) => [
    '',
    `## ${escaped(section.title)}`,
    '',
    ...section.items.flatMap(({ text, more, todo }) => [
      `- ${todo ? '[ ] ' : ''}${escaped(text)}`,
      ...more.map((one) => `  - ${escaped(one)}`),
    ]),
  ]);
  return ended([`# ${escaped(title)}`, '', ...intro.flatMap((one) => [escaped(one), '']).slice(0, -1), ...rows]);
}

/** English to speak, Chinese below it. */
export function scriptText({ title, sections }: ScriptView, { en, zh }: Says): string {
  const spoken = sections.flatMap((section, place) => [
    '',
    `## ${place + 1}. ${escaped(section.title.en)} · ${escaped(section.title.zh)}`,
    ...section.lines.flatMap((row, at) => [
      ...(isListed(row) && isListed(section.lines[at - 1]) ? [] : ['']),
      ...scriptRow(row, { en, zh }),
    ]),
  ]);
  return ended([`# ${escaped(title.en)}`, '', escaped(title.zh), ...spoken]);
}

function isListed(row: ScriptView['sections'][number]['lines'][number] | undefined): boolean {
  return row?.kind === 'do' || row?.kind === 'write';
}

function scriptRow({ kind, en, zh }: ScriptView['sections'][number]['lines'][number], says: Says): string[] {
  const first = escaped(en);
  const second = escaped(zh);
  const who = (say: Say): string => say(`prepare.script.who.${kind}`);
  const blank = '______________________________';
  if (kind === 'do') return [`- ${first}  `, `  ${second}`];
  if (kind === 'write') return [`- ${first} · ${second}: ${blank}`];
  if (kind === 'ask') return [`> ${first}  `, `> ${second}`, '', `${who(says.en)} · ${who(says.zh)}: ${blank}`];
  if (kind === 'they') return [`**${who(says.en)} · ${who(says.zh)}**: ${first}  `, `${second}`];
  return [`> **${first}**  `, `> ${second}`];
}

export function messagesText(view: MessagesView, kind: 'chat' | 'dm', user: Say): string {
  const { to, en, zh } = view;
  const head = [user(`prepare.text.${kind}.how`), ...(to === null ? [] : [user('prepare.text.to', { to })])];
  return ended([...head, ...numbered(en), ...copyOf(numbered(zh), user)]);

  function numbered(messages: readonly string[]): string[] {
    return messages.flatMap((message, place) => ['', `[${place + 1}/${messages.length}]`, message]);
  }
}

export function emailText({ to, en, zh }: WritingView, says: Says, user: Say): string {
  const rows = (part: WritingPart, say: Say): string[] => [
    say('prepare.text.emailTo', { to: to ?? part.recipient.at(-1) ?? '' }),
    say('prepare.text.subject', { subject: part.subject }),
    '',
    ...bodyOf(part),
  ];
  return ended([...rows(en, says.en), ...copyOf(['', ...rows(zh, says.zh)], user)]);
}

/** The body of the e-mail alone, as a mailer sends it. */
export function emailBody(part: WritingPart): string {
  return ended(bodyOf(part));
}

function bodyOf(part: WritingPart): string[] {
  return [...core(part), part.farewell, '', ...part.signature];
}

export function letterText({ en, zh }: WritingView, says: Says, user: Say): string {
  const rows = (part: WritingPart, say: Say): string[] => [
    ...part.sender,
    '',
    part.date,
    '',
    ...part.recipient,
    '',
    say('prepare.text.re', { subject: part.subject }),
    '',
    ...core(part),
    part.farewell,
    '',
    '',
    ...part.signature,
    ...(part.enclosures.length === 0 ? [] : ['', part.enclosuresIntro, ...part.enclosures.map((one) => `- ${one}`)]),
  ];
  return ended([...rows(en, says.en), ...copyOf(['', ...rows(zh, says.zh)], user)]);
}

/** Text for a form: no address, no date, no room to sign. */
export function formText({ en, zh }: WritingView, user: Say): string {
  const rows = (part: WritingPart): string[] => [part.subject, '', ...core(part).slice(2)];
  return ended([...rows(en), ...copyOf(['', ...rows(zh)], user)]);
}

export function sheetText({ title, sections }: SheetView): string {
  const blank = '______________________________';
  const marks = { tick: '- [ ] ', say: '> ', write: '- ', text: '' } as const;
  const rows = sections.flatMap((section) => [
    '',
    `## ${escaped(section.title)}`,
    ...section.lines.flatMap(({ kind, first, second }) => [
      '',
      `${marks[kind]}${escaped(first)}${second === '' ? '' : ` · ${escaped(second)}`}${kind === 'write' ? `: ${blank}` : ''}`,
    ]),
  ]);
  return ended([`# ${escaped(title)}`, ...rows]);
}

function core(part: WritingPart): string[] {
  const list = (intro: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [intro, ...items.map((item) => `- ${item}`), ''];
  return [
    part.salutation,
    '',
    ...part.paragraphs.slice(0, 1).flatMap((paragraph) => [paragraph, '']),
    ...part.about,
    '',
    ...part.paragraphs.slice(1).flatMap((paragraph) => [paragraph, '']),
    ...list(part.happenedIntro, part.happened),
    ...list(part.questionsIntro, part.questions),
    ...list(part.confirmIntro, part.confirm),
    ...part.closing,
    '',
  ];
}

/** What it means, for a reader of Chinese; marked as not to be sent. */
function copyOf(rows: readonly string[], user: Say): string[] {
  return user.language === 'zh' ? ['', RULE, user('prepare.text.copy'), RULE, ...rows] : [];
}

export function storeText(sheet: StoreSheet, title: string, says: Says, user: Say): string {
  const section = (code: string, rows: string[]): string[] => [
    '',
    `## ${escaped(user(`prepare.store.${code}`))}`,
    '',
    ...rows,
  ];
  const paired = (lines: readonly Line[]): string[] =>
    lines.flatMap((one) => {
      const en = escaped(worded(one, says.en));
      return user.language === 'zh' ? [`> **${en}**  `, `> ${escaped(worded(one, says.zh))}`, ''] : [`> **${en}**`, ''];
    });
  return ended([
    `# ${escaped(title)}`,
    ...section(
      'bring',
      sheet.bring.map((one) => `- [ ] ${escaped(worded(one, user))}`),
    ),
    ...section('say', paired(sheet.say)),
    ...section('leaveWith', paired(sheet.leaveWith)),
  ]);
}

export function paragraphsText(lines: readonly Line[], says: Says, user: Say): string {
  const rows = (say: Say): string[] => lines.flatMap((one) => [worded(one, say), '']);
  return user.language === 'zh' ? ended([...rows(says.zh), RULE, '', ...rows(says.en)]) : ended(rows(says.en));
}

/** One newline at the end, whatever the last rows are. */
function ended(rows: readonly string[]): string {
  return `${rows.join('\n').trimEnd()}\n`;
}
