/** Dates of the plan and of what is asked: when to act, when an answer is due, when to look again. */
import { addMonths, type EpochDay, formatDay } from '../time/civil.ts';
import type { DeadlineCode } from './deadlines.ts';
import { byFact, type Dated, HOUSE, YOURS } from './grounds.ts';
import { dayOf, dayOn, situationOf } from './read.ts';
import { isUnasked, newestExchange, type Scene } from './scene.ts';
import { isAnswer } from './stage.ts';
import type { Deadline } from './types.ts';

/** Days after which we remind of an answer that has not come, by how it was asked for; no law and no carrier says so. */
const REMIND_AFTER: Readonly<Record<string, number>> = { email: 7, social: 7, letter: 14 };
const REMIND_SOON = 3;
/** A renewal is switched off by oneself or on the spot; only where somebody was written to is there an answer to wait for. */
const WRITTEN: readonly string[] = ['email', 'letter', 'chat', 'social'];
/** A line that goes on is looked at again after as long as a plan reckons ahead. */
const REVIEW_MONTHS = 12;

export type Coded = Omit<Deadline, 'code'> & { code: DeadlineCode };

/** The last day to act, and the days the user named. */
export function planDeadlines(scene: Scene): Coded[] {
  const { way, today } = scene;
  const situation = situationOf(way.state);
  const found: Coded[] = [];
  const by = dayOf(way.choice?.data.lastDayToAct) ?? dayOf(way.choice?.data.actOn);
  if (by !== null && way.purpose !== null)
    found.push({ code: 'act-by', facts: {}, day: by, ground: YOURS, whose: 'you', done: !isUnasked(scene) });
  const own: [DeadlineCode, EpochDay | null][] = [
    ['needs-service-until', dayOf(situation?.needsServiceUntil)],
    ['leaves-on', dayOf(situation?.leavesOn)],
  ];
  for (const [code, day] of own)
    if (day !== null) found.push({ code, facts: {}, day, ground: YOURS, whose: 'nobody', done: today > day });
  const review = reviewOn(scene);
  if (review) found.push({ code: 'review', facts: {}, ...review, whose: 'you', done: false });
  return found;
}

/** When the carrier should have answered, or by when it wants another step. */
export function answerDeadlines({ way, lastAnswer, ended }: Scene): Coded[] {
  const newest = newestExchange(way);
  // Who has refused has answered: the next word is the user's.
  if (!newest || way.requests.length === 0 || isRefused(way)) return [];
  const settled = way.purpose === 'let-lapse' && (!WRITTEN.includes(newest.via) || way.words.some(isAnswer));
  const done = way.confirmations.length > 0 || settled || ended;
  const callBy = dayOf(lastAnswer?.data.callBy);
  if (lastAnswer && callBy !== null) {
    const ground = { kind: 'promise', event: lastAnswer.seq } as const;
    return [{ code: 'call-by', facts: {}, day: callBy, ground, whose: 'you', done }];
  }
  const day = newest.day + (REMIND_AFTER[newest.via] ?? REMIND_SOON);
  const facts = { since: formatDay(newest.day) };
  return [{ code: 'answer-due', facts, day, ground: HOUSE, whose: 'carrier', done }];
}

/** The newest thing between user and carrier is a refusal. */
function isRefused({ requests, words }: Scene['way']): boolean {
  const word = words.at(-1);
  if (!word || word.seq < (requests.at(-1)?.seq ?? 0)) return false;
  return (word.type === 'contact-logged' ? word.data.outcome : word.data.kind) === 'refused';
}

/** When a line that lives on should be looked at again: the pause may end by itself, the number may not be needed longer. */
function reviewOn({ way, world }: Scene): Dated | null {
  const { kind, choice, end, state } = way;
  if (choice === null || (kind !== 'keep' && kind !== 'suspend')) return null;
  const situation = situationOf(state);
  const wish = kind === 'keep' ? situation?.number?.keepUntil : situation?.returnsOn;
  const yours = dayOf(wish);
  const from = end.from;
  const dates: (Dated | null)[] = [
    yours === null ? null : { day: yours, ground: YOURS },
    kind === 'suspend' && from !== null
      ? byFact(world.product.suspend.maxDays, { field: 'suspend.maxDays', from, careful: 'soonest' })
      : null,
  ];
  const known = dates.filter((own) => own !== null).sort((a, b) => a.day - b.day);
  return known[0] ?? { day: addMonths(dayOn(choice), REVIEW_MONTHS), ground: HOUSE };
}
