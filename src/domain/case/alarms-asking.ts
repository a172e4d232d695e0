/** Alarms about asking: not sent, too late, not answered, not really confirmed. */
import { openAttempt } from '../request/attempts.ts';
import { formatDay } from '../time/civil.ts';
import type { CodedAlarm } from './alarms.ts';
import { ask, record } from './buttons.ts';
import { openEscalations, subjectOf } from './escalations.ts';
import type { Purpose } from './events.ts';
import { ladderOf } from './ladder.ts';
import { canAsk } from './orders.ts';
import { dayOf, dayOn, textOf } from './read.ts';
import { isUnasked, promisedEnd, type Scene } from './scene.ts';
import type { CaseState, Deadline, Recorded } from './types.ts';
import { openPortOut } from './way.ts';

/** A letter of yesterday that has not gone out is forgotten rather than on its way. */
const UNSENT_DAYS = 1;
const NEAR_DAYS = 3;

export function askingAlarms(scene: Scene, deadlines: readonly Deadline[]): CodedAlarm[] {
  return [
    ...collision(scene),
    ...doubtful(scene),
    ...forgotten(scene),
    ...unsent(scene),
    ...late(scene),
    ...unanswered(scene, deadlines),
    ...vague(scene),
  ];
}

/** Whichever the carrier does first decides whether the number survives. */
function collision({ way: { state } }: Scene): CodedAlarm[] {
  const port = openPortOut(state);
  const cancel = state.all('request-sent').findLast(({ data }) => data.purpose === 'cancel');
  if (!port || !cancel) return [];
  const later = port.seq > cancel.seq ? port : cancel;
  const settled = state.all('contact-logged').some((own) => own.seq > later.seq && own.data.outcome === 'resolved');
  if (settled) return [];
  const button = record('contact-logged', { outcome: 'resolved' });
  return [{ code: 'port-out-and-cancel', facts: {}, since: dayOn(later), button }];
}

/** A second mail is only wrong where the first one arrived, and only the user can find out. */
function doubtful(scene: Scene): CodedAlarm[] {
  const { state, purpose } = scene.way;
  const attempt = openAttempt(state);
  if (!attempt) return [];
  const facts = { on: attempt.on, to: textOf(attempt.data.to) ?? '…', event: attempt.seq };
  const sent = purpose !== null && mayAsk(scene);
  const button = sent
    ? record('request-sent', { via: 'email', purpose })
    : record('contact-logged', { outcome: 'resolved' });
  return [{ code: 'maybe-sent', facts, since: dayOn(attempt), button }];
}

/** Whoever changed the plan after asking still has a request out that may end or change the line. */
function forgotten({ way }: Scene): CodedAlarm[] {
  const { state, purpose, kind } = way;
  if (kind === null || kind === 'cancel' || kind === 'let-lapse' || openPortOut(state)?.data.purpose === purpose)
    return [];
  const counts = (asked: Purpose): boolean => asked !== purpose && (kind !== 'port-out' || asked === 'cancel');
  const request = state.all('request-sent').findLast(({ data }) => counts(data.purpose));
  if (!request || isSettled(state, request)) return [];
  const facts = { askedOn: formatDay(dayOn(request)) };
  const button = record('contact-logged', { outcome: 'resolved' });
  return [{ code: 'request-still-out', facts, since: dayOn(request), button }];
}

function isSettled(state: CaseState, { seq, data }: Recorded<'request-sent'>): boolean {
  if ((state.last('line-seen-dead')?.seq ?? 0) > seq) return true;
  const isPort = data.purpose === 'port-out';
  if (isPort && openPortOut(state) === null) return true;
  return state.all('contact-logged').some((own) => own.seq > seq && own.data.outcome === 'resolved');
}

function unsent(scene: Scene): CodedAlarm[] {
  const { way, today } = scene;
  const first = way.documents.find(({ data }) => data.kind !== 'checklist');
  if (!first || !isUnasked(scene) || !mayAsk(scene)) return [];
  const since = dayOn(first) + UNSENT_DAYS;
  if (today < since || way.purpose === null) return [];
  const actOn = dayOf(way.choice?.data.actOn);
  const planned = actOn !== null && actOn > today ? { plannedOn: formatDay(actOn) } : {};
  const facts = { composedOn: formatDay(dayOn(first)), ...planned };
  return [{ code: 'composed-not-sent', facts, since, button: ask(way.purpose) }];
}

function late(scene: Scene): CodedAlarm[] {
  const { way, today } = scene;
  const by = dayOf(way.choice?.data.lastDayToAct) ?? dayOf(way.choice?.data.actOn);
  if (by === null || way.purpose === null || !isUnasked(scene) || today < by - NEAR_DAYS || !mayAsk(scene)) return [];
  const past = today > by;
  const facts = { day: formatDay(by) };
  const since = past ? by + 1 : by - NEAR_DAYS;
  return [{ code: past ? 'act-by-past' : 'act-by-near', facts, since, button: ask(way.purpose) }];
}

/** An alarm whose button is refused would only annoy. */
function mayAsk({ way, today }: Scene): boolean {
  return way.purpose !== null && canAsk(way.state, way.purpose, today);
}

function unanswered(scene: Scene, deadlines: readonly Deadline[]): CodedAlarm[] {
  const { way, lastAnswer, ended, today } = scene;
  if (way.confirmations.length > 0 || ended) return [];
  if (lastAnswer) {
    const pre = lastAnswer.type === 'contact-logged' ? lastAnswer.data.outcome : lastAnswer.data.kind;
    const callBy = dayOf(lastAnswer.data.callBy);
    const button = record('contact-logged', { outcome: 'other' });
    const since = dayOn(lastAnswer);
    if (callBy !== null) return [{ code: 'step-due', facts: { day: formatDay(callBy) }, since, button }];
    if (pre === 'pre-registered') return [{ code: 'pre-registered', facts: {}, since, button }];
  }
  const due = deadlines.find(({ code }) => code === 'answer-due');
  const complained = openEscalations(way).some((own) => subjectOf(way, own) === 'request');
  if (!due || due.done || today <= due.day || complained) return [];
  const facts = { since: String(due.facts.since) };
  const steps = ladderOf(scene, 'no-answer');
  return [{ code: 'no-answer', facts, since: due.day + 1, button: record('contact-logged'), steps }];
}

function vague({ way, ended, money }: Scene): CodedAlarm[] {
  const { purpose, confirmations, words, end, state } = way;
  const last = confirmations.at(-1);
  if (!last) return [];
  const promise = promisedEnd(words, end.by?.seq ?? last.seq);
  const found: CodedAlarm[] = [];
  if (end.confirmed === null && !ended && (purpose === 'cancel' || purpose === 'suspend')) {
    const preset = promise ? { effectiveDate: formatDay(promise.day) } : {};
    const button = record('confirmation-accepted', preset);
    found.push({ code: 'confirmation-without-date', facts: {}, since: dayOn(last), button });
  }
  const by = end.by;
  if (money.state === 'done' || !by || !promise || end.confirmed === null || end.confirmed <= promise.day) return found;
  const asked = ['contact-logged', 'escalation-filed'] as const;
  if (asked.some((type) => (state.last(type)?.seq ?? 0) > by.seq)) return found;
  const facts = { promised: formatDay(promise.day), confirmed: formatDay(end.confirmed) };
  return [...found, { code: 'promise-differs', facts, since: dayOn(by), button: record('contact-logged') }];
}
