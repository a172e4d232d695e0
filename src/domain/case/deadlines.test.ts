import { describe, expect, test } from 'vitest';
import type { Brand, Rule } from '../catalog/schema.ts';
import { formatDay, type IsoDate } from '../time/civil.ts';
import { deadlinesOf } from './deadlines.ts';
import { chosen, postpaid, prepaid, type Row, RULES, stateOf, told, travel, worldOf } from './examples.ts';

const cancel: Row = ['option-chosen', '2026-12-01', chosen('cancel')];
const lapse: Row = ['option-chosen', '2026-12-01', chosen('let-lapse')];
const asked = (via: 'phone' | 'letter' | 'email' = 'phone'): Row => [
  'request-sent',
  '2026-12-10',
  { via, purpose: 'cancel' },
];
const ended: Row = ['confirmation-accepted', '2026-12-12', { effectiveDate: '2026-12-31' }];
const charge: Row = ['charge-seen', '2027-01-20', { amountUsd: '70.00', date: '2027-01-15' }];

interface Look {
  brand?: Brand;
  today?: IsoDate;
  rules?: readonly Rule[];
}

/** `date done` of each date of that code. */
function of(code: string, rows: Row[], { brand = postpaid, today = '2027-01-20', rules = RULES }: Look = {}): string[] {
  return deadlinesOf(stateOf(rows), worldOf(brand, today, rules))
    .filter((own) => own.code === code)
    .map(({ day, done }) => `${formatDay(day)}${done ? ' done' : ''}`);
}

describe('what follows from the plan and from asking', () => {
  test('the last day to act, until it is asked for', () => {
    expect(of('act-by', [cancel])).toEqual(['2026-12-12']);
    expect(of('act-by', [cancel, asked()])).toEqual(['2026-12-12 done']);
    expect(of('act-by', [['option-chosen', '2026-12-01', chosen('cancel', { lastDayToAct: null })]])).toEqual([
      '2026-12-10',
    ]);
  });
  test.each<['phone' | 'email' | 'letter', string]>([
    ['phone', '2026-12-13'],
    ['email', '2026-12-17'],
    ['letter', '2026-12-24'],
  ])('an answer to a request by %s is due on %s', (via, due) => {
    expect(of('answer-due', [cancel, asked(via)])).toEqual([due]);
    expect(of('answer-due', [cancel, asked(via), ended])).toEqual([`${due} done`]);
  });
  test('a promised day to act takes its place', () => {
    const rows: Row[] = [
      cancel,
      asked(),
      ['reply-received', '2026-12-11', { kind: 'pre-registered', callBy: '2026-12-18' }],
    ];
    expect([of('answer-due', rows), of('call-by', rows)]).toEqual([[], ['2026-12-18']]);
  });
  test('own dates pass', () => {
    const line = told({ line: {} });
    const rows: Row[] = [
      [line[0], line[1], { situation: { line: { carrier: 'acme' }, leavesOn: '2026-12-20' } } as never],
    ];
    expect(of('leaves-on', rows, { today: '2026-12-20' })).toEqual(['2026-12-20']);
    expect(of('leaves-on', rows)).toEqual(['2026-12-20 done']);
  });
});

describe('what follows from the end', () => {
  test('is reckoned from the planned, the promised, the confirmed end', () => {
    const promise: Row = ['contact-logged', '2026-12-10', { promisedEndDate: '2027-01-05' }];
    expect(of('ends-on', [cancel])).toEqual(['2026-12-31']);
    expect(of('ends-on', [cancel, asked(), promise])).toEqual(['2027-01-05']);
    expect(of('ends-on', [cancel, asked(), promise, ended])).toEqual(['2026-12-31 done']);
  });
  test('bill, refund, statements, number', () => {
    const rows = [told({ line: { depositUsd: '50.00' } }), cancel, asked(), ended];
    expect(of('final-bill', rows)).toEqual(['2027-01-31']);
    expect(of('refund-due', rows)).toEqual(['2027-01-30']);
    expect(of('refund-due', [cancel, asked(), ended])).toEqual([]);
    expect(of('watch-statements', rows)).toEqual(['2027-02-28']);
    expect(of('number-recycled-from', rows)).toEqual(['2027-02-14']);
    expect(of('reinstate-until', rows)).toEqual(['2027-03-01']);
  });
  test('the carrier’s own days for a number come before the rule', () => {
    expect(of('number-recycled-from', [told(), lapse], { brand: prepaid })).toEqual(['2027-01-12']);
    expect(of('number-recycled-from', [told(), lapse], { brand: travel })).toEqual([]);
    expect(of('number-recycled-from', [['option-chosen', '2026-12-01', chosen('port-out')]])).toEqual([]);
  });
});

describe('money', () => {
  const paidBy = (payment: string, line = {}): Row[] => {
    const situation = { line: { carrier: 'acme', autopay: true, ...line }, payment };
    return [['situation-recorded', '2026-11-24', { situation } as never], cancel, asked(), ended, charge];
  };
  test.each<[string, string, string]>([
    ['us-debit', 'dispute-debit', '2027-03-16'],
    ['us-credit', 'dispute-credit', '2027-03-16'],
    ['cn-card', 'dispute-card', '2027-05-15'],
  ])('a wrong charge on %s: %s by %s', (payment, code, day) => {
    expect(of(code, paidBy(payment))).toEqual([day]);
    expect(of(code, [...paidBy(payment), ['escalation-filed', '2027-01-21', { kind: 'bank-dispute' }]])).toEqual([
      `${day} done`,
    ]);
    expect(of(code, [...paidBy(payment), ['refund-seen', '2027-01-21', { amountUsd: '70.00' }]])).toEqual([]);
  });
  test('the bank stops the first debit after the end, three business days ahead', () => {
    // Monday 2027-02-15 is Washington's Birthday: three business days before Tuesday the 16th is Wednesday the 10th.
    const rows = paidBy('us-debit', { paidThrough: '2027-02-15' });
    expect(of('stop-payment', rows)).toEqual(['2027-02-10']);
    expect(of('stop-payment', rows, { today: '2027-02-11' })).toEqual(['2027-03-11']);
    expect(of('stop-payment', paidBy('us-debit', { cycleDay: 31 }))).toEqual(['2027-01-27']);
    expect(of('stop-payment', paidBy('us-credit', { paidThrough: '2027-02-15' }))).toEqual([]);
  });
  test('a rule that binds nobody sets no date', () => {
    for (const state of ['vacated', 'adopted-not-binding', 'unclear', 'disputed'] as const) {
      const rules = RULES.map((rule) => ({ ...rule, state }));
      expect(of('dispute-debit', paidBy('us-debit'), { rules })).toEqual([]);
      expect(of('number-recycled-from', [told(), cancel], { rules })).toEqual([]);
    }
  });
});

describe('complaints', () => {
  const filed = (kind: 'fcc-informal' | 'notice-of-dispute' | 'state', answerDue?: IsoDate): Row[] => [
    cancel,
    asked(),
    ['escalation-filed', '2026-12-20', { kind, ...(answerDue ? { answerDue } : {}) }],
  ];
  test('the FCC’s thirty days, then six months for a formal one', () => {
    expect(of('fcc-answer', filed('fcc-informal'))).toEqual(['2027-01-19']);
    expect(of('fcc-formal', filed('fcc-informal'), { today: '2027-01-19' })).toEqual([]);
    expect(of('fcc-formal', filed('fcc-informal'))).toEqual(['2027-07-19']);
    const answered: Row[] = [...filed('fcc-informal'), ['contact-logged', '2027-01-05', { outcome: 'resolved' }]];
    expect([of('fcc-answer', answered), of('fcc-formal', answered)]).toEqual([['2027-01-19 done'], ['2027-07-05']]);
  });
  test('the carrier’s wait after a notice, and whatever day was promised', () => {
    expect(of('notice-wait', filed('notice-of-dispute'))).toEqual(['2027-02-18']);
    expect(of('escalation-answer', filed('state', '2027-01-31'))).toEqual(['2027-01-31']);
    expect(of('escalation-answer', filed('state'))).toEqual([]);
  });
});

test('dates come in order, each with what it rests on', () => {
  const found = deadlinesOf(stateOf([told(), cancel, asked(), ended]), worldOf(postpaid, '2026-12-20'));
  expect(found.map(({ day }) => day)).toEqual(found.map(({ day }) => day).sort((a, b) => a - b));
  expect(found.find(({ code }) => code === 'ends-on')?.ground).toEqual({ kind: 'promise', event: 4 });
  expect(found.find(({ code }) => code === 'number-recycled-from')?.ground).toMatchObject({
    kind: 'rule',
    rule: 'fcc-number-aging-min',
  });
  expect(found.find(({ code }) => code === 'reinstate-until')?.ground).toMatchObject({
    kind: 'fact',
    field: 'reinstate.days',
  });
});
