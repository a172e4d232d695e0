/** Invented brands and short forms for the examples of `decide`. */
import { aBrand, aProduct, fact, PAGE } from '../../testing/catalog.ts';
import { parseSituation } from '../case/situation.ts';
import type { ParkingTarget } from '../catalog/index.ts';
import type { Brand } from '../catalog/schema.ts';
import { formatDay, toDay } from '../time/civil.ts';
import { decide } from './decide.ts';
import type { Decision, Option, OptionKind } from './types.ts';

export const TODAY = '2026-11-24';
export const conflict = <T>(value: T, other: T) =>
  fact(value, { confidence: 'conflicting', alternatives: [{ value: other, sources: [PAGE] }] });
export const noFee = fact({ minUsd: '0.00', maxUsd: '0.00', onlyWithCommitment: false });

/** Ends with the bill cycle, nothing back; device instalments on the bill. */
export const postpaid = aBrand({}, [
  aProduct({
    billing: {
      proration: fact('none'),
      effective: fact('end-of-cycle'),
      earlyTerminationFee: noFee,
      installments: fact('continue-while-lines-remain'),
      promoCredits: fact('lost'),
    },
    suspend: {
      available: fact('yes'),
      charge: conflict({ mode: 'full-rate' }, { mode: 'fee', monthlyUsd: '10.00' }),
      maxDays: fact(90),
    },
    channels: [
      {
        kind: 'phone',
        value: fact('+12025550100'),
        canCancelHere: fact('yes'),
        hours: fact({
          zone: 'America/Los_Angeles',
          weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], open: '04:00', close: '21:00' }],
          holidays: 'closed',
        }),
      },
    ],
  }),
]);

/** Prepaid by the month; the renewal has to be stopped a day before. */
export const prepaid = (over: Record<string, unknown> = {}): Brand =>
  aBrand({}, [
    aProduct({
      service: { hasNumber: true, billing: 'prepaid' },
      billing: {
        proration: fact('none'),
        effective: fact('end-of-cycle'),
        renewalLeadHours: fact(24),
        term: fact({ unit: 'day', lengths: [30] }),
      },
      lapse: { noDebtFollows: fact('yes'), numberLostAfterDays: conflict(12, 5) },
      refund: { balance: fact('no') },
      ...over,
    }),
  ]);

export function park(over: Record<string, unknown>): ParkingTarget {
  const [product] = aBrand({ slug: 'barn' }, [aProduct({ parking: over })]).products;
  if (!product?.parking) throw new Error('a target has parking');
  return { target: 'barn', name: { en: 'Barn', zh: '谷仓' }, parking: product.parking };
}

export function decided(
  brand: Brand,
  situation: { line?: object; [field: string]: unknown },
  targets: ParkingTarget[] = [],
  today = TODAY,
): Decision {
  const [product] = brand.products;
  if (!product) throw new Error('a brand has a product');
  const parsed = parseSituation({ ...situation, line: { carrier: 'acme', ...situation.line } });
  return decide(parsed, { brand, product, targets, today: toDay(today) });
}

export function option({ options }: Decision, kind: OptionKind, target?: string): Option {
  const found = options.find((own) => own.kind === kind && (target === undefined || own.target === target));
  if (!found) throw new Error('every kind is there');
  return found;
}

/** Dates as text and the cost in cents. */
export function brief({ actOn, lastDayToAct, endsOn, cost }: Option): unknown[] {
  const iso = (day: number | null): string | null => (day === null ? null : formatDay(day));
  return [iso(actOn), iso(lastDayToAct), iso(endsOn), cost?.minCents, cost?.maxCents];
}

export const lines = ({ timeline }: Option): string[] =>
  timeline.map(
    ({ day, cents, reason, lostCents }) => `${formatDay(day)} ${cents} ${reason}${lostCents ? ` ${lostCents}` : ''}`,
  );
export const codes = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code);
