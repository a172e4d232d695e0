import { type EpochDay, toDay } from '../../time/civil.ts';
import { isBusinessDay } from '../../time/holidays.ts';
import type { DateFound } from './dates.ts';
import type { Sentence } from './sentences.ts';

export interface TermFound {
  day: EpochDay;
  start: number;
  end: number;
}

const ACT =
  /\b(?:call(?!ed)|contact|reply|respond|confirm(?!ed|ation)|verify|chat\s+with|text\s+(?:us|yes|back)|log\s?in|sign\s?in|visit|click|phone\s+us|speak|llam\w+|responda|confirme|comun[ií]quese|complete\s+(?:your|the|this))\b|致电|拨打|来电|联系|回复|确认|验证/i;
const NOT_YOURS =
  /\b(?:we|someone|agent|representative|specialist|team|advisor)(?:'ll|\s+will|\s+would|\s+shall)\s+(?:be\s+in\s+)?(?:call|contact|reply|respond|confirm|reach)|\b(?:return|ship|send\s+back)\s+(?:your|the)\s+(?:device|equipment|phone|modem)|\b(?:refund|reembolso)\b|\bif\s+you\s+(?:did\s+not|didn't|have|change|wish|want|would|need|believe)\b|\bquestions?\b|我们将|我们会|如有疑问|如果您(?:没有|改变)/i;
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fourteen: 14,
  fifteen: 15,
  thirty: 30,
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  siete: 7,
  diez: 10,
  一: 1,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const COUNT = `(?<count>\\d{1,3}|${Object.keys(NUMBERS)
  .filter((word) => /[a-z]/.test(word))
  .join('|')})(?:\\s*\\(\\d{1,3}\\))?`;
const WITHIN = new RegExp(
  `\\b(?:within|in|in\\s+the\\s+next|no\\s+more\\s+than|during\\s+the\\s+next|dentro\\s+de(?:\\s+los)?(?:\\s+pr[oó]ximos)?|en(?:\\s+un\\s+plazo\\s+de)?)\\s+(?:the\\s+next\\s+)?${COUNT}[\\s-]*(?<business>business|working|h[aá]biles)?\\s*(?:calendar\\s+)?(?<unit>days?|hours?|hrs?|weeks?|d[ií]as?|horas?|semanas?)\\b(?<after>\\s+h[aá]biles)?`,
  'i',
);
const WITHIN_ZH =
  /(?<count>\d{1,3}|[一两三四五六七八九十])\s*个?(?<business>工作日|营业日)?(?<unit>天|日|小时|周|星期)?(?:之?内|以内)/;
const BY =
  /\b(?:by|before|no\s+later\s+than|until|deadline(?:\s+is)?:?|antes\s+del?|a\s+m[aá]s\s+tardar(?:\s+el)?)\s+(?:\w+\s+){0,2}$|(?:在|于)\s*$/i;

/** The day until which the user has to call or confirm, as a sentence tells it; null: it tells none. */
export function termOf(sentence: Sentence, dates: readonly DateFound[], receivedOn: string): TermFound | null {
  const { text, start } = sentence;
  if (!ACT.test(text) || NOT_YOURS.test(text)) return null;
  const within = WITHIN.exec(text) ?? WITHIN_ZH.exec(text);
  if (within) {
    const day = after(toDay(receivedOn), within.groups ?? {});
    return day === null ? null : { day, start: start + within.index, end: start + within.index + within[0].length };
  }
  for (const date of dates) {
    const from = date.start - start;
    const lead = text.slice(0, from);
    const behind = /^\s*(?:之?前|以前)/.test(text.slice(date.end - start));
    if (date.day !== null && (BY.test(lead) || behind)) return { day: date.day, start: date.start, end: date.end };
  }
  return null;
}

function after(from: EpochDay, groups: Readonly<Record<string, string | undefined>>): EpochDay | null {
  const count = NUMBERS[groups.count?.toLowerCase() ?? ''] ?? Number(groups.count);
  if (!Number.isInteger(count) || count > 120) return null;
  const unit = groups.unit ?? '';
  if (/^(?:h|小)/i.test(unit)) return from + Math.floor(count / 24);
  if (/^(?:w|s|周|星)/i.test(unit)) return from + count * 7;
  if (!groups.business && !groups.after) return unit === '' ? null : from + count;
  let day = from;
  for (let left = count; left > 0; ) {
    day += 1;
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}
