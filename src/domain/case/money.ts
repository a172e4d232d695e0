/** What the line still owes and is owed once it has ended. */
import type { Cents } from '../money/money.ts';
import type { EpochDay } from '../time/civil.ts';
import { openEscalations, subjectOf } from './escalations.ts';
import { bookedOn, centsOf, dayOn } from './read.ts';
import type { ObligationState, Recorded } from './types.ts';
import { endsLine, hasEnded, type Way } from './way.ts';

/** A charge after the end that nobody expected, with what of it has not come back. */
export interface WrongCharge {
  event: Recorded<'charge-seen'>;
  day: EpochDay;
  cents: Cents;
  openCents: Cents;
  /** A complaint about money was filed on its day or later. */
  escalated: boolean;
}

export interface Money {
  state: ObligationState;
  /** Every wrong charge that is not wholly refunded. */
  charges: readonly WrongCharge[];
  /** The newest balance from the day the line ended on; null: nobody has looked. */
  balance: Balance | null;
}

export interface Balance {
  event: Recorded<'balance-recorded'>;
  day: EpochDay;
  /** What still stands of it; a credit shrinks by refunds that came since. */
  openCents: Cents;
  side: 'owed' | 'credit' | 'unknown';
}

const NOTHING = { charges: [], balance: null } as const;

/** The money side of a way as of `today`. It is settled only by looking at the balance after the end. */
export function moneyOf(way: Way, today: EpochDay): Money {
  if (way.kind === 'keep' || way.kind === 'suspend') return { state: 'not-needed', ...NOTHING };
  if (!endsLine(way) || !hasEnded(way, today)) return { state: 'open', ...NOTHING };
  const charges = wrongCharges(way);
  const balance = lastBalance(way);
  payBack([...charges, ...(balance && balance.side !== 'owed' ? [balance] : [])], way);
  const standing = charges.filter(({ openCents }) => openCents > 0);
  const disputed = openEscalations(way).some((own) => subjectOf(way, own) === 'money');
  const open = disputed || standing.some(({ escalated }) => !escalated) || balance === null || balance.openCents > 0;
  return { state: open ? 'open' : 'done', charges: standing, balance };
}

function wrongCharges(way: Way): WrongCharge[] {
  const { lastDay } = way.end;
  if (lastDay === null) return [];
  const complaints = way.state.all('escalation-filed').filter((own) => subjectOf(way, own) === 'money');
  const latest = Math.max(...complaints.map(dayOn));
  return way.state.all('charge-seen').flatMap((event) => {
    const day = bookedOn(event);
    const cents = centsOf(event.data.amountUsd) ?? 0;
    if (day <= lastDay || event.data.expected === true || cents === 0) return [];
    return [{ event, day, cents, openCents: cents, escalated: latest >= day }];
  });
}

function lastBalance(way: Way): Balance | null {
  const { from } = way.end;
  const looked = way.state.all('balance-recorded').flatMap((event): Balance[] => {
    const cents = centsOf(event.data.balanceUsd);
    const day = dayOn(event);
    if (cents === null || from === null || day < from) return [];
    return [{ event, day, openCents: cents, side: event.data.side ?? 'unknown' }];
  });
  return looked.reduce<Balance | null>(
    (newest, own) => (newest === null || own.day >= newest.day ? own : newest),
    null,
  );
}

/** Refunds pay back what was taken before them: a debt of just that sum, the balance before a charge, else the oldest. */
function payBack(debts: (WrongCharge | Balance)[], { state }: Way): void {
  const oldestFirst = debts.sort(
    (a, b) => a.day - b.day || Number('side' in a) - Number('side' in b) || a.event.seq - b.event.seq,
  );
  const refunds = state.all('refund-seen').map((event) => ({ day: bookedOn(event), event }));
  refunds.sort((a, b) => a.day - b.day || a.event.seq - b.event.seq);
  for (const { day, event } of refunds) {
    let left = centsOf(event.data.amountUsd) ?? 0;
    const due = oldestFirst.filter((debt) => debt.day <= day && debt.openCents > 0);
    const same = due.filter(({ openCents }) => openCents === left);
    const first = same.find((debt) => 'side' in debt) ?? same[0];
    for (const debt of first ? [first] : due) {
      const paid = Math.min(left, debt.openCents);
      debt.openCents -= paid;
      left -= paid;
    }
  }
}
