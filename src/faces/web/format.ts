/** Dates, spans and money as people read them. Pure; calendar dates carry no zone. */
import { parseDay, toDay } from '../../domain/time/civil.ts';
import { LANGUAGE_TAGS, type Language, type Say } from '../../locale/say.ts';

const DATE_STYLES = {
  short: { day: 'numeric', month: 'short' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  full: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** `2026-12-12` as "12 Dec", "12 Dec 2026", "12 December 2026" or "Saturday". */
export function showDate(iso: string, language: Language, style: keyof typeof DATE_STYLES = 'full'): string {
  return new Intl.DateTimeFormat(tagOf(language), { ...DATE_STYLES[style], timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00Z`),
  );
}

/** The date a page bears: a day, a month or only a year. */
export function showPageDate(date: string, language: Language): string {
  if (date.length === 10) return showDate(date, language);
  const style: Intl.DateTimeFormatOptions =
    date.length === 7 ? { year: 'numeric', month: 'long' } : { year: 'numeric' };
  const whole = date.length === 7 ? `${date}-01` : `${date}-01-01`;
  return new Intl.DateTimeFormat(tagOf(language), { ...style, timeZone: 'UTC' }).format(new Date(`${whole}T00:00Z`));
}

/** "3 weeks left (12 Dec)", "today (12 Dec)", "2 days ago (12 Dec)". */
export function timeLeft(iso: string, today: string, say: Say): string {
  return datedSpan(iso, toDay(iso) - toDay(today), say);
}

/** The same where the days are already counted. */
export function datedSpan(iso: string, days: number, say: Say): string {
  return say('web.left.dated', { left: countdown(days, say), date: showDate(iso, say.language, 'short') });
}

/** "3 weeks left", "today", "2 days ago". */
export function spanLeft(iso: string, today: string, say: Say): string {
  return countdown(toDay(iso) - toDay(today), say);
}

/** "3 weeks left", "today", "2 days ago", of days already counted. */
export function countdown(days: number, say: Say): string {
  if (days === 0) return say('web.left.today');
  if (days === 1) return say('web.left.tomorrow');
  return say(days > 0 ? 'web.left.future' : 'web.left.past', { span: span(Math.abs(days), say.language) });
}

/** A sentence with its ISO dates and its time zones as people write them. */
export function readable(sentence: string, language: Language): string {
  return sentence
    .replace(/\b(\d{4}-\d{2}-\d{2})\b( ?)/g, (all, iso: string, space: string) => {
      if (parseDay(iso) === null) return all;
      // A date in Chinese ends with a Chinese character: what follows stands close to it.
      return showDate(iso, language) + (language === 'zh' ? '' : space);
    })
    .replace(/\b[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_-]+)+/g, (name) => showZone(name, language));
}

/** `America/New_York` as "Eastern Time"; what is no zone stays as it is. */
export function showZone(zone: string, language: Language): string {
  try {
    const parts = new Intl.DateTimeFormat(tagOf(language), { timeZone: zone, timeZoneName: 'longGeneric' });
    return parts.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  } catch {
    return zone;
  }
}

/** Day first in English: 12/5 and 5/12 cannot be mixed up where the month is a word. */
function tagOf(language: Language): string {
  return language === 'en' ? 'en-GB' : LANGUAGE_TAGS[language];
}

/** Days as people count them: days up to two weeks, then weeks, from three months on months. */
function span(days: number, language: Language): string {
  const [count, unit] =
    days < 14 ? [days, 'day'] : days < 90 ? [Math.floor(days / 7), 'week'] : [Math.floor(days / 30.44), 'month'];
  return new Intl.NumberFormat(LANGUAGE_TAGS[language], { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** `"-12.50"` as "−$12.50" or "-US$12.50". */
export function showUsd(usd: string, language: Language): string {
  const format = new Intl.NumberFormat(language === 'en' ? 'en-US' : LANGUAGE_TAGS[language], {
    style: 'currency',
    currency: 'USD',
    trailingZeroDisplay: 'stripIfInteger',
  });
  return format.format(Number(usd));
}

/** "$10 to $60", "$10", "$10 or more: …" where the upper end is unknown. */
export function showCost(cost: { minUsd: string | null; maxUsd: string | null }, say: Say): string {
  const min = cost.minUsd === null ? null : showUsd(cost.minUsd, say.language);
  const max = cost.maxUsd === null ? null : showUsd(cost.maxUsd, say.language);
  if (max === null) return min === null ? say('web.cost.unknown') : say('web.cost.from', { min });
  return min === null || min === max ? max : say('web.cost.range', { min, max });
}

/** The name of a country in the language, or its code. */
export function showCountry(code: string, language: Language): string {
  return new Intl.DisplayNames(LANGUAGE_TAGS[language], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

/** `1536` as "1.5 kB": near enough to tell a picture from a film. */
export function showBytes(bytes: number, language: Language): string {
  const [value, unit] =
    bytes < 1000 ? [bytes, 'byte'] : bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const format = { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 2 } as const;
  return new Intl.NumberFormat(LANGUAGE_TAGS[language], format).format(value);
}
