import { addMonths, type EpochDay, formatDay } from '../time/civil.ts';
import type { Coded } from './deadlines-plan.ts';
import { byRule, type Dated } from './grounds.ts';
import { dayOf, situationOf, textOf } from './read.ts';
import type { Scene } from './scene.ts';
import { endsLine } from './way.ts';

/** Enough for every month of the years a date may lie in. */
const MOST_STEPS = 1300;

/**
 * The last day to have the bank stop the first automatic debit after the end (of those that can still be stopped). Only for
 * a US bank account or debit card with automatic payment; what it is counted from stands in the facts as `debitOn`.
 */
export function stopPayment(scene: Scene): Coded[] {
  const { way, world, money, today, end } = scene;
  const situation = situationOf(way.state);
  if (!endsLine(way) || money.state !== 'open' || textOf(situation?.payment) !== 'us-debit') return [];
  if (situation?.line?.autopay !== true) return [];
  for (const debit of debitDays(scene)) {
    if (debit < today || (end && debit <= end.day)) continue;
    const found: Dated | null = byRule(world, 'reg-e-stop-payment', debit, true);
    if (!found) return [];
    if (found.day < today) continue;
    return [{ code: 'stop-payment', facts: { debitOn: formatDay(debit) }, ...found, whose: 'you', done: false }];
  }
  return [];
}

/** The days automatic payment draws on, as far as what was told shows them. */
function* debitDays({ way, world, today }: Scene): Generator<EpochDay> {
  const line = situationOf(way.state)?.line;
  const cycleDay = line?.cycleDay ?? null;
  const paidThrough = dayOf(line?.paidThrough);
  const first = paidThrough === null ? (cycleDay === null ? null : addMonths(today, 0, cycleDay)) : paidThrough + 1;
  const step = first === null ? null : stepOf(world.product.billing.term?.value ?? null, line?.termMonths ?? null);
  if (first === null || step === null) return;
  for (let k = 0; k < MOST_STEPS; k += 1) yield step(first, k, cycleDay);
}

type Step = (first: EpochDay, k: number, cycleDay: number | null) => EpochDay;

function stepOf(
  term: { unit: 'month' | 'day'; lengths: readonly number[] } | null,
  months: number | null,
): Step | null {
  const [length, ...others] = term?.lengths ?? [1];
  if (term?.unit === 'day') return length && others.length === 0 ? (first, k) => first + k * length : null;
  const count = months ?? (others.length === 0 ? length : null) ?? null;
  return count === null ? null : (first, k, cycleDay) => addMonths(first, k * count, cycleDay ?? undefined);
}
