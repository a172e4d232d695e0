import { echo, SimoffError } from '../../domain/errors.ts';
import { parseDay } from '../../domain/time/civil.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { LANGUAGES, type Language } from '../../locale/say.ts';

/** The switches every command takes. */
export interface GlobalOptions {
  json?: boolean;
  lang?: string;
  data?: string;
  today?: string;
  now?: string;
  yes?: boolean;
}

/** `--lang`, else SIMOFF_LANG, else the language of the system; English where that is neither. Throws `bad-language`. */
export function languageOf(options: GlobalOptions, env: Readonly<Record<string, string | undefined>>): Language {
  const asked = options.lang ?? env.SIMOFF_LANG;
  if (asked !== undefined) {
    const found = LANGUAGES.find((language) => language === asked.toLowerCase());
    if (!found) throw new SimoffError('bad-language', { given: echo(asked), languages: [...LANGUAGES] });
    return found;
  }
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en';
}

/** The instant to work with: `--today` beats `--now`, which beats the clock. A bare date means noon in New York. Throws `bad-date`, `bad-instant`. */
export function instantOf(options: GlobalOptions, clock: () => string): string {
  const now = checkedNow(options.now) ?? clock();
  if (options.today === undefined) return now;
  const today = checkedToday(options.today);
  if (newYorkDate(now) === today) return now;
  const noon = noonInNewYork(today);
  if (parseInstant(noon) === null) throw new SimoffError('bad-date', { given: today });
  return noon;
}

/** Today's calendar date: `--today`, else the date `--now` or the clock shows in New York. Throws `bad-date`, `bad-instant`. */
export function todayOf(options: GlobalOptions, clock: () => string): string {
  const now = checkedNow(options.now);
  if (options.today !== undefined) return checkedToday(options.today);
  return newYorkDate(now ?? clock());
}

function checkedToday(given: string): string {
  if (parseDay(given) === null) throw new SimoffError('bad-date', { given: echo(given) });
  return given;
}

function checkedNow(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (parseInstant(given) === null) throw new SimoffError('bad-instant', { given: echo(given) });
  return given;
}

function newYorkDate(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date(instant));
}

/** 17:00 UTC is noon or one o'clock in New York, summer and winter: the same calendar date in every US zone. */
function noonInNewYork(date: string): string {
  return `${date}T17:00:00Z`;
}
