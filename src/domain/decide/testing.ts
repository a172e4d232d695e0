/** Situations and products made at random for the properties of `decide`. */
import fc from 'fast-check';
import { aBrand, aProduct, BLOG, fact } from '../../testing/catalog.ts';
import { parseSituation, type Situation } from '../case/situation.ts';
import type { ParkingTarget } from '../catalog/index.ts';
import type { Brand } from '../catalog/schema.ts';
import { formatUsd } from '../money/money.ts';
import { addMonths, dayOf, daysInMonth, type EpochDay, formatDay, partsOf } from '../time/civil.ts';
import { decide } from './decide.ts';
import type { Decision } from './types.ts';

/** How much of a true fact is known: all, one of two, nothing. */
export type Blur = 'known' | 'conflicting' | 'unknown';

/** A true value, another one some page gives, and how much of it is known. */
interface Truth<T> {
  value: T;
  other: T;
  blur: Blur;
}

const MAY_BE_UNKNOWN: Blur[] = ['known', 'conflicting', 'unknown'];
/** Facts whose silence counts as none, so that only a conflict can widen them. */
const NEVER_UNKNOWN: Blur[] = ['known', 'conflicting'];

const truth = <T>(value: fc.Arbitrary<T>, blurs: Blur[] = MAY_BE_UNKNOWN): fc.Arbitrary<Truth<T>> =>
  fc.record({ value, other: value, blur: fc.constantFrom(...blurs) });

function shown<T>({ value, other, blur }: Truth<T>, learned: boolean) {
  if (learned || blur === 'known') return fact(value);
  if (blur === 'unknown') return undefined;
  return fact(other, { confidence: 'conflicting', alternatives: [{ value, sources: [BLOG] }] });
}

const usd = (max: number): fc.Arbitrary<string> => fc.integer({ min: 0, max }).map(formatUsd);
const yesNo = fc.constantFrom('yes', 'no');
const today = fc.integer({ min: dayOf(2026, 1, 1), max: dayOf(2029, 1, 1) });

const facts = fc.record({
  effective: truth(fc.constantFrom('immediate', 'end-of-cycle', 'choice')),
  proration: truth(fc.constantFrom('none', 'prorated')),
  noticeDays: truth(fc.constantFrom(0, 1, 7, 30), NEVER_UNKNOWN),
  leadHours: truth(fc.constantFrom(0, 24, 26, 72), NEVER_UNKNOWN),
  fee: truth(
    fc.record({ minUsd: fc.constant('0.00'), maxUsd: usd(40_000), onlyWithCommitment: fc.boolean() }),
    NEVER_UNKNOWN,
  ),
  installments: truth(fc.constantFrom('due-at-close', 'continue-while-lines-remain')),
  promoCredits: truth(fc.constantFrom('lost', 'kept')),
  refund: truth(yesNo),
  deposit: truth(yesNo),
  afterDays: truth(fc.constantFrom(0, 30, 60)),
  pauseDays: truth(fc.constantFrom(0, 30, 90)),
  pause: truth(fc.constantFrom({ mode: 'full-rate' }, { mode: 'fee', monthlyUsd: '1.00' })),
  sim: truth(usd(2000)),
  activation: truth(usd(4000)),
  portInFee: truth(usd(3000)),
  parking: truth(usd(1000)),
});

interface World {
  today: EpochDay;
  billing: 'postpaid' | 'prepaid' | 'package';
  term: { unit: 'month' | 'day'; length: number; told: boolean };
  facts: FactsTruth;
  line: LineTruth;
  rest: Rest;
}

type FactsTruth = typeof facts extends fc.Arbitrary<infer T> ? T : never;

const line = fc.record({
  price: fc.integer({ min: 500, max: 15_000 }),
  begunDaysAgo: fc.integer({ min: 0, max: 27 }),
  monthsIn: fc.nat(11),
  anchorUp: fc.nat(3),
  autopay: fc.boolean(),
  balance: usd(5000),
  deposit: usd(10_000),
  remaining: fc.integer({ min: 0, max: 90_000 }),
  monthly: fc.integer({ min: 1, max: 5000 }),
  credit: fc.integer({ min: 0, max: 5000 }),
  lines: fc.constantFrom(1, 2, 5),
  commitment: yesNo,
  forgets: fc.uniqueArray(
    fc.constantFrom(
      'monthlyUsd',
      'cycleDay',
      'paidThrough',
      'termMonths',
      'installments',
      'monthly',
      'credit',
      'lines',
      'commitment',
      'autopay',
    ),
  ),
});
type LineTruth = typeof line extends fc.Arbitrary<infer T> ? T : never;

const rest = fc.record({
  leavesIn: fc.option(fc.integer({ min: -20, max: 120 })),
  awayFor: fc.option(fc.integer({ min: 0, max: 500 })),
  needFor: fc.option(fc.integer({ min: -10, max: 150 })),
  keep: fc.constantFrom('no', 'until', 'forever', null),
  keepFor: fc.option(fc.integer({ min: -10, max: 800 })),
  country: fc.constantFrom('US', 'CN', null),
  noDebt: fc.constantFrom('yes', 'no', null),
  hasNumber: fc.boolean(),
});
type Rest = typeof rest extends fc.Arbitrary<infer T> ? T : never;

/** A line as it truly is, with what is known of it. */
export const world: fc.Arbitrary<World> = fc.record({
  today,
  billing: fc.constantFrom('postpaid' as const, 'prepaid' as const, 'package' as const),
  term: fc.constantFrom(
    { unit: 'month' as const, length: 1, told: false },
    { unit: 'month' as const, length: 1, told: true },
    { unit: 'month' as const, length: 3, told: true },
    { unit: 'day' as const, length: 30, told: true },
  ),
  facts,
  line,
  rest,
});

/** The catalog of that world; `learned`: every blurred fact has been cleared up. */
export function catalogOf(
  { facts, term, billing, rest }: World,
  learned: boolean,
): { brand: Brand; targets: ParkingTarget[] } {
  const show = <T>(truth: Truth<T>): unknown => shown(truth, learned);
  const lengths = fact({ unit: term.unit, lengths: learned ? [term.length] : [...new Set([term.length, 1])] });
  const product = {
    service: { hasNumber: rest.hasNumber, billing },
    billing: {
      effective: show(facts.effective),
      proration: show(facts.proration),
      noticeDays: show(facts.noticeDays),
      renewalLeadHours: show(facts.leadHours),
      earlyTerminationFee: show(facts.fee),
      installments: show(facts.installments),
      promoCredits: show(facts.promoCredits),
      term: term.unit === 'day' ? fact({ unit: 'day', lengths: [term.length] }) : term.told ? lengths : undefined,
    },
    lapse: rest.noDebt === null ? {} : { noDebtFollows: fact(rest.noDebt) },
    refund: { balance: show(facts.refund), deposit: show(facts.deposit), afterDays: show(facts.afterDays) },
    suspend: { available: fact('yes'), charge: show(facts.pause), maxDays: show(facts.pauseDays) },
    restart: { simUsd: show(facts.sim), activationUsd: show(facts.activation) },
  };
  const parking = { portInFeeUsd: show(facts.portInFee), monthlyUsd: show(facts.parking), onlyFromUs: fact('yes') };
  const barn = aBrand({ slug: 'barn' }, [aProduct({ parking })]);
  const place = barn.products[0]?.parking;
  const targets = place ? [{ target: 'barn', name: { en: 'Barn', zh: '谷仓' }, parking: place }] : [];
  return { brand: aBrand({}, [aProduct(product)]), targets };
}

/** What the user says; `learned`: nothing is forgotten. */
export function situationOf(world: World, learned: boolean): Situation {
  const { line, rest, today } = world;
  const { cycleDay, paidThrough } = calendarOf(world);
  const forgot = (name: LineTruth['forgets'][number]): boolean => !learned && line.forgets.includes(name);
  const told = <T>(name: LineTruth['forgets'][number], value: T): T | null => (forgot(name) ? null : value);
  const in_ = (days: number | null): string | null => (days === null ? null : formatDay(today + days));
  return parseSituation({
    line: {
      carrier: 'acme',
      monthlyUsd: hidesRefund(world) ? formatUsd(line.price) : told('monthlyUsd', formatUsd(line.price)),
      cycleDay: world.term.unit === 'day' ? null : told('cycleDay', cycleDay),
      paidThrough: told('paidThrough', formatDay(paidThrough)),
      termMonths: world.term.unit === 'day' ? null : told('termMonths', world.term.length),
      autopay: told('autopay', line.autopay),
      balanceUsd: line.balance,
      depositUsd: line.deposit,
      serviceCommitment: told('commitment', line.commitment),
      linesOnAccount: told('lines', line.lines),
      installments: told('installments', {
        remainingUsd: formatUsd(line.remaining),
        monthlyUsd: told('monthly', formatUsd(Math.max(line.monthly, line.credit))),
        monthlyPromoCreditUsd: told('credit', formatUsd(line.credit)),
      }),
    },
    leavesOn: in_(rest.leavesIn),
    returnsOn: rest.leavesIn === null || rest.awayFor === null ? null : in_(rest.leavesIn + rest.awayFor),
    needsServiceUntil: in_(rest.needFor),
    userCountry: rest.country,
    number: { keep: rest.keep, keepUntil: in_(rest.keepFor) },
  });
}

/** The same world with part of what was forgotten or blurred cleared up; `bits` says which part. */
export function partlyLearned(world: World, bits: number): World {
  const clears = (i: number): boolean => ((bits >> (i % 20)) & 1) === 1;
  const facts = Object.entries(world.facts).map(([name, truth], i) => [
    name,
    clears(i) ? { ...truth, blur: 'known' } : truth,
  ]);
  const forgets = world.line.forgets.filter(
    (name, i) => !clears(i + 7) && !(name === 'monthlyUsd' && hidesRefund(world)),
  );
  return { ...world, facts: Object.fromEntries(facts), line: { ...world.line, forgets } };
}

/** With the price unknown, a refund of unused days is not counted: that case is left out of the nesting. */
function hidesRefund({ facts }: World): boolean {
  return facts.proration.value === 'prorated' || facts.proration.blur !== 'known';
}

/** A cycle that is running today, anchored on its own day of the month. */
function calendarOf({ today, term, line }: World): { cycleDay: number; paidThrough: EpochDay } {
  const begun = today - line.begunDaysAgo;
  if (term.unit === 'day') return { cycleDay: 1, paidThrough: begun + term.length - 1 };
  const { year, month, dayOfMonth } = partsOf(begun);
  const isLast = daysInMonth(year, month) === dayOfMonth;
  const cycleDay = isLast ? Math.min(31, dayOfMonth + line.anchorUp) : dayOfMonth;
  const left = term.length - (line.monthsIn % term.length);
  return { cycleDay, paidThrough: addMonths(begun, left, cycleDay) - 1 };
}

/** The decision in that world, with or without what could be learned. */
export function decideIn(world: World, learned: boolean): Decision {
  const { brand, targets } = catalogOf(world, learned);
  const [product] = brand.products;
  if (!product) throw new Error('a brand has a product');
  return decide(situationOf(world, learned), { brand, product, targets, today: world.today });
}
