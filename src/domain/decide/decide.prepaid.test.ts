import { describe, expect, test } from 'vitest';
import { fact } from '../../testing/catalog.ts';
import { formatDay, toDay } from '../time/civil.ts';
import { brief, codes, conflict, decided, lines, option, park, prepaid, TODAY } from './examples.ts';

describe('a prepaid line', () => {
  const situation = {
    line: { monthlyUsd: '10.00', paidThrough: '2026-12-11', autopay: true, balanceUsd: '3.00' },
    needsServiceUntil: '2026-12-05',
    number: { keep: 'no' },
  };

  test('runs out at the end of what is paid; renewal off a whole day before', () => {
    const lapse = option(decided(prepaid(), situation), 'let-lapse');
    expect(brief(lapse)).toEqual([TODAY, '2026-12-10', '2026-12-11', 0, 0]);
    expect(lines(lapse)).toEqual(['2026-12-11 0 balance-lost 300']);
    expect(lapse.numberSafeUntil).toBe(toDay('2026-12-16'));
  });

  test('too late to stop the renewal, the next term is paid', () => {
    const late = decided(prepaid(), { ...situation, needsServiceUntil: null }, [], '2026-12-11');
    expect(brief(option(late, 'let-lapse'))).toEqual(['2026-12-11', '2027-01-09', '2027-01-10', 700, 1000]);
  });

  test('needed beyond what is paid, further terms are counted and the renewal is stopped in the last', () => {
    const longer = option(decided(prepaid(), { ...situation, needsServiceUntil: '2027-01-15' }), 'let-lapse');
    expect(brief(longer)).toEqual(['2027-01-10', '2027-02-08', '2027-02-09', 1700, 2000]);
  });

  test('a balance that may come back lowers the least only, one that surely does lowers both', () => {
    const unsure = prepaid({ refund: {} });
    expect(option(decided(unsure, situation), 'let-lapse').cost).toEqual({ minCents: -300, maxCents: 0 });
    const sure = prepaid({ refund: { balance: fact('yes'), afterDays: fact(30) } });
    expect(option(decided(sure, situation), 'let-lapse').cost).toEqual({ minCents: -300, maxCents: -300 });
  });

  test('may lapse only where a page says that no debt follows', () => {
    expect(codes(option(decided(prepaid({ lapse: {} }), situation), 'let-lapse').why)).toEqual(['lapse-unsure']);
    const disputed = prepaid({ lapse: { noDebtFollows: conflict('yes', 'no') } });
    expect(codes(option(decided(disputed, situation), 'let-lapse').why)).toEqual(['debt-may-follow']);
  });

  test('already run out, nothing is owed', () => {
    const over = {
      ...situation,
      needsServiceUntil: null,
      line: { ...situation.line, paidThrough: '2026-10-01', autopay: false },
    };
    const lapse = option(decided(prepaid(), over), 'let-lapse');
    expect(brief(lapse)).toEqual([TODAY, TODAY, TODAY, 0, 0]);
    expect(codes(lapse.warnings)).toContain('already-lapsed');
  });

  test('with the price unknown, an option without a further charge still has a ceiling', () => {
    const free = decided(prepaid(), { ...situation, line: { ...situation.line, monthlyUsd: null } });
    expect(option(free, 'let-lapse').cost?.maxCents).toBe(0);
    expect(option(free, 'keep').cost?.maxCents).toBeNull();
    expect(free.recommended).toBe('cancel');
  });
});

describe('the number', () => {
  const situation = {
    line: { monthlyUsd: '10.00', paidThrough: '2026-12-11', cycleDay: 12, autopay: true },
    leavesOn: '2026-12-20',
    needsServiceUntil: '2026-12-20',
  };
  const voice = park({ portInFeeUsd: conflict('20.00', '0.00'), monthlyUsd: fact('0.00'), onlyFromUs: fact('yes') });

  test('kept for good: only what keeps it is possible', () => {
    const decision = decided(prepaid(), { ...situation, number: { keep: 'forever' } }, [voice]);
    expect(codes(option(decision, 'cancel').why)).toEqual(['number-must-be-kept']);
    expect(codes(option(decision, 'let-lapse').why)).toEqual(['number-must-be-kept']);
    expect([decision.recommended, decision.recommendedTarget]).toEqual(['port-out', 'barn']);
    expect(brief(option(decision, 'port-out', 'barn'))).toEqual(['2026-12-20', '2026-12-20', '2026-12-20', 1000, 3000]);
  });

  test('kept until a day: the line ends no sooner, and the window reaches over it', () => {
    const decision = decided(prepaid(), { ...situation, number: { keep: 'until', keepUntil: '2028-01-10' } }, [voice]);
    expect(formatDay(decision.horizon)).toBe('2028-01-11');
    expect(option(decision, 'let-lapse').endsOn).toBeGreaterThanOrEqual(toDay('2028-01-10'));
  });

  test('a place that asks for a request inside the US is out of reach after departure', () => {
    const gone = decided(prepaid(), { ...situation, leavesOn: '2026-11-01', number: { keep: 'forever' } }, [voice]);
    expect(codes(option(gone, 'port-out', 'barn').why)).toEqual(['only-from-us']);
    const abroad = decided(prepaid(), { ...situation, userCountry: 'CN' }, [voice]);
    expect(option(abroad, 'port-out', 'barn').feasible).toBe(false);
    const needed = decided(prepaid(), { ...situation, needsServiceUntil: '2026-12-21' }, [voice]);
    expect(option(needed, 'port-out', 'barn').feasible).toBe(false);
  });

  test('parking that is charged every 30 days comes more often than once a month', () => {
    const paygo = park({
      portInFeeUsd: fact('0.00'),
      monthlyUsd: fact('3.00'),
      every: fact({ unit: 'day', lengths: [30] }),
    });
    const kept = { ...situation, number: { keep: 'until', keepUntil: '2027-02-18' } };
    expect(
      lines(option(decided(prepaid(), kept, [paygo]), 'port-out', 'barn')).filter((line) => line.includes('parking')),
    ).toEqual(['2026-12-20 300 parking-fee', '2027-01-19 300 parking-fee', '2027-02-18 300 parking-fee']);
  });

  test('parking is paid by the month from the port, only for as long as the number is wanted', () => {
    const barn = park({ portInFeeUsd: fact('5.00'), monthlyUsd: fact('2.00') });
    const short = { ...situation, number: { keep: 'until', keepUntil: '2027-03-19' } };
    expect(
      lines(option(decided(prepaid(), short, [barn]), 'port-out', 'barn')).filter((line) => line.includes('parking')),
    ).toEqual(['2026-12-20 200 parking-fee', '2027-01-20 200 parking-fee', '2027-02-20 200 parking-fee']);
  });

  test('a charge that may fall while the port is under way counts in the worst case', () => {
    // 11 December is a Friday: the next business day is the 14th, and the charge falls on the 12th.
    const barn = park({ portInFeeUsd: fact('0.00'), monthlyUsd: fact('0.00') });
    const friday = { ...situation, needsServiceUntil: '2026-12-11' };
    expect(option(decided(prepaid(), friday, [barn]), 'port-out', 'barn').cost).toEqual({
      minCents: 0,
      maxCents: 1000,
    });
  });

  test('not known whether it is wanted, that is the first question', () => {
    const decision = decided(prepaid(), situation, [voice]);
    expect(decision.questions[0]).toMatchObject({ code: 'number-keep', for: 'you' });
    expect(codes(option(decision, 'cancel').warnings)).toContain('number-wish-unknown');
  });

  test('a product without one has nothing to move', () => {
    const data = prepaid({ service: { hasNumber: false, billing: 'package' } });
    const decision = decided(data, { ...situation, number: { keep: 'forever' } }, [voice]);
    expect(codes(option(decision, 'port-out', 'barn').why)).toEqual(['no-number']);
    expect(option(decision, 'let-lapse').feasible).toBe(true);
    expect(codes(option(decision, 'let-lapse').warnings)).toContain('number-keep-without-number');
  });
});

describe('coming back', () => {
  const situation = {
    line: { monthlyUsd: '10.00', paidThrough: '2026-12-11', autopay: true },
    needsServiceUntil: '2026-12-05',
    leavesOn: '2026-12-05',
    number: { keep: 'no' },
  };

  test('inside the window counts a new start against ending the line', () => {
    const brand = prepaid({ restart: { simUsd: fact('10.00'), activationUsd: conflict('0.00', '35.00') } });
    const back = option(decided(brand, { ...situation, returnsOn: '2027-05-01' }), 'cancel');
    expect(back.cost).toEqual({ minCents: 1000, maxCents: 4500 });
    expect(codes(back.warnings)).toEqual(expect.arrayContaining(['restart-cost', 'new-number-on-return']));
    expect(option(decided(brand, { ...situation, returnsOn: '2028-05-01' }), 'cancel').cost?.maxCents).toBe(0);
  });

  test('with no page on its price there is no ceiling, and it is asked', () => {
    const decision = decided(prepaid(), { ...situation, returnsOn: '2027-05-01' });
    expect(option(decision, 'let-lapse').cost?.maxCents).toBeNull();
    expect(codes(decision.questions)).toContain('restart-cost');
  });
});

describe('paid service is over, and what is wanted lies ahead', () => {
  const line = { monthlyUsd: '10.00', paidThrough: '2026-11-01', autopay: false };

  test('a number kept until a day keeps the line until then', () => {
    const decision = decided(prepaid(), { line, number: { keep: 'until', keepUntil: '2027-01-10' } });
    for (const kind of ['cancel', 'let-lapse'] as const) {
      // Terms of 30 days from 24 November: the second ends on 22 January.
      expect(brief(option(decision, kind)).slice(2)).toEqual(['2027-01-22', 2000, 2000]);
    }
  });

  test('a line that may be off already ends no sooner than it is asked to', () => {
    const maybe = { line: { ...line, autopay: null }, leavesOn: '2027-01-05', number: { keep: 'no' } };
    for (const kind of ['cancel', 'let-lapse'] as const) {
      const { actOn, endsOn, warnings } = option(decided(prepaid(), maybe), kind);
      expect(endsOn).toBeGreaterThanOrEqual(Math.max(actOn ?? Number.NaN, toDay('2027-01-05')));
      expect(codes(warnings)).toContain('already-lapsed');
    }
  });
});

test('ending a line only once its owner is back is no way to spare the cost of beginning anew', () => {
  const back = {
    line: { monthlyUsd: '10.00', paidThrough: '2026-12-11', autopay: true },
    leavesOn: '2026-12-01',
    returnsOn: '2026-12-24',
    number: { keep: 'no' },
  };
  const cancel = option(decided(prepaid(), back), 'cancel');
  expect(brief(cancel)).toEqual([TODAY, '2026-12-10', '2026-12-11', 0, null]);
  expect(lines(cancel)).toEqual(['2026-12-24 null restart-sim', '2026-12-24 null restart-activation']);
});
