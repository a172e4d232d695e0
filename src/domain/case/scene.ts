/** Everything the parts of a status look at, worked out once. */
import { candidates } from '../catalog/index.ts';
import { type Cents, parseUsd } from '../money/money.ts';
import type { EpochDay } from '../time/civil.ts';
import { type Money, moneyOf } from './money.ts';
import { obligationsOf } from './obligations.ts';
import { bookedOn, centsOf, dayOf, dayOn, openServices, situationOf } from './read.ts';
import { isAnswer, stageOn } from './stage.ts';
import type { CaseState, CaseWorld, Ground, Obligation, ObligationId, ObligationState, Stage } from './types.ts';
import { hasEnded, losesNumber, type Way, type Word, wayOf } from './way.ts';

export interface Scene {
  way: Way;
  world: CaseWorld;
  today: EpochDay;
  money: Money;
  obligations: readonly Obligation[];
  stage: Stage;
  /** The line has ended by today. */
  ended: boolean;
  /** When the line ends as far as is known: confirmed, seen, promised, or planned; null: nobody knows. */
  end: { day: EpochDay; ground: Ground } | null;
  /** Services still tied to a number that the way gives up; empty where nobody said. */
  tied: readonly string[];
  /** The newest thing the carrier said. */
  lastAnswer: Word | null;
  refund: Refund | null;
}

/** Money that should come back after the end. */
export interface Refund {
  openCents: Cents;
}

/** Puts a scene together. Pure; linear in the events. */
export function sceneOf(state: CaseState, world: CaseWorld): Scene {
  const way = wayOf(state);
  const { today, product } = world;
  const money = moneyOf(way, today);
  const obligations = obligationsOf(way, world, money);
  return {
    way,
    world,
    today,
    money,
    obligations,
    stage: stageOn(way, world, { money, obligations }),
    ended: hasEnded(way, today),
    end: endOf(way),
    tied: losesNumber(way) && product.service.hasNumber ? (openServices(state) ?? []) : [],
    lastAnswer: way.words.findLast(isAnswer) ?? null,
    refund: refundOf(way, world, money),
  };
}

/** Where one obligation stands. */
export function stateOf({ obligations }: Scene, id: ObligationId): ObligationState {
  return obligations.find((own) => own.id === id)?.state ?? 'unknown';
}

/** There is still something to ask the carrier for. */
export function isUnasked(scene: Scene): boolean {
  const { kind } = scene.way;
  if (kind === null || kind === 'keep' || scene.ended) return false;
  return ['open', 'unknown'].includes(stateOf(scene, 'request'));
}

function endOf({ purpose, choice, words, end }: Way): Scene['end'] {
  if (purpose === null || purpose === 'suspend') return null;
  if (end.confirmed !== null) {
    return { day: end.confirmed, ground: end.by ? { kind: 'promise', event: end.by.seq } : { kind: 'yours' } };
  }
  if (end.lastDay !== null) return { day: end.lastDay, ground: { kind: 'yours' } };
  const promised = promisedEnd(words);
  if (promised) return { day: promised.day, ground: { kind: 'promise', event: promised.seq } };
  const planned = dayOf(choice?.data.endsOn);
  return planned === null ? null : { day: planned, ground: { kind: 'yours' } };
}

/** The end date somebody promised last, before the place `until`. */
export function promisedEnd(
  words: readonly Word[],
  until = Number.POSITIVE_INFINITY,
): { day: EpochDay; seq: number } | null {
  const promises = words.flatMap((word) => {
    const day = word.type === 'contact-logged' ? dayOf(word.data.promisedEndDate) : null;
    return day !== null && word.seq < until ? [{ day, seq: word.seq }] : [];
  });
  return promises.at(-1) ?? null;
}

/** What is to come back: the credit last seen; before anybody looked, what was promised or what the product pays back. */
function refundOf(way: Way, world: CaseWorld, { balance, state }: Money): Refund | null {
  if (state === 'not-needed' || way.end.from === null) return null;
  if (balance) return balance.side === 'credit' ? { openCents: balance.openCents } : null;
  const since = way.end.from;
  const expected = Math.max(promisedRefund(way), ownMoney(way, world));
  if (expected === 0) return null;
  const back = way.state
    .all('refund-seen')
    .filter((own) => bookedOn(own) >= since)
    .reduce((sum, { data }) => sum + (centsOf(data.amountUsd) ?? 0), 0);
  return { openCents: Math.max(0, expected - back) };
}

function promisedRefund({ words }: Way): Cents {
  const sums = words.map((word) =>
    word.type === 'contact-logged' ? (parseUsd(word.data.promisedRefundUsd ?? '') ?? 0) : 0,
  );
  return Math.max(0, ...sums);
}

/** Balance and deposit, each only where every source says that the product pays it back. */
function ownMoney(way: Way, { product }: CaseWorld): Cents {
  const deposit = centsOf(situationOf(way.state)?.line?.depositUsd) ?? 0;
  return (
    (isPaidBack(product.refund.balance) ? ownBalance(way) : 0) + (isPaidBack(product.refund.deposit) ? deposit : 0)
  );
}

/** Every source says that it is paid back. */
export function isPaidBack(fact: Parameters<typeof candidates<'yes' | 'no'>>[0]): boolean {
  const told = candidates(fact);
  return told.length > 0 && told.every((value) => value === 'yes');
}

/** What was on the line in the user's favour when somebody last looked. */
export function ownBalance({ state }: Way): Cents {
  const looked = state.last('balance-recorded')?.data;
  if (looked) return looked.side === 'owed' ? 0 : (centsOf(looked.balanceUsd) ?? 0);
  return centsOf(situationOf(state)?.line?.balanceUsd) ?? 0;
}

/** The newest thing that happened between user and carrier since the first request; null: nothing was asked. */
export function newestExchange({ requests, words }: Way): { day: EpochDay; via: string } | null {
  const request = requests.at(-1);
  const word = words.at(-1);
  const newest = word && (!request || word.seq > request.seq) ? word : request;
  if (!newest) return null;
  return { day: dayOn(newest), via: newest.data.via ?? request?.data.via ?? 'phone' };
}
