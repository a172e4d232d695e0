/** Alarms about the end of the line: the number, the money, whether it is really dead. */
import { formatUsd } from '../money/money.ts';
import { type EpochDay, formatDay } from '../time/civil.ts';
import type { CodedAlarm } from './alarms.ts';
import { record } from './buttons.ts';
import { dayOf } from './read.ts';
import { isPaidBack, isUnasked, ownBalance, type Scene } from './scene.ts';
import type { Deadline } from './types.ts';
import { endsLine } from './way.ts';

const NEAR_DAYS = 7;
/** A line is looked at again a week after its end: charges of a line that lives on begin with the next cycle. */
const UNSEEN_DAYS = 7;

export function endAlarms(scene: Scene): CodedAlarm[] {
  return [...codes(scene), ...unseen(scene)];
}

export function moneyAlarms(scene: Scene, deadlines: readonly Deadline[]): CodedAlarm[] {
  return [...charged(scene), ...atRisk(scene), ...owing(scene, deadlines)];
}

function codes(scene: Scene): CodedAlarm[] {
  const { tied, ended, way } = scene;
  const [first] = tied;
  if (first === undefined) return [];
  const button = record('account-unlinked', { service: first });
  if (ended && way.end.from !== null)
    return [{ code: 'codes-after-end', facts: { services: tied }, since: way.end.from, button }];
  const date = nearDate(scene);
  if (date === null) return [];
  const facts = { services: tied, day: formatDay(date) };
  return [{ code: 'codes-date-near', facts, since: date - NEAR_DAYS, button }];
}

/** The next day that matters, acting or the end, where it is near; today, where all that was planned is past. */
function nearDate(scene: Scene): EpochDay | null {
  const { today, end, way } = scene;
  const { actOn, lastDayToAct } = way.choice?.data ?? {};
  const acting = isUnasked(scene) ? [dayOf(actOn), dayOf(lastDayToAct)] : [];
  const days = [...acting, end?.day ?? null].filter((day) => day !== null);
  if (days.length === 0) return null;
  const next = Math.min(...days.filter((day) => day >= today));
  if (next === Number.POSITIVE_INFINITY) return today;
  return next - NEAR_DAYS > today ? null : next;
}

/** Money on a prepaid line that no page surely pays back: it has to be used up or claimed before the end. */
function atRisk(scene: Scene): CodedAlarm[] {
  const { way, world, ended } = scene;
  const { service, refund } = world.product;
  const date = nearDate(scene);
  if (ended || date === null || !endsLine(way) || service.billing === 'postpaid' || isPaidBack(refund.balance))
    return [];
  const usd = ownBalance(way);
  if (usd === 0) return [];
  const facts = { usd: formatUsd(usd), day: formatDay(date) };
  const button = record('balance-recorded', { balanceUsd: '0.00' });
  return [{ code: 'balance-at-risk', facts, since: date - NEAR_DAYS, button }];
}

function unseen({ way, ended, money, today }: Scene): CodedAlarm[] {
  const { from, deadOn } = way.end;
  if (!endsLine(way) || !ended || from === null || deadOn !== null || money.balance !== null) return [];
  const since = from + UNSEEN_DAYS;
  if (today < since) return [];
  return [{ code: 'end-passed-unseen', facts: { day: formatDay(from) }, since, button: record('line-seen-dead') }];
}

function charged({ money }: Scene): CodedAlarm[] {
  const open = money.charges.filter(({ escalated }) => !escalated);
  if (open.length === 0) return [];
  const usd = formatUsd(open.reduce((sum, { openCents }) => sum + openCents, 0));
  const since = Math.min(...open.map(({ day }) => day));
  const button = record('escalation-filed', { kind: 'bank-dispute', about: 'money' });
  return [{ code: 'charge-after-end', facts: { usd, chargedOn: formatDay(since), count: open.length }, since, button }];
}

/** A credit is late only where its day is known and past; where no day is known, it stays open until it comes. */
function owing({ money, refund, today }: Scene, deadlines: readonly Deadline[]): CodedAlarm[] {
  const due = deadlines.find(({ code }) => code === 'refund-due');
  if (refund && refund.openCents > 0 && due && today > due.day) {
    const usd = formatUsd(refund.openCents);
    const button = record('refund-seen', { amountUsd: usd });
    return [{ code: 'refund-late', facts: { usd, day: formatDay(due.day) }, since: due.day + 1, button }];
  }
  const { balance } = money;
  if (!balance || balance.openCents === 0 || (balance.side === 'credit' && due)) return [];
  const usd = formatUsd(balance.openCents);
  const credit = record('refund-seen', { amountUsd: usd });
  const button = balance.side === 'credit' ? credit : record('balance-recorded', { balanceUsd: '0.00' });
  return [{ code: 'balance-open', facts: { usd }, since: balance.day, button }];
}
