import { type DecideView, inText, type OptionView, type QuestionView } from '../../app/decide.ts';
import type { Say } from '../../locale/say.ts';

const WIDTH = 80;

/** A plan as text of at most 80 columns: the best option first with its payments, then the others, questions, doubts, sources. */
export function renderDecide(view: DecideView, say: Say): string {
  const [best, ...others] = view.recommended === null ? [null, ...view.options] : view.options;
  const blocks = [
    [`${view.carrierName} · ${view.productName}`, ...wrapped(view.summary)],
    view.contact ? [say('decide.cli.contact'), ...view.contact.why.flatMap(({ message }) => bullet(message))] : [],
    best ? bestBlock(best, view, say) : [],
    [say('decide.cli.others'), ...others.flatMap((option) => option && shortly(option, view, say))].filter(
      Boolean,
    ) as string[],
    ...questionBlocks(view.questionsForCarrier, say),
    view.unknowns.length > 0
      ? [say('decide.cli.unknowns'), ...view.unknowns.flatMap(({ message }) => bullet(message))]
      : [],
    sourceBlock(view, say),
    wrapped(say('decide.cli.notAdvice')),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}

function bestBlock(option: OptionView, view: DecideView, say: Say): string[] {
  const { warnings, timeline } = option;
  return [
    say('decide.cli.labelled', { label: say('decide.cli.recommended'), text: nameOf(option, say) }),
    ...datesOf(option, say),
    ...costOf(option, view, say),
    ...wrapped(option.why, '  '),
    ...(timeline.length > 0 ? [`  ${say('decide.cli.timeline')}`] : []),
    ...timeline.map((entry) => {
      const lost = entry.lostUsd === null ? '' : ` ${say('decide.cli.lost', { usd: entry.lostUsd })}`;
      const amount = entry.amountUsd ?? say('decide.cli.unknownAmount');
      return `    ${entry.date}  ${amount.padStart(9)}  ${entry.text}${lost}`;
    }),
    ...(warnings.length > 0 ? [`  ${say('decide.cli.warnings')}`] : []),
    ...warnings.flatMap(({ message }) => bullet(message, '    ')),
  ];
}

function shortly(option: OptionView, view: DecideView, say: Say): string[] {
  if (!option.feasible) {
    const text = say('decide.cli.labelled', { label: say('decide.cli.notPossible'), text: option.why });
    return bullet(`${nameOf(option, say)} – ${text}`);
  }
  return [...bullet(nameOf(option, say)), ...datesOf(option, say, '    '), ...costOf(option, view, say, '    ')];
}

function nameOf({ kind, targetName }: OptionView, say: Say): string {
  return say(`decide.option.${kind}`, { target: inText(targetName, say) });
}

function datesOf({ actOn, lastDayToAct, endsOn, numberSafeUntil }: OptionView, say: Say, indent = '  '): string[] {
  return [
    ...(actOn === null ? [] : [`${indent}${actSentence(actOn, lastDayToAct, say)}`]),
    ...(endsOn === null ? [] : [`${indent}${say('decide.cli.endsOn', { endsOn })}`]),
    ...(numberSafeUntil === null ? [] : [`${indent}${say('decide.cli.numberSafeUntil', { day: numberSafeUntil })}`]),
  ];
}

function actSentence(actOn: string, lastDayToAct: string | null, say: Say): string {
  return say(actOn === lastDayToAct ? 'decide.cli.actOnly' : 'decide.cli.actOn', { actOn, lastDayToAct });
}

function costOf({ cost }: OptionView, { horizon }: DecideView, say: Say, indent = '  '): string[] {
  if (cost === null) return [];
  const { minUsd, maxUsd } = cost;
  const code = maxUsd === null ? 'costOpen' : minUsd === maxUsd ? 'costExact' : 'cost';
  return [`${indent}${say(`decide.cli.${code}`, { horizon, minUsd, maxUsd })}`];
}

function questionBlocks(questions: readonly QuestionView[], say: Say): string[][] {
  const titles = [
    ['you', 'decide.cli.questionsYou'],
    ['carrier', 'decide.cli.questionsCarrier'],
    ['target', 'decide.cli.questionsTarget'],
  ] as const;
  return titles.map(([whom, title]) => {
    const own = questions.filter((question) => question.for === whom);
    return own.length === 0 ? [] : [say(title), ...own.flatMap((question) => bullet(withWorth(question, say)))];
  });
}

function withWorth({ question, worthUsd }: QuestionView, say: Say): string {
  return worthUsd === null || worthUsd === '0.00'
    ? question
    : `${question} ${say('decide.cli.worth', { usd: worthUsd })}`;
}

function sourceBlock({ options }: DecideView, say: Say): string[] {
  const sources = options.flatMap(({ timeline }) => timeline.flatMap((entry) => entry.sources));
  const shown = new Map(sources.map(({ url, pageDate }) => [url, pageDate ?? say('cli.catalog.undated')]));
  return shown.size === 0 ? [] : [say('decide.cli.sources'), ...[...shown].map(([url, date]) => `  ${url} (${date})`)];
}

function bullet(text: string, indent = '  '): string[] {
  const [first = '', ...rest] = wrapped(text, `${indent}  `);
  return [`${indent}• ${first.trimStart()}`, ...rest];
}

/** Lines of at most 80 columns; a Chinese character takes two and may be broken after. */
function wrapped(text: string, indent = ''): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    const closing = /^[，。；：、）”！？]$/.test(piece);
    if (!closing && columns(line) + columns(piece.trimEnd()) > WIDTH && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

function columns(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' && letter < '\uffef' ? 2 : 1), 0);
}
