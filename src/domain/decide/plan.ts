import type { EpochDay } from '../time/civil.ts';
import { isOpenOn } from '../time/openday.ts';
import type { Plan } from './evaluate.ts';
import { planCancel } from './options/cancel.ts';
import { planKeep } from './options/keep.ts';
import { planLetLapse } from './options/let-lapse.ts';
import { planPortOut, type Target } from './options/port-out.ts';
import { planSuspend } from './options/suspend.ts';
import type { Known } from './scenario.ts';
import type { OptionKind } from './types.ts';

/** Dates and costs of an option that can be taken. */
export function planOf(known: Known, kind: OptionKind, target: Target): Plan {
  if (kind === 'cancel') return planCancel(known, openDays(known));
  if (kind === 'port-out') return planPortOut(known, target);
  if (kind === 'suspend') return planSuspend(known);
  return kind === 'let-lapse' ? planLetLapse(known) : planKeep(known);
}

/** Days on which somebody can be asked to cancel: any, unless every way that surely works keeps hours. */
function openDays({ product }: Known): (day: EpochDay) => boolean {
  const ways = product.channels.filter(({ canCancelHere }) => canCancelHere?.value === 'yes');
  const hours = ways.map((way) => way.hours?.value ?? null);
  if (hours.length === 0 || hours.includes(null)) return () => true;
  return (day) => hours.some((table) => table !== null && isOpenOn(table, day));
}
