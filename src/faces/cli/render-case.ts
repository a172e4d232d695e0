import type { RecordedView } from '../../app/case/answers.ts';
import type { CaseList } from '../../app/case/list.ts';
import type { CaseView, DeadlineView, EventView, NextActionView } from '../../app/case/view.ts';
import type { Say } from '../../locale/say.ts';
import { inWords, known } from '../../locale/words.ts';
import { wrap } from './wrap.ts';

/** A case as text: the next action first, then what is wrong or due, what is still open, and everything that happened. */
export function renderCase(view: CaseView, say: Say): string {
  return blocks([
    head(view, say),
    problems(view, say),
    nextLines(view.nextAction, say),
    alarms(view, say),
    listed(
      say('record.cli.deadlines'),
      view.deadlines.map((deadline) => deadlineLine(deadline, say)),
    ),
    listed(
      say('record.cli.obligations'),
      view.obligations.map(({ state, name, message }) =>
        wrap(say('record.cli.obligation', { name, message }), `  ${MARKS[state]} `),
      ),
    ),
    listed(
      say('record.cli.events'),
      view.events.map((event) => eventLine(event, say)),
    ),
  ]);
}

/** The next action alone. */
export function renderNext(view: CaseView, say: Say): string {
  return blocks([problems(view, say), nextLines(view.nextAction, say), alarms(view, say)]);
}

/** What was written, and what comes next. */
export function renderRecorded(view: RecordedView, say: Say): string {
  const written = view.written.map(({ seq, type, on }) =>
    say('record.cli.written', { seq, name: say(`record.event.${type}`), on }),
  );
  return blocks([
    written,
    view.warnings.map(({ message }) => wrap(message, '! ')),
    view.stageName === null ? [] : [say('record.cli.stage', { stage: view.stageName })],
    nextLines(view.nextAction, say),
    alarms(view, say),
  ]);
}

/** All cases, one in two lines: what it is and where it stands, then the next step. */
export function renderCases({ cases, problems: found }: CaseList, say: Say): string {
  const wrong = found.map(({ message }) => wrap(message, '! '));
  if (cases.length === 0) return [...wrong, say('record.cli.none')].join('\n');
  const rows = cases.map((row) => {
    const name = [row.carrierName ?? row.carrier, row.productName, row.line].filter(Boolean).join(' · ');
    const stage = row.stageName ?? say('record.cli.unreadable');
    const next = row.nextAction;
    return [
      `${row.case}  ${name}  [${stage}]${row.alarms > 0 ? ` ${say('record.cli.alarmCount', { count: row.alarms })}` : ''}`,
      ...(next ? [wrap(dated(next.message, next, say), '          ')] : []),
    ].join('\n');
  });
  return [...wrong, ...rows].join('\n');
}

const MARKS = { open: '○', done: '●', 'not-needed': '–', unknown: '?' } as const;

function head(view: CaseView, say: Say): string[] {
  const name = [view.carrierName ?? view.carrier, view.productName, view.line].filter(Boolean).join(' · ');
  return [
    say('record.cli.case', { case: view.case, name }),
    ...(view.stageName === null ? [] : [say('record.cli.stage', { stage: view.stageName })]),
  ];
}

function problems(view: CaseView, say: Say): string[] {
  return listed(
    say('record.cli.problems'),
    view.problems.map(({ message }) => wrap(message, '  ! ')),
  );
}

/** The next action with the command that does it. */
export function nextLines(action: NextActionView | null, say: Say): string[] {
  if (!action) return [];
  return [
    say('record.cli.next'),
    wrap(dated(action.message, action, say), '  '),
    ...(action.button ? [`  $ ${action.button.command}`] : []),
  ];
}

function alarms(view: Pick<CaseView, 'alarms'>, say: Say): string[] {
  return listed(
    say('record.cli.alarms'),
    view.alarms.map(({ message, button, steps }) =>
      [
        wrap(message, '  ! '),
        `    $ ${button.command}`,
        ...steps.flatMap((step) => [
          wrap(step.message, step.done ? '    ● ' : '    ○ '),
          `      $ ${step.button.command}`,
        ]),
      ].join('\n'),
    ),
  );
}

function dated(message: string, { date, daysLeft }: Pick<NextActionView, 'date' | 'daysLeft'>, say: Say): string {
  if (date === null || daysLeft === null) return message;
  return `${message} ${daysWords(date, daysLeft, say)}`;
}

function daysWords(date: string, daysLeft: number, say: Say): string {
  if (daysLeft === 0) return say('record.days.today', { date });
  return say(daysLeft > 0 ? 'record.days.left' : 'record.days.late', { date, count: Math.abs(daysLeft) });
}

function deadlineLine(deadline: DeadlineView, say: Say): string {
  const { message, date, daysLeft, done, rule } = deadline;
  const mark = done ? '●' : '○';
  const when = done ? date : daysWords(date, daysLeft, say);
  return [wrap(`${message} ${when}`, `  ${mark} `), wrap(rule.title, '    ')].join('\n');
}

function eventLine(event: EventView, say: Say): string {
  const number = String(event.seq).padStart(4);
  const facts = factsOf(event, say);
  const back = event.takenBackBy === null ? '' : ` ${say('record.cli.takenBack', { seq: event.takenBackBy })}`;
  const lines = [`${number}  ${event.on}  ${event.name}${back}`];
  if (facts !== '') lines.push(wrap(facts, ' '.repeat(6)));
  return lines.join('\n');
}

/** What an event carries, in words; the situation and the numbers of a choice are shown elsewhere. */
function factsOf({ type, data }: EventView, say: Say): string {
  if (type === 'situation-recorded') return '';
  return Object.entries(data)
    .flatMap(([field, value]) => {
      const shown = valueWords(field, value, say);
      return shown === ''
        ? []
        : [say('record.cli.field', { label: known(`record.label.${field}`, field, say), value: shown })];
    })
    .join(say.language === 'zh' ? '；' : '; ');
}

function valueWords(field: string, value: unknown, say: Say): string {
  if (value === null || value === undefined || ['sha256', 'bytes', 'language', 'hash'].includes(field)) return '';
  if (typeof value === 'boolean') return say(`record.word.${value ? 'yes' : 'no'}`);
  if (field === 'attachments') return (value as { name: string }[]).map(({ name }) => name).join(', ');
  if (field === 'service') return String(inWords({ service: String(value) }, say).service);
  if (field === 'via') return String(inWords({ via: String(value) }, say).via);
  if (typeof value === 'string') return known(`record.value.${value}`, value, say).replaceAll('\n', ' ');
  return String(value);
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function blocks(all: readonly (readonly string[])[]): string {
  return all
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}
