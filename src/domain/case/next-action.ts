import { LEADING_ALARMS } from './alarm-codes.ts';
import type { AlarmCode, CodedAlarm } from './alarms.ts';
import { ask, open, record } from './buttons.ts';
import type { DeadlineCode } from './deadlines.ts';
import { ladderOf } from './ladder.ts';
import { type CodedNext, type NextActionCode, next } from './next-codes.ts';
import { endStep } from './next-end.ts';
import { canAsk } from './orders.ts';
import { dayOf } from './read.ts';
import { isUnasked, type Scene } from './scene.ts';
import type { Button, Deadline } from './types.ts';

interface Seen {
  deadlines: readonly Deadline[];
  alarms: readonly CodedAlarm[];
}

/** What to do next: one sentence, one date, one button. Pure; never throws. */
export function nextActionIn(scene: Scene, { deadlines, alarms }: Seen): CodedNext {
  if (scene.stage === 'abandoned') return next('nothing', null, null);
  const urgent = mostUrgent(scene, alarms);
  if (urgent) return ofAlarm(urgent, scene);
  return ofStage(scene, deadlines);
}

/** By the day the alarm names; where that is past, today. */
function ofAlarm({ code, facts, button }: CodedAlarm, { today }: Scene): CodedNext {
  const named = typeof facts.day === 'string' ? dayOf(facts.day) : null;
  return { code: code as NextActionCode, facts, day: Math.max(today, named ?? today), button };
}

/**
 * The first of the leading alarms. Where nothing is written yet, the step before asking is to write it. Where the line ends
 * only after the last day to act, asking comes before the accounts: they can still be moved afterwards, the day cannot.
 */
function mostUrgent(scene: Scene, alarms: readonly CodedAlarm[]): CodedAlarm | null {
  const leading = alarms.filter(({ code }) => (LEADING_ALARMS as readonly AlarmCode[]).includes(code));
  const [first] = leading;
  const act = leading.find(({ code }) => code === 'act-by-near' || code === 'act-by-past');
  if (act && scene.way.documents.length === 0 && scene.stage !== 'disputed') {
    const others = leading.filter(({ code }) => code !== 'act-by-near' && code !== 'act-by-past');
    return others[0] ?? null;
  }
  const { lastDayToAct, endsOn } = scene.way.choice?.data ?? {};
  const askFirst = act && first?.code === 'codes-date-near' && endsLater(lastDayToAct, endsOn, scene);
  return (askFirst ? act : first) ?? null;
}

function endsLater(
  lastDayToAct: string | null | undefined,
  endsOn: string | null | undefined,
  { today }: Scene,
): boolean {
  const [act, end] = [dayOf(lastDayToAct), dayOf(endsOn)];
  return act !== null && end !== null && end > Math.max(act, today);
}

function ofStage(scene: Scene, deadlines: readonly Deadline[]): CodedNext {
  const { stage, way, today } = scene;
  const due = (...codes: DeadlineCode[]): number | null =>
    deadlines.find(({ code, done }) => !done && codes.some((own) => own === code))?.day ?? null;
  switch (stage) {
    case 'draft':
      return next('decide', today, open('decide'));
    case 'disputed':
      return ofDispute(scene, due('fcc-answer', 'notice-wait', 'escalation-answer'));
    case 'decided':
    case 'prepared':
      return way.kind === 'keep' ? next('review-keep', due('review'), open('decide')) : beforeAsking(scene);
    case 'requested':
    case 'acknowledged':
      return afterAsking(scene, due('call-by', 'answer-due'));
    default:
      return endStep(scene, due);
  }
}

function ofDispute(scene: Scene, due: number | null): CodedNext {
  const { today } = scene;
  const button = record('contact-logged', { outcome: 'resolved' });
  if (due !== null && due < today) return next('dispute-overdue', due, furtherStep(scene));
  return next('wait-dispute', due, button);
}

function beforeAsking(scene: Scene): CodedNext {
  const { stage, way, today, tied, end } = scene;
  const { purpose, choice, state } = way;
  const actOn = dayOf(choice?.data.actOn);
  if (stage === 'decided')
    return actOn !== null && actOn > today
      ? next('prepare-by', actOn, open('prepare'))
      : next('prepare', today, open('prepare'));
  const [service] = tied;
  if (service !== undefined)
    return next('unlink', Math.max(today, actOn ?? end?.day ?? today), record('account-unlinked', { service }), {
      services: tied,
    });
  if (purpose === null || !isUnasked(scene)) return runOut(scene);
  if (!canAsk(state, purpose, today)) {
    const stuck = purpose === 'port-out';
    return stuck
      ? next('decide-anew', today, open('decide'))
      : next('port-first', today, record('confirmation-accepted', { purpose: 'port-out' }));
  }
  if (actOn !== null && actOn > today) return next('wait-to-ask', actOn, ask(purpose));
  return next(`request-${purpose}`, Math.max(today, dayOf(choice?.data.lastDayToAct) ?? today), ask(purpose));
}

/** A line that runs out needs no answer: its end is waited for, with the accounts moved before. */
function runOut({ end, tied, today }: Scene): CodedNext {
  const [service] = tied;
  if (service !== undefined)
    return next('unlink', Math.max(today, end?.day ?? today), record('account-unlinked', { service }), {
      services: tied,
    });
  // A planned day that went by without the line being known dead was only the earliest one possible.
  return next('let-run-out', end && end.day >= today ? end.day : null, record('line-seen-dead'));
}

function afterAsking(scene: Scene, due: number | null): CodedNext {
  const { way, stage, lastAnswer, today } = scene;
  if (way.kind === 'let-lapse') return runOut(scene);
  if (stage === 'requested') return next('wait-answer', due, record('contact-logged'));
  const said = lastAnswer?.type === 'contact-logged' ? lastAnswer.data.outcome : lastAnswer?.data.kind;
  if (said === 'refused') return next('escalate', today, furtherStep(scene));
  return next('get-confirmation', due, record('confirmation-accepted'));
}

/** The first complaint that was not made yet. */
function furtherStep(scene: Scene): Button {
  const left = ladderOf(scene, 'refused').find(({ done, button }) => !done && button.event === 'escalation-filed');
  return left?.button ?? record('escalation-filed');
}
