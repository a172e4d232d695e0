import type { Facts } from '../errors.ts';
import { type Money, moneyOf } from './money.ts';
import { openServices, situationOf, textOf } from './read.ts';
import { type CaseWorld, OBLIGATIONS, type Obligation, type ObligationId, type ObligationState } from './types.ts';
import { endsLine, hasEnded, losesNumber, type Way } from './way.ts';

/** What has to be done before the case is closed, in order, each with where it stands. */
export function obligationsOf(way: Way, world: CaseWorld, money: Money = moneyOf(way, world.today)): Obligation[] {
  const states: Record<ObligationId, ObligationState> = {
    request: request(way, world),
    confirmation: confirmation(way),
    money: money.state,
    'number-exit': numberExit(way, world),
    disposal: disposal(way),
    proof: proof(way),
  };
  return OBLIGATIONS.map((id) => ({ id, state: states[id], facts: id === 'number-exit' ? services(way) : {} }));
}

/** Whether nothing holds the end of the case up: proof never does, nor an exit nobody told of. */
export function allDone(obligations: readonly Obligation[]): boolean {
  return obligations.every(
    ({ id, state }) =>
      id === 'proof' || state === 'done' || state === 'not-needed' || (id === 'number-exit' && state === 'unknown'),
  );
}

function request(way: Way, world: CaseWorld): ObligationState {
  if (way.kind === 'keep') return 'not-needed';
  // A confirmation shows that it was asked for, even where the record of asking is damaged.
  if (way.requests.length > 0 || way.confirmations.length > 0) return 'done';
  return way.kind === 'let-lapse' ? renewalOff(way, world) : 'open';
}

/** All there is to ask on a line that runs out is that the renewal be switched off. */
function renewalOff(way: Way, { product, today }: CaseWorld): ObligationState {
  if (hasEnded(way, today)) return 'not-needed';
  const autopay = situationOf(way.state)?.line?.autopay ?? null;
  if (autopay !== null) return autopay ? 'open' : 'not-needed';
  return product.service.billing === 'package' ? 'not-needed' : 'unknown';
}

function confirmation({ kind, confirmations }: Way): ObligationState {
  if (confirmations.length > 0) return 'done';
  return kind === 'keep' || kind === 'let-lapse' ? 'not-needed' : 'open';
}

function numberExit(way: Way, { product }: CaseWorld): ObligationState {
  if (!product.service.hasNumber || (way.kind !== null && !losesNumber(way))) return 'not-needed';
  const open = openServices(way.state);
  if (open === null) return 'unknown';
  if (open.length > 0) return 'open';
  return (situationOf(way.state)?.number?.codesStillSentHere ?? []).length > 0 ? 'done' : 'not-needed';
}

function services({ state }: Way): Facts {
  return { services: openServices(state) ?? [] };
}

/** Which of the two is to go: the profile, the card, or nobody said. */
export function simTypeOf({ state }: Way): 'esim' | 'physical' | null {
  const told = textOf(situationOf(state)?.line?.simType);
  return told === 'esim' || told === 'physical' ? told : null;
}

function disposal(way: Way): ObligationState {
  if (way.kind !== null && !endsLine(way)) return 'not-needed';
  const type = simTypeOf(way);
  const deleted = way.state.last('profile-deleted') !== null;
  const destroyed = way.state.last('card-destroyed') !== null;
  const done = type === 'esim' ? deleted : type === 'physical' ? destroyed : deleted || destroyed;
  return done ? 'done' : 'open';
}

function proof({ state, kind, from, requests, confirmations }: Way): ObligationState {
  if (state.last('pack-sealed')) return 'done';
  if (confirmations.some(({ data }) => (data.attachments ?? []).length > 0)) return 'done';
  const since = requests[0]?.seq ?? (kind === 'let-lapse' ? from : null);
  if (since !== null && (state.last('evidence-attached')?.seq ?? 0) > since) return 'done';
  return kind === 'keep' ? 'not-needed' : 'open';
}
