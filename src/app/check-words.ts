/** Facts of `check` in words of one language. */
import type { Hours, Text } from '../domain/catalog/schema.ts';
import type { CheckedChannel, CheckUnknown } from '../domain/check/types.ts';
import { isAlwaysOpen, WEEK } from '../domain/time/openday.ts';
import { LANGUAGE_TAGS, type Say } from '../locale/say.ts';

/** `Mon–Sun 04:00–21:00 (America/Los_Angeles)`: hours as recorded. */
export function hoursInWords(hours: Hours, say: Say): string {
  if (isAlwaysOpen(hours)) return say('check.dayAndNight');
  const rows = hours.weekly.map((row) => `${daysInWords(row.days, say)} ${row.open}–${row.close}`).join(', ');
  return hours.zone === null ? rows : say('check.hours', { hours: rows, zone: hours.zone });
}

function daysInWords(days: Hours['weekly'][number]['days'], say: Say): string {
  if (new Set(days).size === WEEK.length) return say('check.daily');
  const runs: number[][] = [];
  for (const place of WEEK.keys()) {
    if (!days.some((day) => day === WEEK[place])) continue;
    const last = runs.at(-1);
    if (last?.at(-1) === place - 1) last.push(place);
    else runs.push([place]);
  }
  return runs.map((run) => runInWords(run, say)).join(say.language === 'zh' ? '、' : ', ');
}

function runInWords(run: readonly number[], say: Say): string {
  const first = weekdayName(run[0] ?? 0, say);
  return run.length === 1 ? first : `${first}–${weekdayName(run.at(-1) ?? 0, say)}`;
}

/** 0 is Monday. 5 January 1970 was one. */
function weekdayName(place: number, say: Say): string {
  const monday = 4 * 86_400_000;
  const day = new Date(monday + place * 86_400_000);
  return new Intl.DateTimeFormat(LANGUAGE_TAGS[say.language], { weekday: 'short', timeZone: 'UTC' }).format(day);
}

/** `October 2026` */
export function monthInWords(month: string, say: Say): string {
  const style: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(LANGUAGE_TAGS[say.language], style).format(new Date(`${month}-01T00:00Z`));
}

/** `Tue, 24 Nov, 20:00` on the clock of a zone; UTC is named where no zone is known. */
export function momentInWords(instant: string, zone: string | null, say: Say): string {
  const shown = new Intl.DateTimeFormat(say.language === 'en' ? 'en-GB' : LANGUAGE_TAGS[say.language], {
    timeZone: zone ?? 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
  return `${shown}${zone === null ? ' UTC' : ''}`;
}

/** `Phone +1 505-998-3793`; where the value is long, the label or the kind alone. */
export function channelName(channel: CheckedChannel, say: Say): string {
  const kind = say(`check.kind.${channel.kind}`);
  if (channel.kind === 'phone' && channel.display !== null) return `${kind} ${channel.display}`;
  return channel.label?.[say.language] ?? kind;
}

const WORDS: Partial<Record<CheckUnknown, string>> = {
  'online-conflicting': 'catalog.online',
  'effective-conflicting': 'check.effective',
  'proration-conflicting': 'check.proration',
  'installments-conflicting': 'check.installments',
  'promo-credits-conflicting': 'check.promo',
};

/** One of the values an unknown holds. */
export function valueInWords(code: CheckUnknown, value: unknown, say: Say): string {
  if (typeof value === 'number')
    return say(code === 'renewal-lead-conflicting' ? 'check.lead' : 'check.days', { count: value });
  if (isText(value)) return value[say.language];
  if (isHours(value)) return hoursInWords(value, say);
  if (isFee(value)) return feeInWords(value, say);
  const prefix = WORDS[code];
  if (prefix) return say(`${prefix}.${value}`);
  return value === 'yes' || value === 'no' ? say(`check.tri.${value}`) : String(value);
}

function feeInWords({ minUsd, maxUsd }: { minUsd: string; maxUsd: string | null }, say: Say): string {
  if (maxUsd === null) return say('check.feeOpen', { min: minUsd });
  return say(minUsd === maxUsd ? 'check.feeSame' : 'check.fee', { min: minUsd, max: maxUsd });
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;
}

function isHours(value: unknown): value is Hours {
  return typeof value === 'object' && value !== null && 'weekly' in value;
}

function isFee(value: unknown): value is { minUsd: string; maxUsd: string | null } {
  return typeof value === 'object' && value !== null && 'minUsd' in value;
}
