/** Reads what events hold: parts may be kept secret, and imported events may be damaged, so nothing here throws. */
import { type Cents, parseUsd } from '../money/money.ts';
import { type EpochDay, type IsoDate, parseDay } from '../time/civil.ts';
import type { CaseEvent, StoredSituation, Words } from './events.ts';
import type { CaseState } from './types.ts';

/** The text of words, masked where they are secret; null where there is none. */
export function textOf(words: Words | null | undefined): string | null {
  if (typeof words === 'string') return words;
  return typeof words?.masked === 'string' ? words.masked : null;
}

/** Epoch day of a stored date; null where there is none or it is not one. */
export function dayOf(date: Words | null | undefined): EpochDay | null {
  return typeof date === 'string' ? parseDay(date) : null;
}

/** Cents of a stored sum; null where there is none or it is not one. */
export function centsOf(usd: Words | null | undefined): Cents | null {
  return typeof usd === 'string' ? parseUsd(usd) : null;
}

/** The calendar date an event happened on, in the line's billing zone. */
export function dayOn({ on }: { on: IsoDate }): EpochDay {
  return dayOf(on) ?? 0;
}

/** The date a person gave for a charge or a refund, else the day it was recorded for; never later than that day. */
export function bookedOn(event: CaseEvent & { data: { date?: IsoDate } }): EpochDay {
  const seen = dayOn(event);
  return Math.min(dayOf(event.data.date) ?? seen, seen);
}

/** What was last told of the line; null: nothing yet. */
export function situationOf(state: CaseState): StoredSituation | null {
  return state.last('situation-recorded')?.data.situation ?? null;
}

/** Where codes are still sent to the number: those that need moving first, the bank before all; null: nobody said. */
export function openServices(state: CaseState): readonly string[] | null {
  const told = situationOf(state)?.number?.codesStillSentHere;
  if (!Array.isArray(told)) return null;
  const settled = new Set(state.all('account-unlinked').map(({ data }) => folded(data.service)));
  const open = told.map(textOf).filter((name): name is string => name !== null && !settled.has(folded(name)));
  return [...new Set(open)].sort((a, b) => Number(isBank(b)) - Number(isBank(a)));
}

/** Service names are typed by people: `Bank ` and `bank` are the same. */
const folded = (name: string): string => String(name).normalize('NFKC').trim().toLowerCase();

const isBank = (name: string): boolean => /bank|银行/.test(folded(name));
