import { readings } from './facts.ts';
import { onlyFromUs, type Target } from './options/port-out.ts';
import type { Known } from './scenario.ts';
import type { Coded, OptionKind, WhyCode } from './types.ts';

type Obstacle = Coded<WhyCode> | null;

/** Why an option cannot be taken; null: it can. */
export function obstacle(known: Known, kind: OptionKind, target: Target): Obstacle {
  if (kind === 'cancel') return numberMustStay(known);
  if (kind === 'let-lapse') return numberMustStay(known) ?? mayNotLapse(known);
  if (kind === 'port-out') return mayNotPort(known, target);
  const status = known.brand.status.value;
  if (status === 'closed' || status === 'blocked') return why('brand-closed', { status });
  return kind === 'suspend' ? mayNotPause(known) : null;
}

/** Kept until an unnamed day is kept: the day has to be told before the number may go. */
function numberMustStay({ keep, situation }: Known): Obstacle {
  const open = keep === 'until' && !situation.number?.keepUntil;
  return keep === 'forever' || open ? why('number-must-be-kept') : null;
}

function mayNotLapse({ product, prepaid }: Known): Obstacle {
  if (!prepaid) return why('not-prepaid');
  const answers = readings(product.lapse.noDebtFollows);
  if (answers.includes('no')) return why('debt-may-follow');
  return answers.includes('yes') ? null : why('lapse-unsure');
}

function mayNotPause({ product, need, returnsOn }: Known): Obstacle {
  const answers = readings(product.suspend.available);
  if (answers[0] !== 'yes') return why(answers.length === 0 ? 'pause-unknown' : 'not-offered');
  return returnsOn !== null && returnsOn <= need ? why('back-before-pause') : null;
}

function mayNotPort(known: Known, target: Target): Obstacle {
  const { product } = known;
  if (!product.service.hasNumber) return why('no-number');
  const possible = readings(product.portOut.possible);
  if (possible.length > 0 && !possible.includes('yes')) return why('port-not-possible');
  return onlyFromUs(target) && !mayBeInUs(known) ? why('only-from-us') : null;
}

/** Whether the user can be inside the US on the day of the port. Said neither where nor until when: it is asked. */
function mayBeInUs({ situation, leavesOn, today, need }: Known): boolean {
  if (situation.userCountry && situation.userCountry !== 'US') return false;
  if (leavesOn === null) return true;
  return leavesOn >= today && need <= leavesOn;
}

function why(code: WhyCode, facts: Coded<WhyCode>['facts'] = {}): Coded<WhyCode> {
  return { code, facts };
}
