import type { CallView, EndedCall } from '../../app/case/call.ts';
import type { Both } from '../../app/prepare-types.ts';
import type { Say } from '../../locale/say.ts';
import { renderRecorded } from './render-case.ts';
import { wrap } from './wrap.ts';

/** The call at a glance: whom to dial and when somebody answers, what to have at hand, the replies by letter. */
export function renderCall(view: CallView, say: Say): string {
  const [before, ...rest] = view.script.sections;
  const blocks = [
    [wrap(view.script.title[say.language])],
    view.noNumber === null ? [] : [wrap(view.noNumber, '! ')],
    view.numbers.flatMap((number) => numberLines(number, say)),
    (before?.lines ?? []).map((line) => wrap(line[say.language], '- ')),
    ...rest.map(({ title, lines }) => [
      `${title.en} · ${title.zh}`,
      ...lines.flatMap((line) => spoken(line, MARKS[line.kind], say)),
    ]),
    [say('call.branches'), ...view.branches.flatMap((branch, place) => branchLines(branch, place, say))],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** Whether somebody answers now, and what to press. A number that may not be dialled is not in the list of those to dial. */
function numberLines(
  { dial, display, label, state, voiceMenu, verified, carrierHours }: CallView['numbers'][number],
  say: Say,
): string[] {
  if (!dial || display === null)
    return display === null || verified ? [] : [wrap(say('call.unverified', { number: display }), '! ')];
  const menu = voiceMenu.text === null ? say('call.menuUnknown') : say('call.menu', { menu: voiceMenu.text });
  const hours = carrierHours === null ? [] : [wrap(carrierHours, '  ')];
  return [wrap([display, label].filter(Boolean).join(' · ')), wrap(state, '  '), ...hours, wrap(menu, '  ')];
}

const MARKS = { do: '- ', say: '> ', ask: '? ', they: '< ', write: '_ ' } as const;

/** The letter a branch is called by. */
export function letterOf(place: number): string {
  return String.fromCharCode(97 + place);
}

export function branchLines({ they, say: answer, advice }: CallView['branches'][number], place: number, say: Say) {
  return [
    ...spoken(they, `${letterOf(place)}) `, say),
    ...spoken(answer, '   > ', say),
    ...(advice === null ? [] : [wrap(advice[say.language], '   ! ')]),
  ];
}

/** English, and below it what it means. */
export function spoken({ en, zh }: Both, mark: string, say: Say): string[] {
  return say.language === 'zh' ? [wrap(en, mark), wrap(zh, ' '.repeat(mark.length))] : [wrap(en, mark)];
}

/** What was recorded, and the message to send now. */
export function renderEnded({ followUp, ...recorded }: EndedCall, say: Say): string {
  if (followUp === null) return renderRecorded(recorded, say);
  const { to, subject, body, bodyZh } = followUp;
  return [
    renderRecorded(recorded, say),
    '',
    wrap(to === null ? say('call.followUp') : say('call.followUpTo', { to })),
    say('send.cli.mail'),
    subject,
    '',
    body.trimEnd(),
    say('send.cli.end'),
    ...(say.language === 'zh' ? [bodyZh.trimEnd(), say('send.cli.end')] : []),
  ].join('\n');
}
