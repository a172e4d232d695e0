import { type PlannedCall, plannedCall } from '../../domain/calendar/call.ts';
import { stableKeys } from '../../domain/calendar/keys.ts';
import { PURPOSES } from '../../domain/case/events.ts';
import { hidden, secretsIn } from '../../domain/case/secret-text.ts';
import { checkLine } from '../../domain/check/check.ts';
import { countryOf, zoneOfCountry } from '../../domain/check/countries.ts';
import { SimoffError } from '../../domain/errors.ts';
import { parseDay } from '../../domain/time/civil.ts';
import { clockSpan } from '../../domain/time/zoned.ts';
import { LANGUAGE_TAGS, type Say } from '../../locale/say.ts';
import type { CalendarEntry, CaseCalendar } from '../../ports/calendar.ts';
import type { CaseDeps } from './deps.ts';
import { type LoadedCase, loadCase } from './load.ts';
import { type CaseView, viewCase } from './view.ts';
import { knownSecrets } from './write.ts';

/** At 09:00 the day before, since a whole day begins at midnight. */
const DAY_BEFORE_AT_NINE = 15 * 60;
const HALF_AN_HOUR = 30;

/**
 * The dates of a case for a calendar, in the language of `say`: what is open with an alarm the day before, what is done (and
 * still to come) without one, the next step, and the call to make. No number of an account or a card stands in it.
 * Throws `unknown-case`, `case-unreadable`.
 */
export async function calendarCase(name: string, say: Say, deps: CaseDeps): Promise<CaseCalendar> {
  const loaded = await loadCase(name, deps);
  if (!loaded.world) throw new SimoffError('case-unreadable', { case: loaded.read.case });
  const view = viewCase(loaded, say);
  const known = await knownSecrets(loaded, deps);
  const clean = (text: string): string => hidden(text, secretsIn(text, known));
  const entries = [...deadlines(view, say), ...nextStep(view, say), ...call(loaded, view, say, deps)];
  return {
    case: view.case,
    name: say('calendar.name', { carrier: view.carrierName ?? '', case: view.case }),
    sequence: loaded.read.head.seq,
    stamp: new Date(deps.now).toISOString(),
    language: LANGUAGE_TAGS[say.language],
    entries: entries.map((entry) => ({
      ...entry,
      uid: `${view.case}.${entry.uid}@simoff`,
      summary: clean(entry.summary),
      description: clean(entry.description),
    })),
  };
}

function deadlines(view: CaseView, say: Say): CalendarEntry[] {
  const keys = stableKeys(view.deadlines.map(({ code }) => code));
  return view.deadlines.flatMap(({ message, date, done, rule }, place): CalendarEntry[] => {
    if (done && date < view.today) return [];
    return [
      {
        uid: keys[place] ?? '',
        summary: titled(message, view, say),
        description: described([rule.title], view, say),
        when: { date },
        alarmMinutes: done ? null : DAY_BEFORE_AT_NINE,
        status: done ? 'done' : 'open',
      },
    ];
  });
}

function nextStep(view: CaseView, say: Say): CalendarEntry[] {
  const { nextAction, today } = view;
  if (!nextAction || nextAction.date === null) return [];
  const { message, date, daysLeft, button } = nextAction;
  const day = (daysLeft ?? 0) < 0 ? today : date;
  return [
    {
      uid: 'next',
      summary: titled(say('calendar.next', { message }), view, say),
      description: described(button ? [`$ ${button.command}`] : [], view, say),
      when: { date: day },
      alarmMinutes: DAY_BEFORE_AT_NINE,
      status: 'open',
    },
  ];
}

function call(loaded: LoadedCase, view: CaseView, say: Say, deps: CaseDeps): CalendarEntry[] {
  const planned = callOf(loaded, view, deps);
  if (!planned) return [];
  const { number, start, end } = planned;
  const { userZone, userCountry } = loaded.situation ?? {};
  const zone = userZone ?? zoneOfCountry(userCountry ?? 'US') ?? loaded.zone;
  const hours = say('calendar.hours', { hours: clockSpan({ start, end }, zone), zone });
  return [
    {
      uid: 'call',
      summary: titled(say('calendar.call', { number: number.display ?? '' }), view, say),
      description: described([hours, `$ simoff prepare ${view.case} --out DIR`], view, say),
      when: { start, end },
      alarmMinutes: HALF_AN_HOUR,
      status: 'open',
    },
  ];
}

/** Only while the carrier has not been asked, and there is something to ask. */
function callOf({ world, situation, zone }: LoadedCase, view: CaseView, deps: CaseDeps): PlannedCall | null {
  const actOn = view.chosen?.actOn ? parseDay(view.chosen.actOn) : null;
  const asked = view.obligations.find(({ id }) => id === 'request')?.state !== 'open';
  const asksCarrier = PURPOSES.some((own) => own !== 'let-lapse' && own === view.chosen?.kind);
  if (!world || actOn === null || asked || !asksCarrier || view.stage === 'abandoned') return null;
  const from = countryOf(situation?.userCountry ?? 'US') ?? 'US';
  const userZone = situation?.userZone ?? zoneOfCountry(from);
  const { channels, abroad } = checkLine(world.brand, world.product, { from, zone: userZone, now: deps.now });
  return plannedCall({
    channels,
    own: world.product.channels,
    actOn,
    lastDay: view.chosen?.lastDayToAct ? parseDay(view.chosen.lastDayToAct) : null,
    billingZone: zone,
    userZone,
    abroad,
    now: Date.parse(deps.now),
  });
}

function titled(message: string, { carrierName }: CaseView, say: Say): string {
  return say('calendar.title', { carrier: carrierName ?? '', message });
}

function described(rows: readonly string[], view: CaseView, say: Say): string {
  return [...rows, say('calendar.from', { case: view.case })].join('\n');
}
