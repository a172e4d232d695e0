/** Dates that follow from the end of the line. */
import { addMonths, formatDay } from '../time/civil.ts';
import type { Coded } from './deadlines-plan.ts';
import { byFact, byRule, HOUSE } from './grounds.ts';
import { type Scene, stateOf } from './scene.ts';
import { losesNumber } from './way.ts';

/** Our own reminders: a last bill comes with the next cycle, and wrong charges show on the two statements after the end. */
const FINAL_BILL_MONTHS = 1;
const WATCH_MONTHS = 2;

/** From the end of the line on; as long as it is only planned or promised, so are these. */
export function endDeadlines(scene: Scene): Coded[] {
  const { end, ended, today } = scene;
  if (!end) return [];
  const watch = addMonths(end.day, WATCH_MONTHS);
  return [
    { code: 'ends-on', facts: {}, ...end, whose: 'carrier', done: ended },
    ...moneyAfter(scene, end.day),
    ...numberAfter(scene, end.day),
    { code: 'watch-statements', facts: {}, day: watch, ground: HOUSE, whose: 'you', done: today > watch },
  ];
}

function moneyAfter({ world, money, refund }: Scene, end: number): Coded[] {
  const found: Coded[] = [];
  if (world.product.service.billing === 'postpaid') {
    const day = addMonths(end, FINAL_BILL_MONTHS);
    found.push({ code: 'final-bill', facts: {}, day, ground: HOUSE, whose: 'carrier', done: money.balance !== null });
  }
  const due = byFact(world.product.refund.afterDays, { field: 'refund.afterDays', from: end, careful: 'latest' });
  if (refund && due)
    found.push({ code: 'refund-due', facts: {}, ...due, whose: 'carrier', done: refund.openCents === 0 });
  return found;
}

function numberAfter(scene: Scene, end: number): Coded[] {
  const { way, world, today } = scene;
  const { product } = world;
  const found: Coded[] = [];
  if (!losesNumber(way)) return found;
  const lost = { field: 'lapse.numberLostAfterDays', from: end, careful: 'soonest' } as const;
  const recycled = byFact(product.lapse.numberLostAfterDays, lost) ?? byRule(world, 'fcc-number-aging-min', end);
  if (recycled && product.service.hasNumber) {
    const exit = stateOf(scene, 'number-exit');
    const done = exit === 'done' || exit === 'not-needed';
    found.push({ code: 'number-recycled-from', facts: {}, ...recycled, whose: 'you', done });
  }
  const back = byFact(product.reinstate.days, { field: 'reinstate.days', from: end, careful: 'soonest' });
  if (back)
    found.push({
      code: 'reinstate-until',
      facts: { end: formatDay(end) },
      ...back,
      whose: 'you',
      done: today > back.day,
    });
  return found;
}
