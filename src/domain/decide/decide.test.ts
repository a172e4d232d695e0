import { describe, expect, test } from 'vitest';
import { aBrand, aProduct, fact } from '../../testing/catalog.ts';
import type { Brand } from '../catalog/schema.ts';
import { brief, codes, conflict, decided, lines, noFee, option, postpaid, TODAY } from './examples.ts';

describe('a bill that ends with its cycle', () => {
  const situation = {
    line: {
      monthlyUsd: '70.00',
      cycleDay: 12,
      paidThrough: '2026-12-11',
      installments: { remainingUsd: '266.72', monthlyPromoCreditUsd: '33.34' },
      linesOnAccount: 1,
    },
    leavesOn: '2026-12-20',
    needsServiceUntil: '2026-12-20',
    number: { keep: 'no', codesStillSentHere: ['bank'] },
  };

  test('ends with the cycle that covers the last needed day; asked for on open days only', () => {
    const decision = decided(postpaid, situation);
    // 12 December 2026 is a Saturday; the line opens on Monday. One bill before the end may still bring its credit.
    expect(brief(option(decision, 'cancel'))).toEqual(['2026-12-14', '2027-01-11', '2027-01-11', 30338, 33672]);
    expect(lines(option(decision, 'cancel'))).toEqual([
      '2026-12-12 7000 plan-charge',
      '2027-01-11 26672 installments-due',
      '2027-01-11 0 promo-credit-lost 26672',
    ]);
    expect(decision.recommended).toBe('cancel');
    expect(codes(option(decision, 'cancel').warnings)).toEqual(
      expect.arrayContaining(['move-codes-first', 'promo-credits-lost', 'installments-due', 'number-reassigned-rule']),
    );
  });

  test('keeping pays every charge and at most the whole device', () => {
    expect(brief(option(decided(postpaid, situation), 'keep'))).toEqual([
      null,
      null,
      null,
      12 * 7000,
      12 * 7000 + 26672,
    ]);
  });

  test('a pause is cheaper by the fee for its months in the best case only', () => {
    const { cost } = option(decided(postpaid, situation), 'suspend');
    expect(cost).toEqual({ minCents: 12 * 7000 - 3 * 6000, maxCents: 12 * 7000 + 26672 });
  });

  test('with the instalment known nothing is left open', () => {
    const exact = {
      ...situation,
      line: { ...situation.line, installments: { ...situation.line.installments, monthlyUsd: '33.34' } },
    };
    expect(option(decided(postpaid, exact), 'cancel').cost).toEqual({ minCents: 30338, maxCents: 30338 });
  });

  test('with more lines on the account the device is paid by the month', () => {
    const more = {
      ...situation,
      line: {
        ...situation.line,
        linesOnAccount: 3,
        installments: { remainingUsd: '600.00', monthlyUsd: '20.00', monthlyPromoCreditUsd: '0' },
      },
    };
    expect(option(decided(postpaid, more), 'cancel').cost).toEqual({ minCents: 7000 + 24000, maxCents: 7000 + 24000 });
  });

  test('instalments not mentioned leave no ceiling and are asked for first', () => {
    const silent = { ...situation, line: { ...situation.line, installments: null } };
    const decision = decided(postpaid, silent);
    expect(option(decision, 'cancel').cost?.maxCents).toBeNull();
    expect(decision.questions[0]).toMatchObject({ code: 'installments', for: 'you' });
  });

  test('the same day is too late once the cycle has turned', () => {
    const late = { ...situation, needsServiceUntil: '2026-12-11', leavesOn: '2026-12-11' };
    expect(brief(option(decided(postpaid, late, [], '2026-12-11'), 'cancel')).slice(0, 3)).toEqual([
      '2026-12-11',
      '2026-12-11',
      '2026-12-11',
    ]);
  });

  test('a notice period moves the end', () => {
    const brand = aBrand({}, [
      aProduct({
        billing: {
          proration: fact('none'),
          effective: fact('end-of-cycle'),
          noticeDays: fact(30),
          earlyTerminationFee: noFee,
          installments: fact('none'),
        },
      }),
    ]);
    const line = { ...situation.line, installments: null };
    const cancel = option(decided(brand, { ...situation, line, needsServiceUntil: TODAY }), 'cancel');
    expect(brief(cancel)).toEqual([TODAY, '2026-12-12', '2027-01-11', 7000, 7000]);
  });
});

describe('a bill that ends at once', () => {
  const brand = (proration: unknown): Brand =>
    aBrand({}, [
      aProduct({
        billing: {
          proration,
          effective: fact('immediate'),
          earlyTerminationFee: noFee,
          installments: fact('due-at-close'),
        },
      }),
    ]);
  const situation = {
    line: { monthlyUsd: '31.00', paidThrough: '2026-12-11', cycleDay: 12, installments: { remainingUsd: '0' } },
    needsServiceUntil: '2026-12-01',
    number: { keep: 'no' },
  };

  test('nothing more is charged where the end lies in the paid cycle', () => {
    expect(brief(option(decided(brand(fact('none')), situation), 'cancel'))).toEqual([
      '2026-12-01',
      '2026-12-11',
      '2026-12-01',
      0,
      0,
    ]);
  });

  test('unused days come back where the carrier says so, and may come back where pages disagree', () => {
    // 12 November to 11 December are 30 days; ten of them are left after 1 December.
    const refund = -Math.round((3100 * 10) / 30);
    expect(option(decided(brand(fact('prorated')), situation), 'cancel').cost).toEqual({
      minCents: refund,
      maxCents: refund,
    });
    expect(option(decided(brand(conflict('none', 'prorated')), situation), 'cancel').cost).toEqual({
      minCents: refund,
      maxCents: 0,
    });
  });

  test('where the end may come at once, nobody asks before the last needed day', () => {
    const unsure = aBrand({}, [
      aProduct({
        billing: {
          proration: fact('none'),
          effective: conflict('end-of-cycle', 'immediate'),
          earlyTerminationFee: noFee,
          installments: fact('none'),
        },
      }),
    ]);
    const cancel = option(decided(unsure, { ...situation, needsServiceUntil: '2026-12-20' }), 'cancel');
    expect(brief(cancel).slice(0, 3)).toEqual(['2026-12-20', '2027-01-11', '2026-12-20']);
    expect(codes(cancel.warnings)).toContain('end-date-unsure');
  });

  test('a fee without a ceiling leaves the cost open, without commitment it is none', () => {
    const fee = aBrand({}, [
      aProduct({
        billing: {
          proration: fact('none'),
          effective: fact('immediate'),
          installments: fact('none'),
          earlyTerminationFee: fact({ minUsd: '50.00', maxUsd: null, onlyWithCommitment: true }),
        },
      }),
    ]);
    const cost = (serviceCommitment: string | null) =>
      option(decided(fee, { ...situation, line: { ...situation.line, serviceCommitment } }), 'cancel').cost;
    expect(cost('no')).toEqual({ minCents: 0, maxCents: 0 });
    expect(cost('yes')).toEqual({ minCents: 5000, maxCents: null });
    expect(cost(null)).toEqual({ minCents: 0, maxCents: null });
  });
});

describe('odd ends', () => {
  test('overdue bills are due now in the worst case and paid in the best', () => {
    const brand = aBrand({}, [
      aProduct({
        billing: {
          proration: fact('none'),
          effective: fact('end-of-cycle'),
          installments: fact('none'),
          earlyTerminationFee: noFee,
        },
      }),
    ]);
    const decision = decided(brand, {
      line: { monthlyUsd: '10.00', paidThrough: '2026-09-11', cycleDay: 12 },
      number: { keep: 'no' },
    });
    expect(option(decision, 'cancel').cost).toEqual({ minCents: 0, maxCents: 3000 });
    expect(lines(option(decision, 'cancel'))).toEqual(['2026-11-24 3000 overdue-charge']);
  });

  test('a closed brand cannot be kept', () => {
    const closed = decided(aBrand({ status: fact('closed') }, [aProduct()]), {});
    expect(codes(option(closed, 'keep').why)).toEqual(['brand-closed']);
  });

  test('bought from somebody else, the seller comes first', () => {
    const { contact } = decided(postpaid, { bought: { from: 'marketplace', orderNumber: 'A-1' } });
    expect(contact).toEqual({ first: 'seller', codes: ['bought-on-marketplace'], seller: null, orderNumber: 'A-1' });
    expect(decided(postpaid, { bought: { from: 'carrier', inNameOf: 'other' } }).contact).toMatchObject({
      first: 'holder',
    });
  });

  test('nothing but the carrier: an answer with questions, no error', () => {
    const decision = decided(postpaid, {});
    expect(decision.recommended).not.toBeNull();
    expect(codes(decision.questions)).toEqual(
      expect.arrayContaining(['number-keep', 'monthly-price', 'billing-cycle']),
    );
  });
});

describe('where the user is on the day to act', () => {
  const line = { monthlyUsd: '70.00', cycleDay: 12, paidThrough: '2026-12-11', installments: { remainingUsd: '0' } };
  const warned = (over: object) =>
    codes(option(decided(postpaid, { line, number: { keep: 'no' }, ...over }), 'cancel').warnings);

  test('who leaves while it can still be done is told to do it before, who has left to see how', () => {
    expect(warned({ leavesOn: '2026-12-01' })).toContain('act-before-leaving');
    expect(warned({ leavesOn: '2026-12-11' })).not.toContain('act-before-leaving');
    expect(warned({ leavesOn: '2026-12-01', needsServiceUntil: '2027-01-05' })).toContain('act-from-abroad');
    expect(warned({ leavesOn: '2026-11-01', returnsOn: '2026-11-20' })).not.toContain('act-from-abroad');
  });

  test('no code comes to a paused line', () => {
    const paused = decided(postpaid, { line, number: { keep: 'forever', codesStillSentHere: ['bank'] } });
    expect(codes(option(paused, 'suspend').warnings)).toContain('move-codes-first');
  });
});
