/** Every fully known world that a situation and the catalog leave possible. Long lists are the point: no algebra here. */
import type { Situation } from '../../domain/case/situation.ts';
import { candidates, type ParkingTarget } from '../../domain/catalog/index.ts';
import type { Product } from '../../domain/catalog/schema.ts';
import type { OptionKind } from '../../domain/decide/types.ts';
import { type Cents, parseUsd } from '../../domain/money/money.ts';
import { addMonths, daysInMonth, type EpochDay, partsOf, toDay } from '../../domain/time/civil.ts';
import { type Cycle, cycleBegins, fallsOn, type Held, type Loan, type World } from './world.ts';

export interface Given {
  situation: Situation;
  product: Product;
  today: EpochDay;
}

/** A refund that comes after every horizon. */
const NEVER = 100_000;
/** A price nobody knows. */
const UNPRICED = Number.NaN;

const cents = (usd: string | null | undefined): Cents | null => (usd == null ? null : parseUsd(usd));
const orElse = <T>(found: T[], otherwise: T[]): T[] => (found.length > 0 ? [...new Set(found)] : otherwise);

/** First day that no longer counts. */
export function horizonOf({ situation, product, today }: Given): EpochDay {
  const year = addMonths(today, 12);
  const { keep, keepUntil } = situation.number ?? {};
  return product.service.hasNumber && keep === 'until' && keepUntil ? Math.max(year, toDay(keepUntil) + 1) : year;
}

/** Last day on which the line must work under `kind`; where the number goes with the line, also as long as it is kept. */
export function neededUntil({ situation, product, today }: Given, kind: OptionKind): EpochDay {
  const said = situation.needsServiceUntil ?? situation.leavesOn;
  const needed = said ? Math.max(toDay(said), today) : today;
  const { keep, keepUntil } = situation.number ?? {};
  const loses = kind === 'cancel' || kind === 'let-lapse';
  if (!loses || !product.service.hasNumber || keep !== 'until' || !keepUntil) return needed;
  return Math.max(needed, toDay(keepUntil));
}

interface Billing {
  cycle: Cycle;
  months: number;
  termCents: Cents;
  overdueCents: Cents;
}

type Term = Pick<Cycle, 'unit' | 'length'>;

function termsOf({ situation, product }: Given): Term[] {
  if (situation.line.termMonths) return [{ unit: 'month', length: situation.line.termMonths }];
  const found = candidates(product.billing.term).flatMap(({ unit, lengths }) =>
    lengths.map((length) => ({ unit, length })),
  );
  if (found.length > 0) return found;
  const month: Term = { unit: 'month', length: 1 };
  return product.service.billing === 'postpaid' ? [month] : [month, { unit: 'day', length: 30 }];
}

function billings(given: Given): Billing[] {
  const price = cents(given.situation.line.monthlyUsd) ?? UNPRICED;
  return running(given).map(({ cycle, missed }) => {
    const months = cycle.unit === 'month' ? cycle.length : Math.round(cycle.length / 30);
    return { cycle, months, termCents: price * months, overdueCents: missed > 0 ? price * months * missed : 0 };
  });
}

/** What can be running: a term that begins after today is not the one that is paid, unless every one does. */
function running(given: Given): Phase[] {
  const all = termsOf(given).flatMap((term) => phases(given, term));
  const begun = all.filter(({ cycle }) => begunBy(cycle, given.today));
  return given.situation.line.paidThrough && begun.length > 0 ? begun : all;
}

function begunBy(cycle: Cycle, today: EpochDay): boolean {
  let begin = cycle.first - 1;
  while (!cycleBegins(cycle, begin)) begin--;
  return begin <= today;
}

interface Phase {
  cycle: Cycle;
  missed: number;
}

function phases({ situation, product, today }: Given, term: Term): Phase[] {
  const { paidThrough, cycleDay } = situation.line;
  if (paidThrough) {
    const due = toDay(paidThrough) + 1;
    return anchorsOf(due, cycleDay).flatMap((anchor) => {
      const cycle = { first: due, anchor, ...term };
      if (due >= today) return [{ cycle, missed: 0 }];
      return overdue(cycle, today, product.service.billing === 'postpaid');
    });
  }
  const anchors = cycleDay ? [cycleDay] : Array.from({ length: 31 }, (_, i) => i + 1);
  return anchors.flatMap((anchor) =>
    firstCharges(today, anchor, term).map((first) => ({ cycle: { first, anchor, ...term }, missed: 0 })),
  );
}

/** A charge on the last day of a short month may belong to any later day of longer months. */
function anchorsOf(due: EpochDay, cycleDay: number | null | undefined): number[] {
  const { year, month, dayOfMonth } = partsOf(due);
  if (cycleDay) return [fallsOn(due, cycleDay) ? cycleDay : dayOfMonth];
  if (dayOfMonth < daysInMonth(year, month)) return [dayOfMonth];
  return Array.from({ length: 32 - dayOfMonth }, (_, i) => dayOfMonth + i);
}

/** Every day on which the next charge of a term can fall; one due today may be paid already. */
function firstCharges(today: EpochDay, anchor: number, term: Term): EpochDay[] {
  const last = term.unit === 'day' ? today + term.length : addMonths(today, term.length) - 1;
  const found: EpochDay[] = [];
  for (let day = today; found.length === 0 || day <= last; day++) if (fallsOn(day, anchor)) found.push(day);
  if (found[0] !== today) return found;
  return [...found, term.unit === 'day' ? today + term.length : addMonths(today, term.length, anchor)];
}

/** A bill the user has not paid, or has paid without saying so. */
function overdue(cycle: Cycle, today: EpochDay, owes: boolean): Phase[] {
  let missed = 0;
  for (let day = cycle.first; day < today; day++) if (cycleBegins(cycle, day)) missed++;
  let first = today;
  while (!cycleBegins(cycle, first)) first++;
  return (owes ? [missed, 0] : [0]).map((count) => ({ cycle: { ...cycle, first }, missed: count }));
}

/** How the line can end: one entry for each reading. */
function endings({ situation, product }: Given, kind: OptionKind) {
  const { billing } = product;
  const parts = kind === 'cancel' || kind === 'port-out';
  const proration = parts ? orElse(candidates(billing.proration), ['none', 'prorated']) : ['none' as const];
  const effective: World['effective'][] =
    kind === 'cancel' ? orElse(candidates(billing.effective), ['immediate', 'end-of-cycle']) : ['immediate'];
  // Where nothing renews by itself there is no renewal to be early for.
  const { autopay } = situation.line;
  const byHand = product.service.billing === 'postpaid' || autopay === true ? [] : [0];
  const renewal = orElse(candidates(billing.renewalLeadHours), [0]).map((hours) => Math.ceil(hours / 24));
  const ends = kind === 'cancel' || kind === 'let-lapse';
  const leads = !ends || (byHand.length > 0 && autopay === false) ? [0] : [...byHand, ...renewal];
  const notices = kind === 'cancel' ? orElse(candidates(billing.noticeDays), [0]) : [0];
  return cross({
    prorated: proration.map((word) => word === 'prorated'),
    effective,
    noticeDays: orElse(
      notices.flatMap((notice) => leads.map((lead) => Math.max(notice, lead))),
      [0],
    ),
    feeCents: parts ? fees(product, situation.line.serviceCommitment) : [0],
  });
}

function fees(product: Product, commitment: 'yes' | 'no' | null | undefined): Cents[] {
  const found = candidates(product.billing.earlyTerminationFee);
  const values = found.flatMap(({ minUsd, maxUsd, onlyWithCommitment }) => {
    if (onlyWithCommitment && commitment === 'no') return [0];
    const range = [cents(minUsd) ?? 0, cents(maxUsd) ?? UNPRICED];
    return onlyWithCommitment && !commitment ? [0, ...range] : range;
  });
  return orElse(values, [0]);
}

function loans({ situation, product }: Given, kind: OptionKind): (Loan | null)[] {
  const rules = candidates(product.billing.installments);
  if (product.service.billing !== 'postpaid') return [null];
  const said = situation.line.installments;
  const left = cents(said?.remainingUsd);
  if (left === null) return rules.length > 0 && rules.every((rule) => rule === 'none') ? [null] : [null, UNKNOWN_LOAN];
  if (left === 0) return [null];
  const credit = cents(said?.monthlyPromoCreditUsd) ?? 0;
  const monthly = cents(said?.monthlyUsd);
  const amounts =
    monthly === null ? [Math.max(credit, 1), Math.max(credit, Math.ceil(left / 3)), Math.max(credit, left)] : [monthly];
  const lines = situation.line.linesOnAccount ?? null;
  const others = lines === null ? [true, false] : [lines > 1];
  const ends = kind === 'cancel' || kind === 'port-out';
  const onward = orElse(rules, ['due-at-close' as const, 'continue-while-lines-remain' as const]).flatMap((rule) =>
    rule === 'continue-while-lines-remain' ? others : [false],
  );
  return amounts.flatMap((amount) =>
    orElse(ends ? onward : [true], [false]).map((goesOnAfterClose) => ({
      left,
      monthly: amount,
      credit,
      goesOnAfterClose,
    })),
  );
}

/** Nobody said whether a device is on instalments; it may well be. */
const UNKNOWN_LOAN: Loan = { left: UNPRICED, monthly: UNPRICED, credit: 0, goesOnAfterClose: false };

function held(amount: string | null | undefined, back: ('yes' | 'no')[], after: number[]): Held[] {
  const sum = cents(amount) ?? 0;
  if (sum === 0) return [{ cents: 0, comesBack: false, afterDays: 0 }];
  return orElse(back, ['yes', 'no']).flatMap((word): Held[] =>
    word === 'no'
      ? [{ cents: sum, comesBack: false, afterDays: 0 }]
      : orElse(after, [0, NEVER]).map((afterDays) => ({ cents: sum, comesBack: true, afterDays })),
  );
}

function pauses({ product }: Given, kind: OptionKind): Pick<World, 'pauseCents' | 'pauseDays'>[] {
  if (kind !== 'suspend') return [{ pauseCents: null, pauseDays: 0 }];
  const charges = candidates(product.suspend.charge).map((charge) =>
    charge.mode === 'fee' ? cents(charge.monthlyUsd) : null,
  );
  return cross({
    pauseCents: orElse(charges, [null, 0]),
    pauseDays: orElse(candidates(product.suspend.maxDays), [0, NEVER]),
  });
}

type Move = Pick<World, 'portInCents' | 'parkingCents' | 'parkingEvery' | 'parkingAfterDays' | 'portTakes'>;

function moves(parking: ParkingTarget['parking'] | null): Move[] {
  const fee = candidates(parking?.portInFeeUsd).map((usd) => cents(usd) ?? 0);
  const monthly = candidates(parking?.monthlyUsd).map((usd) => cents(usd) ?? 0);
  const every = candidates(parking?.every).flatMap(({ unit, lengths }) =>
    lengths.map((length): Term => ({ unit, length })),
  );
  const takes = candidates(parking?.portDays).flatMap(({ min, max }) =>
    Array.from({ length: max - min + 1 }, (_, i) => min + i),
  );
  return cross({
    portInCents: orElse(fee, [0, UNPRICED]),
    parkingCents: orElse(monthly, [0, UNPRICED]),
    parkingEvery: orElse<Term>(every, [{ unit: 'month', length: 1 }]),
    parkingAfterDays: [Math.min(...orElse(takes, [0]))],
    portTakes:
      takes.length > 0
        ? takes.map((days) => ({ days, businessDayAtMost: false }))
        : [0, 1, 2, 3, 4, 5].map((days) => ({ days, businessDayAtMost: true })),
  });
}

function restarts(
  { situation, product }: Given,
  kind: OptionKind,
  horizon: EpochDay,
): Pick<World, 'returnsOn' | 'restartCents'>[] {
  const back = situation.returnsOn ? toDay(situation.returnsOn) : null;
  const again = kind === 'cancel' || kind === 'let-lapse';
  if (back === null || back >= horizon || !again) return [{ returnsOn: back, restartCents: [] }];
  const sim = candidates(product.restart.simUsd).map((usd) => cents(usd) ?? 0);
  const activation = candidates(product.restart.activationUsd).map((usd) => cents(usd) ?? 0);
  return orElse(sim, [0, UNPRICED]).flatMap((one) =>
    orElse(activation, [0, UNPRICED]).map((other) => ({ returnsOn: back, restartCents: [one, other] })),
  );
}

/** Every world in which `kind` could be lived; `parking` is the target of a port-out. */
export function worldsOf(given: Given, kind: OptionKind, parking: ParkingTarget['parking'] | null): World[] {
  const { situation, product, today } = given;
  const { line } = situation;
  const horizon = horizonOf(given);
  const still: Move[] = [
    {
      portInCents: 0,
      parkingCents: 0,
      parkingEvery: { unit: 'month', length: 1 },
      parkingAfterDays: 0,
      portTakes: { days: 0, businessDayAtMost: false },
    },
  ];
  const ends = kind !== 'keep' && kind !== 'suspend';
  const { refund } = product;
  const after = candidates(refund.afterDays);
  const nothing: Held[] = [{ cents: 0, comesBack: false, afterDays: 0 }];
  const balance = held(line.balanceUsd, ends ? candidates(refund.balance) : ['no'], after);
  const all = cross({
    billing: billings(given),
    ending: endings(given, kind),
    loan: loans(given, kind),
    balance,
    balancePays: ends ? [false] : [false, true],
    deposit: ends ? held(line.depositUsd, candidates(refund.deposit), after) : nothing,
    pause: pauses(given, kind),
    move: kind === 'port-out' ? moves(parking) : still,
    restart: restarts(given, kind, horizon),
  });
  return all.map(({ billing: { months, ...billing }, ending, pause, move: moved, restart: again, ...rest }) => ({
    today,
    horizon,
    ...billing,
    ...ending,
    pauseDays: pause.pauseDays,
    pauseCents: pause.pauseCents === null ? null : pause.pauseCents * months,
    ...moved,
    ...again,
    ...rest,
  }));
}

type Lists = Record<string, readonly unknown[]>;
type One<L extends Lists> = { [K in keyof L]: L[K][number] };

/** Every combination of one item of each list. */
function cross<L extends Lists>(lists: L): One<L>[] {
  return Object.entries(lists).reduce<Record<string, unknown>[]>(
    (found, [name, items]) => found.flatMap((one) => items.map((item) => ({ ...one, [name]: item }))),
    [{}],
  ) as One<L>[];
}
