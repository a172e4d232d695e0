import { openEscalations } from './escalations.ts';
import { type Money, moneyOf } from './money.ts';
import { allDone, obligationsOf } from './obligations.ts';
import type { CaseState, CaseWorld, Obligation, Stage } from './types.ts';
import { endsLine, hasEnded, type Way, type Word, wayOf } from './way.ts';

/** How far the case has come on the way that is chosen now, as of `world.today`. Pure; never throws. */
export function stageOf(state: CaseState, world: CaseWorld): Stage {
  const way = wayOf(state);
  const money = moneyOf(way, world.today);
  return stageOn(way, world, { money, obligations: obligationsOf(way, world, money) });
}

/** The same from what is already worked out. */
export function stageOn(
  way: Way,
  { today }: CaseWorld,
  { money, obligations }: { money: Money; obligations: readonly Obligation[] },
): Stage {
  if (way.state.last('case-abandoned')) return 'abandoned';
  if (openEscalations(way).length > 0) return 'disputed';
  if (way.kind === null) return 'draft';
  if (way.kind === 'keep') return 'decided';
  if (!hasEnded(way, today)) return askingStage(way);
  // A suspended line lives on, so there is nothing to settle.
  if (!endsLine(way) || money.state === 'open') return 'effective';
  return allDone(obligations) ? 'closed' : 'settled';
}

function askingStage({ documents, requests, words, confirmations }: Way): Stage {
  if (confirmations.length > 0) return 'confirmed';
  if (requests.length > 0) return words.some(isAnswer) ? 'acknowledged' : 'requested';
  return documents.length > 0 ? 'prepared' : 'decided';
}

/** Somebody reacted: every reply, and a contact with an outcome or, where none was noted, with anything a person said. */
export function isAnswer({ type, data }: Word): boolean {
  if (type === 'reply-received') return true;
  if (data.outcome) return data.outcome !== 'no-answer';
  const { agentName, agentId, reference, promisedEndDate, promisedRefundUsd, callBy } = data;
  return [agentName, agentId, reference, promisedEndDate, promisedRefundUsd, callBy].some((told) => Boolean(told));
}
