/** Dates for getting wrong charges back, and for answers to complaints. */
import { formatUsd } from '../money/money.ts';
import { formatDay } from '../time/civil.ts';
import type { DeadlineCode } from './deadlines.ts';
import type { Coded } from './deadlines-plan.ts';
import { answerTo, type Escalation, openEscalations } from './escalations.ts';
import { byFact, byRule, type Dated } from './grounds.ts';
import type { WrongCharge } from './money.ts';
import { dayOf, dayOn, situationOf, textOf } from './read.ts';
import type { Scene } from './scene.ts';
import type { Way } from './way.ts';

interface Route {
  code: DeadlineCode;
  rule: string;
  whose: Coded['whose'];
}

/**
 * By what was paid with. Reg E and Reg Z count from the day the bank sent the first statement with the charge; no statement
 * can be older than the charge, so counting from the charge is always on the safe side. Visa counts from the charge itself.
 */
const ROUTES: Readonly<Record<string, Route>> = {
  'us-debit': { code: 'dispute-debit', rule: 'reg-e-error', whose: 'you' },
  'us-credit': { code: 'dispute-credit', rule: 'reg-z-billing-error', whose: 'you' },
  'cn-card': { code: 'dispute-card', rule: 'visa-13-2', whose: 'bank' },
};

/** Until when each wrong charge can be disputed: with the bank, and with the carrier where its terms set a limit. */
export function disputeDeadlines({ way, world, money }: Scene): Coded[] {
  const route = ROUTES[textOf(situationOf(way.state)?.payment) ?? ''];
  const limit = world.product.disputes.chargeDisputeDays;
  return money.charges.flatMap((charge) => {
    const field = { field: 'disputes.chargeDisputeDays', from: charge.day, careful: 'soonest' } as const;
    const facts = { usd: formatUsd(charge.openCents), chargedOn: formatDay(charge.day) };
    const bank =
      route && dated(byRule(world, route.rule, charge.day), { ...route, facts, done: isWithBank(way, charge) });
    const done = charge.escalated;
    const carrier = dated(byFact(limit, field), { code: 'dispute-carrier', facts, whose: 'you', done });
    return [...(bank ?? []), ...carrier];
  });
}

function isWithBank({ state }: Way, { day }: WrongCharge): boolean {
  return state.all('escalation-filed').some((own) => own.data.kind === 'bank-dispute' && dayOn(own) >= day);
}

/** When complaints should be answered, and until when an unanswered one can be taken further. */
export function complaintDeadlines(scene: Scene): Coded[] {
  const { way, today } = scene;
  const open = new Set(openEscalations(way));
  return way.state.all('escalation-filed').flatMap((own) => {
    const due = answerDue(scene, own);
    if (!due) return [];
    const facts = { filedOn: formatDay(dayOn(own)) };
    const found = dated(due.dated, { code: due.code, facts, whose: 'carrier', done: !open.has(own) });
    if (own.data.kind !== 'fcc-informal') return found;
    const answer = open.has(own) ? null : answerTo(way, own);
    if (answer) return [...found, ...formal(scene, dayOn(answer))];
    return today > due.dated.day ? [...found, ...formal(scene, due.dated.day)] : found;
  });
}

function answerDue({ world }: Scene, escalation: Escalation): { code: DeadlineCode; dated: Dated } | null {
  const { kind, answerDue } = escalation.data;
  const told = dayOf(answerDue);
  const filed = dayOn(escalation);
  const promise = told === null ? null : { day: told, ground: { kind: 'promise', event: escalation.seq } as const };
  if (kind === 'fcc-informal') return coded('fcc-answer', promise ?? byRule(world, 'fcc-informal-complaint', filed));
  if (kind !== 'notice-of-dispute') return coded('escalation-answer', promise);
  const wait = { field: 'disputes.waitDays', from: filed, careful: 'latest' } as const;
  return coded('notice-wait', promise ?? byFact(world.product.disputes.waitDays, wait));
}

/** Counted from the answer, or from the day it should have come: 47 CFR 1.718. */
function formal({ way, world }: Scene, from: number): Coded[] {
  const done = way.state.all('escalation-filed').some(({ data }) => data.kind === 'fcc-formal');
  const facts = { from: formatDay(from) };
  return dated(byRule(world, 'fcc-formal-complaint', from), { code: 'fcc-formal', facts, whose: 'you', done });
}

function coded(code: DeadlineCode, dated: Dated | null): { code: DeadlineCode; dated: Dated } | null {
  return dated && { code, dated };
}

function dated(found: Dated | null, rest: Pick<Coded, 'code' | 'facts' | 'whose' | 'done'>): Coded[] {
  const { code, facts, whose, done } = rest;
  return found ? [{ code, facts, ...found, whose, done }] : [];
}
