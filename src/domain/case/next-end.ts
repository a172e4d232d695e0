/** The next step once the end is confirmed, has come, or is settled. */

import { formatDay } from '../time/civil.ts';
import { open, record } from './buttons.ts';
import type { DeadlineCode } from './deadlines.ts';
import { type CodedNext, next } from './next-codes.ts';
import { simTypeOf } from './obligations.ts';
import { refusalOf } from './orders.ts';
import { type Scene, stateOf } from './scene.ts';

type Due = (...codes: DeadlineCode[]) => number | null;

/** For the stages from `confirmed` on. */
export function endStep(scene: Scene, due: Due): CodedNext {
  switch (scene.stage) {
    case 'confirmed':
      return untilEnd(scene);
    case 'effective':
      return scene.way.kind === 'suspend' ? next('review-suspend', due('review'), open('decide')) : money(scene, due);
    case 'settled':
      return lastThings(scene);
    default:
      return closed(due);
  }
}

function untilEnd(scene: Scene): CodedNext {
  const { way, today, end } = scene;
  const { confirmed } = way.end;
  if (confirmed === null) return next('get-end-date', today, record('confirmation-accepted'));
  const unlink = moveCodes(scene, Math.max(today, end?.day ?? confirmed));
  if (unlink) return unlink;
  if (way.kind === 'suspend') return next('wait-pause', confirmed, open('show'));
  return next('wait-end', confirmed, record('line-seen-dead'));
}

function moveCodes({ tied }: Scene, day: number): CodedNext | null {
  const [service] = tied;
  if (service === undefined) return null;
  return next('unlink', day, record('account-unlinked', { service }), { services: tied });
}

function money(scene: Scene, due: Due): CodedNext {
  const { money, refund, today, world } = scene;
  const { balance } = money;
  if (balance?.side === 'credit' && refund && refund.openCents > 0)
    return next('wait-refund', due('refund-due'), record('refund-seen'));
  const bill = due('final-bill');
  const postpaid = world.product.service.billing === 'postpaid';
  if (postpaid && balance === null && bill !== null)
    return next('final-bill', Math.max(today, bill), record('balance-recorded', { balanceUsd: '0.00' }));
  return next('record-balance', today, record('balance-recorded'));
}

/** Accounts, then the proof that opens the way, then profile or card: the order in which nothing is lost. */
function lastThings(scene: Scene): CodedNext {
  const { today } = scene;
  const unlink = moveCodes(scene, today);
  if (unlink) return unlink;
  if (stateOf(scene, 'disposal') === 'open') {
    const step = disposal(scene);
    if (step) return step;
  }
  return next('get-written-confirmation', today, record('confirmation-accepted'));
}

function disposal({ way, world, today }: Scene): CodedNext | null {
  const told = simTypeOf(way) ?? (world.brand.kind === 'travel-esim' ? 'esim' : null);
  const type = told === 'physical' ? 'card-destroyed' : 'profile-deleted';
  const on = formatDay(today);
  if (refusalOf(way.state, { type, at: `${on}T12:00:00.000Z`, on, data: {} })) return null;
  if (told === null) return next('remove-sim', today, open('show'));
  return next(told === 'esim' ? 'delete-profile' : 'destroy-card', today, record(type));
}

function closed(due: Due): CodedNext {
  const watch = due('watch-statements');
  return watch === null ? next('keep-export', null, open('export')) : next('watch-statements', watch, open('export'));
}
