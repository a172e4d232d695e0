import { type EpochDay, parseDay, partsOf, toDay, weekday } from '../../time/civil.ts';
import { parseInstant } from '../../time/instant.ts';
import { dayAt, instantAt } from '../../time/zoned.ts';
import type { ReadContext } from '../reading.ts';

/** A date in the folded text; `day` null: a date stands there, but which one is not clear. */
export interface DateFound {
  day: EpochDay | null;
  start: number;
  end: number;
}

const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene)/i,
  /^feb/i,
  /^mar/i,
  /^a[bp]r/i,
  /^ma[yi]/i,
  /^jun/i,
  /^jul/i,
  /^a(?:ug|go)/i,
  /^se/i,
  /^oct/i,
  /^nov/i,
  /^d[ei]/i,
];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|ene|abr|ago|dic)\\.?';
const WEEKDAYS: readonly RegExp[] = [
  /^(?:mon|lun)/i,
  /^(?:tue|mar)/i,
  /^(?:wed|mi)/i,
  /^(?:thu|jue)/i,
  /^(?:fri|vie)/i,
  /^(?:sat|s[a\u00e1]b)/i,
  /^(?:sun|dom)/i,
];
const WEEKDAY =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|lunes|martes|mi[e\u00e9]rcoles|jueves|viernes|s[a\u00e1]bado|domingo)';
const LEAD = new RegExp(`\\b(?<weekday>${WEEKDAY})\\.?,?\\s+(?:the\\s+)?$`, 'i');
const YEAR =
  "(?:\\s*,\\s*|\\s+(?:de(?:l)?\\s+|of\\s+)?|\\s*-\\s*)(?<year>20\\d\\d)(?!\\d)|,?\\s*'(?<short>\\d\\d)(?!\\d)";

const LONGEST_LEAD = 20;

const FORMS: readonly RegExp[] = [
  /(?<![\d-])(?<year>20\d\d)-(?<month>\d{2})-(?<day>\d{2})(?<time>T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?(?![\d-])/g,
  /(?<![\d/.-])(?<year>20\d\d)\/(?<month>\d{1,2})\/(?<day>\d{1,2})(?![\d/])/g,
  /(?<!\d)(?:(?<year>20\d\d)\s*\u5e74\s*)?(?<month>\d{1,2})\s*\u6708\s*(?<day>\d{1,2})\s*[\u65e5\u53f7]/g,
  new RegExp(`\\b(?<word>${MONTH})[\\s-]*(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s*[:/])(?:${YEAR})?`, 'gi'),
  new RegExp(
    `(?<![\\d/.$:,-])(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?:\\s+(?:day\\s+)?of\\s+|\\s+de\\s+|[\\s-]*)(?<word>${MONTH})(?![a-z])(?:${YEAR})?`,
    'gi',
  ),
  /(?<![\d/.$-])(?<first>\d{1,2})(?<mark>[/.-])(?<second>\d{1,2})\k<mark>(?<year>20\d\d|\d\d)(?![\d/]|[.-]\d)/gi,
  new RegExp(
    `(?<=\\b(?:on|by|until|through|before|effective|after|of|day|date:?|is|el|hasta|antes\\s+del?)\\s{1,3}|${WEEKDAY},?\\s{1,3})(?<first>\\d{1,2})(?<mark>/)(?<second>\\d{1,2})(?![\\d/]|\\.\\d)`,
    'gi',
  ),
];
const TODAY =
  /\b(?:effective|as of|starting|beginning|disconnected|cancell?ed|closed|terminated|deactivated)\s+(?<now>immediately|today|now|tomorrow)\b|\b(?<own>de inmediato|inmediatamente)\b|(?<zh>\u5373\u65e5\u8d77|\u7acb\u5373\u751f\u6548|\u5373\u65f6\u751f\u6548)/gi;
const BARE_WEEKDAY = new RegExp(
  `\\b(?:(?:on|by|until|through|before)\\s+(?:next\\s+|this\\s+)?|next\\s+|this\\s+)${WEEKDAY}\\b(?!,?\\s+(?:the\\s+)?(?:\\d|${MONTH}))`,
  'gi',
);

const SPANISH = /[\u00f1\u00bf\u00a1]|\b(?:su|l[i\u00ed]nea|servicio|cuenta|cancelad[oa]|usted|fecha)\b/i;

/** Every date of the text in its order; two readings of the same place count once. */
export function datesOf(text: string, context: ReadContext): DateFound[] {
  const found: DateFound[] = [];
  const spanish = (text.match(new RegExp(SPANISH.source, 'gi'))?.length ?? 0) > 3;
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const lead = LEAD.exec(text.slice(Math.max(0, match.index - LONGEST_LEAD), match.index));
      const start = match.index - (lead?.[0].length ?? 0);
      const end = match.index + match[0].trimEnd().length;
      const groups = { ...match.groups, weekday: lead?.groups?.weekday };
      if (found.some((own) => start < own.end && own.start < end)) continue;
      found.push({
        ...withTime(
          text,
          start,
          end,
          dayOfMatch(groups, context, spanish),
          match.groups?.time ? match[0] : null,
          context,
        ),
      });
    }
  }
  for (const match of text.matchAll(TODAY)) {
    const end = match.index + match[0].length;
    const later = match.groups?.now?.toLowerCase() === 'tomorrow' ? 1 : 0;
    const words = match.groups?.now ?? match.groups?.own ?? match.groups?.zh ?? '';
    found.push({ day: toDay(context.receivedOn) + later, start: end - words.length, end });
  }
  for (const match of text.matchAll(BARE_WEEKDAY)) {
    found.push({ day: null, start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}

type Groups = Readonly<Record<string, string | undefined>>;

function dayOfMatch(groups: Groups, { receivedOn }: ReadContext, spanish: boolean): EpochDay | null {
  const [month, day] = monthAndDay(groups, spanish);
  if (month === null || day === null) return null;
  const year = groups.year ?? groups.short;
  const named = groups.weekday ? WEEKDAYS.findIndex((form) => form.test(groups.weekday ?? '')) + 1 : null;
  if (year !== undefined) {
    const exact = existing(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
    return exact !== null && named !== null && weekday(exact) !== named ? null : exact;
  }
  return nearest(month, day, named, toDay(receivedOn));
}

function monthAndDay(groups: Groups, spanish: boolean): [number | null, number | null] {
  if (groups.word) {
    const month = MONTHS.findIndex((form) => form.test(groups.word ?? '')) + 1;
    return [month || null, Number(groups.day)];
  }
  if (groups.month) return [Number(groups.month), Number(groups.day)];
  const [first, second] = [Number(groups.first), Number(groups.second)];
  // Month first is the order of the US; dots and Spanish text come with the other one as well.
  const otherOrder = groups.mark === '.' || spanish;
  if (first > 12 || (otherOrder && second <= 12 && first !== second)) return [null, null];
  return [first, second];
}

function existing(year: number, month: number, day: number): EpochDay | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return parseDay(iso);
}

const BEFORE_DAYS = 120;
const AFTER_DAYS = 245;

/** The day of that month and day which lies from four months before to eight months after `from`. */
function nearest(month: number, day: number, named: number | null, from: EpochDay): EpochDay | null {
  const { year } = partsOf(from);
  const days = [year - 1, year, year + 1].map((own) => existing(own, month, day)).filter((own) => own !== null);
  const near = days.find((own) => own >= from - BEFORE_DAYS && own <= from + AFTER_DAYS) ?? null;
  return near !== null && named !== null && weekday(near) !== named ? null : near;
}

const CLOCK = String.raw`(?:(?<hour>\d{1,2})(?::(?<minute>\d{2}))?(?::\d{2})?\s*(?<half>[ap])\.?m\.?|(?<hour24>[01]?\d|2[0-4]):(?<minute24>[0-5]\d)|(?<word>midnight|noon))`;
const ZONE = String.raw`\(?(?<zone>eastern|central|mountain|pacific|alaska|hawaii(?:an)?|arizona|e[sd]?t|c[sd]?t|m[sd]?t|p[sd]?t|ak[sd]?t|h[sd]?t|utc|gmt)\b(?:\s+(?:standard|daylight))?(?:\s+time)?\)?`;
const TIME_BEFORE = new RegExp(`${CLOCK}\\s*,?\\s*${ZONE}\\s*,?\\s*(?:on|of|del?|el)?\\s*(?:the\\s+)?$`, 'i');
const TIME_AFTER = new RegExp(`^\\s*,?\\s*(?:at|by|a las?|@|-)?\\s*${CLOCK}\\s*,?\\s*${ZONE}`, 'i');
const ZONES: readonly [RegExp, string][] = [
  [/^(?:e|eastern)/i, 'America/New_York'],
  [/^c/i, 'America/Chicago'],
  [/^ar/i, 'America/Phoenix'],
  [/^m/i, 'America/Denver'],
  [/^p/i, 'America/Los_Angeles'],
  [/^a/i, 'America/Anchorage'],
  [/^h/i, 'Pacific/Honolulu'],
  [/^(?:u|g)/i, 'UTC'],
];

/** With a clock time and its zone beside the date: the day it is then where the line's days are counted. */
function withTime(
  text: string,
  start: number,
  end: number,
  day: EpochDay | null,
  instant: string | null,
  { zone }: ReadContext,
): DateFound {
  if (day === null) return { day, start, end };
  if (instant !== null) {
    const at = parseInstant(instant);
    return { day: at === null ? null : dayAt(at, zone), start, end };
  }
  const before = TIME_BEFORE.exec(text.slice(Math.max(0, start - 48), start));
  const after = before ? null : TIME_AFTER.exec(text.slice(end, end + 48));
  const groups = (before ?? after)?.groups;
  if (!groups) return { day, start, end };
  const from = before ? start - before[0].length : start;
  const to = after ? end + after[0].length : end;
  const clock = clockOf(groups);
  const named = ZONES.find(([form]) => form.test(groups.zone ?? ''))?.[1];
  if (clock === null || named === undefined) return { day: null, start: from, end: to };
  return { day: dayAt(instantAt(day, clock, named), zone), start: from, end: to };
}

function clockOf(groups: Groups): string | null {
  if (groups.word) return groups.word.toLowerCase() === 'noon' ? '12:00' : '00:00';
  const minute = groups.minute ?? groups.minute24 ?? '00';
  if (groups.hour24 !== undefined)
    return Number(groups.hour24) > 23 ? null : `${groups.hour24.padStart(2, '0')}:${minute}`;
  const hour = Number(groups.hour);
  if (hour < 1 || hour > 12 || Number(minute) > 59) return null;
  const late = groups.half?.toLowerCase() === 'p';
  return `${String((hour % 12) + (late ? 12 : 0)).padStart(2, '0')}:${minute}`;
}
