import { stopPayment } from './autopay.ts';
import { complaintDeadlines, disputeDeadlines } from './deadlines-dispute.ts';
import { endDeadlines } from './deadlines-end.ts';
import { answerDeadlines, planDeadlines } from './deadlines-plan.ts';
import { type Scene, sceneOf } from './scene.ts';
import type { CaseState, CaseWorld, Deadline } from './types.ts';

/** Every date a case can have; the sentence of each stands under `case.deadline.<code>`. */
export const DEADLINES = [
  'act-by',
  'needs-service-until',
  'leaves-on',
  'answer-due',
  'call-by',
  'ends-on',
  'final-bill',
  'refund-due',
  'watch-statements',
  'number-recycled-from',
  'reinstate-until',
  'stop-payment',
  'dispute-debit',
  'dispute-credit',
  'dispute-card',
  'dispute-carrier',
  'fcc-answer',
  'fcc-formal',
  'notice-wait',
  'escalation-answer',
  'review',
] as const;
export type DeadlineCode = (typeof DEADLINES)[number];

/** The dates of a case as of `world.today`, soonest first, each with what it rests on. Pure; never throws. */
export function deadlinesOf(state: CaseState, world: CaseWorld): Deadline[] {
  return deadlinesIn(sceneOf(state, world));
}

/** The same from what is already worked out. */
export function deadlinesIn(scene: Scene): Deadline[] {
  if (scene.stage === 'abandoned') return disputeDeadlines(scene).sort(soonestFirst);
  return [
    ...planDeadlines(scene),
    ...answerDeadlines(scene),
    ...endDeadlines(scene),
    ...stopPayment(scene),
    ...disputeDeadlines(scene),
    ...complaintDeadlines(scene),
  ].sort(soonestFirst);
}

function soonestFirst(a: Deadline, b: Deadline): number {
  return a.day - b.day || (a.code < b.code ? -1 : Number(a.code > b.code));
}
