/** Situations and brands for fast-check: every kind of fact known, conflicting or unknown; awkward dates on purpose. */
import fc from 'fast-check';
import { parseSituation, type Situation } from '../../domain/case/situation.ts';
import type { ParkingTarget } from '../../domain/catalog/index.ts';
import type { Brand, Product } from '../../domain/catalog/schema.ts';
import { addMonths, daysInMonth, type EpochDay, formatDay, partsOf, toDay } from '../../domain/time/civil.ts';
import { aBrand, aProduct, BLOG, fact, firstProduct, text } from '../catalog.ts';

export interface Case {
  situation: Situation;
  brand: Brand;
  product: Product;
  targets: ParkingTarget[];
  today: EpochDay;
}

/** How much is left open: `little` keeps the number of worlds small, so that bounds can be checked for being reached. */
export type Openness = 'little' | 'much';

type Made = ReturnType<typeof fact>;

const usd = (cents: number) => (cents / 100).toFixed(2);
const AWKWARD = [
  '2026-11-24',
  '2026-12-31',
  '2027-01-29',
  '2027-01-31',
  '2027-02-28',
  '2028-01-31',
  '2028-02-29',
  '2028-03-01',
];

function aFact<T>(values: readonly [T, ...T[]], openness: Openness): fc.Arbitrary<Made | undefined> {
  const one = fc.constantFrom(...values);
  const known: fc.Arbitrary<Made | undefined> = one.map((value) => fact(value) as Made);
  const conflict = fc.tuple(one, one, fc.boolean()).map(([first, second, named]) => {
    const others = named ? [second] : [first, second];
    const alternatives = others.map((value) => ({ value, sources: [BLOG] }));
    return fact(named ? first : null, { confidence: 'conflicting', alternatives }) as Made;
  });
  const weight = openness === 'little' ? 12 : 2;
  return fc.oneof(
    { arbitrary: known, weight },
    { arbitrary: conflict, weight: 1 },
    { arbitrary: fc.constant(undefined), weight: 1 },
  );
}

/** A value that may be unsaid. */
function maybe<T>(value: fc.Arbitrary<T>, openness: Openness): fc.Arbitrary<T | null> {
  return fc.option(value, { freq: openness === 'little' ? 12 : 3, nil: null });
}

const amount = (...cents: [number, ...number[]]) => fc.constantFrom(...cents).map(usd);
const today = fc.oneof(
  fc.constantFrom(...AWKWARD).map(toDay),
  fc.integer({ min: toDay('2026-01-01'), max: toDay('2029-12-31') }),
);

function product(openness: Openness): fc.Arbitrary<unknown> {
  const of = <T>(...values: [T, ...T[]]) => aFact(values, openness);
  return fc
    .record({
      billing: fc.constantFrom('postpaid' as const, 'postpaid' as const, 'prepaid' as const, 'package' as const),
      hasNumber: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
      proration: of('none', 'prorated'),
      effective: of('immediate', 'end-of-cycle', 'end-of-cycle', 'choice'),
      noticeDays: of(0, 0, 1, 10),
      renewalLeadHours: of(0, 24, 48),
      term: of(
        { unit: 'month', lengths: [1] },
        { unit: 'day', lengths: [30] },
        { unit: 'month', lengths: [1, 3] },
        { unit: 'month', lengths: [3] },
        { unit: 'month', lengths: [12] },
      ),
      earlyTerminationFee: of(
        { minUsd: '0.00', maxUsd: '0.00', onlyWithCommitment: false },
        { minUsd: '10.00', maxUsd: '200.00', onlyWithCommitment: true },
        { minUsd: '25.00', maxUsd: '25.00', onlyWithCommitment: false },
      ),
      installments: of('due-at-close', 'continue-while-lines-remain'),
      noDebtFollows: of('yes', 'yes', 'no'),
      balance: of('yes', 'no'),
      deposit: of('yes', 'no'),
      afterDays: of(0, 30, 400),
      suspend: of('yes', 'yes', 'no'),
      charge: of({ mode: 'full-rate' }, { mode: 'fee', monthlyUsd: '0.00' }, { mode: 'fee', monthlyUsd: '10.00' }),
      maxDays: of(30, 90, 180, 365),
      possible: of('yes'),
      simUsd: of('5.00', '25.00'),
      activationUsd: of('0.00', '35.00'),
    })
    .map((it) => {
      const postpaid = it.billing === 'postpaid';
      return aProduct({
        id: 'line',
        service: { hasNumber: it.hasNumber, billing: it.billing },
        billing: {
          proration: it.proration,
          effective: it.effective,
          noticeDays: it.effective?.value === 'end-of-cycle' ? it.noticeDays : undefined,
          renewalLeadHours: postpaid ? undefined : it.renewalLeadHours,
          term: postpaid ? fact({ unit: 'month', lengths: [1] }) : it.term,
          earlyTerminationFee: postpaid ? it.earlyTerminationFee : undefined,
          installments: postpaid ? it.installments : undefined,
        },
        lapse: postpaid ? {} : { noDebtFollows: it.noDebtFollows },
        refund: { balance: it.balance, deposit: it.deposit, afterDays: it.afterDays },
        suspend: { available: it.suspend, charge: it.charge, maxDays: it.maxDays },
        portOut: { possible: it.possible },
        restart: { simUsd: it.simUsd, activationUsd: it.activationUsd },
      });
    });
}

function target(openness: Openness): fc.Arbitrary<ParkingTarget> {
  return fc
    .record({
      portInFeeUsd: aFact(['20.00', '5.00'], openness),
      monthlyUsd: aFact(['0.00', '3.00'], openness),
      every: fc.oneof(
        fc.constant(undefined),
        aFact(
          [
            { unit: 'day', lengths: [30] },
            { unit: 'month', lengths: [1, 12] },
          ],
          openness,
        ),
      ),
      portDays: fc.oneof(
        fc.constant(undefined),
        aFact(
          [
            { min: 0, max: 0 },
            { min: 1, max: 3 },
          ],
          openness,
        ),
      ),
      onlyFromUs: fc.constant(fact('no')),
    })
    .map((parking) => {
      const line = aProduct({ parking, service: { hasNumber: true, billing: 'prepaid' } });
      const parked = firstProduct(aBrand({ slug: 'parkplace', kind: 'number-parking' }, [line])).parking;
      if (!parked) throw new Error('parking was just written');
      return { target: 'parkplace', name: text('Parkplace'), parking: parked };
    });
}

/** Cycle day and paidThrough that agree with each other; either or both unsaid now and then. */
function billingDays(now: EpochDay, openness: Openness) {
  return fc
    .record({
      anchor: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(28, 29, 30, 31)),
      saysDay: maybe(fc.constant(true), openness),
      saysPaid: maybe(fc.constant(true), openness),
    })
    .map(({ anchor, saysDay, saysPaid }) => {
      let next = now;
      while (!fallsOnAnchor(next, anchor)) next++;
      const paid = addMonths(next, next === now ? 1 : 0, anchor) - 1;
      return { cycleDay: saysDay ? anchor : null, paidThrough: saysPaid ? formatDay(paid) : null };
    });
}

function fallsOnAnchor(day: EpochDay, anchor: number): boolean {
  const { year, month, dayOfMonth } = partsOf(day);
  return dayOfMonth === Math.min(anchor, daysInMonth(year, month));
}

function situation(now: EpochDay, openness: Openness): fc.Arbitrary<Situation> {
  const later = (min: number, max: number) => fc.integer({ min, max }).map((days) => formatDay(now + days));
  return fc
    .record({
      monthlyUsd: maybe(amount(7000, 1500, 300, 3333), openness),
      days: billingDays(now, openness),
      balanceUsd: fc.oneof(fc.constant(null), amount(0, 1234)),
      depositUsd: fc.oneof(fc.constant(null), amount(0, 5000)),
      serviceCommitment: maybe(fc.constantFrom('yes' as const, 'no' as const), openness),
      loan: maybe(
        fc.constantFrom(
          { remainingUsd: '0.00' },
          { remainingUsd: '266.72', monthlyPromoCreditUsd: '33.34', monthlyUsd: '33.34' },
          { remainingUsd: '266.72', monthlyPromoCreditUsd: '33.34' },
          { remainingUsd: '800.00', monthlyPromoCreditUsd: '10.00', monthlyUsd: '40.00' },
          { remainingUsd: '100.00', monthlyUsd: '30.00' },
        ),
        openness,
      ),
      linesOnAccount: maybe(fc.constantFrom(1, 1, 3), openness),
      autopay: maybe(fc.boolean(), openness),
      needsServiceUntil: maybe(later(0, 70), openness),
      leavesOn: fc.constant(null),
      returnsOn: fc.oneof({ arbitrary: fc.constant(null), weight: 5 }, { arbitrary: later(130, 500), weight: 1 }),
      keep: fc.constantFrom('no' as const, 'no' as const, 'until' as const, 'forever' as const, null),
      keepUntil: later(0, 500),
    })
    .map(({ days, loan, keep, keepUntil, needsServiceUntil, leavesOn, returnsOn, ...line }) =>
      parseSituation({
        line: { carrier: 'acme', product: 'line', ...line, ...days, installments: loan },
        needsServiceUntil,
        leavesOn,
        returnsOn,
        number: { keep, keepUntil: keep === 'until' ? keepUntil : null },
      }),
    );
}

/** A situation with the brand it is about. */
export function cases(openness: Openness): fc.Arbitrary<Case> {
  return today.chain((now) =>
    fc.tuple(situation(now, openness), product(openness), target(openness)).map(([told, made, parking]) => {
      const brand = aBrand({}, [made]);
      return { situation: told, brand, product: firstProduct(brand), targets: [parking], today: now };
    }),
  );
}
