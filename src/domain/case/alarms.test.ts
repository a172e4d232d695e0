import { describe, expect, test } from 'vitest';
import type { Brand } from '../catalog/schema.ts';
import type { IsoDate } from '../time/civil.ts';
import { alarmsOf } from './alarms.ts';
import type { Purpose } from './events.ts';
import { chosen, document, postpaid, prepaid, type Row, stateOf, told, worldOf } from './examples.ts';

const choose = (kind: Parameters<typeof chosen>[0], on = '2026-12-01'): Row => ['option-chosen', on, chosen(kind)];
const ask = (purpose: Purpose, on = '2026-12-10'): Row => ['request-sent', on, { via: 'phone', purpose }];
const confirm = (effectiveDate?: IsoDate): Row => [
  'confirmation-accepted',
  '2026-12-12',
  effectiveDate ? { effectiveDate } : {},
];
const contact = (data: object, on = '2026-12-11'): Row => ['contact-logged', on, data];
const unsure = contact({ via: 'email', outcome: 'unknown-whether-sent' }, '2026-12-10');
const wrote: Row = ['document-composed', '2026-12-02', document('cancel')];
const ended = [choose('cancel'), ask('cancel'), confirm('2026-12-31')];
const charge = (date: IsoDate, over = {}): Row => ['charge-seen', '2027-01-20', { amountUsd: '70.00', date, ...over }];
const line = (over: object): Row => told({ line: over as never, number: { codesStillSentHere: [] } });

describe('when an alarm is raised, and when not', () => {
  test.each<[code: string, today: IsoDate, rows: Row[], raised: boolean, brand?: Brand]>([
    ['composed-not-sent', '2026-12-02', [choose('cancel'), wrote], false],
    ['composed-not-sent', '2026-12-03', [choose('cancel'), wrote], true],
    ['composed-not-sent', '2026-12-11', [choose('cancel'), wrote, ask('cancel')], false],
    ['act-by-near', '2026-12-08', [choose('cancel')], false],
    ['act-by-near', '2026-12-09', [choose('cancel')], true],
    ['act-by-past', '2026-12-12', [choose('cancel')], false],
    ['act-by-past', '2026-12-13', [choose('cancel')], true],
    ['act-by-past', '2026-12-13', [choose('keep')], false],
    ['no-answer', '2026-12-13', [choose('cancel'), ask('cancel')], false],
    ['no-answer', '2026-12-14', [choose('cancel'), ask('cancel')], true],
    ['no-answer', '2026-12-14', [choose('cancel'), ask('cancel'), confirm()], false],
    ['pre-registered', '2026-12-11', [choose('cancel'), ask('cancel'), contact({ outcome: 'pre-registered' })], true],
    [
      'step-due',
      '2026-12-11',
      [choose('cancel'), ask('cancel'), contact({ outcome: 'pre-registered', callBy: '2026-12-18' })],
      true,
    ],
    ['confirmation-without-date', '2026-12-12', [choose('cancel'), ask('cancel'), confirm()], true],
    ['confirmation-without-date', '2026-12-12', [choose('port-out'), ask('port-out'), confirm()], false],
    [
      'promise-differs',
      '2026-12-13',
      [choose('cancel'), ask('cancel'), contact({ promisedEndDate: '2026-12-20' }), confirm('2026-12-31')],
      true,
    ],
    [
      'promise-differs',
      '2026-12-13',
      [choose('cancel'), ask('cancel'), contact({ promisedEndDate: '2026-12-31' }), confirm('2026-12-31')],
      false,
    ],
    ['end-passed-unseen', '2027-01-06', ended, false],
    ['end-passed-unseen', '2027-01-07', ended, true],
    ['charge-after-end', '2027-01-20', [...ended, charge('2026-12-31')], false],
    ['charge-after-end', '2027-01-20', [...ended, charge('2027-01-01')], true],
    ['charge-after-end', '2027-01-20', [...ended, charge('2027-01-01', { expected: true })], false],
    [
      'charge-after-end',
      '2027-01-20',
      [...ended, charge('2027-01-01'), ['refund-seen', '2027-01-20', { amountUsd: '70.00' }]],
      false,
    ],
    [
      'charge-after-end',
      '2027-01-20',
      [...ended, charge('2027-01-01'), ['refund-seen', '2027-01-20', { amountUsd: '10.00' }]],
      true,
    ],
    ['codes-date-near', '2026-12-02', [told(), choose('cancel')], false],
    ['codes-date-near', '2026-12-03', [told(), choose('cancel')], true],
    ['codes-date-near', '2026-12-03', [told(), choose('port-out')], false],
    ['codes-after-end', '2026-12-31', [told(), ...ended], true],
    [
      'balance-open',
      '2027-01-20',
      [...ended, ['balance-recorded', '2027-01-10', { balanceUsd: '5.00', side: 'owed' }]],
      true,
    ],
    ['refund-late', '2027-01-30', [line({ depositUsd: '50.00' }), ...ended], false],
    ['refund-late', '2027-01-31', [line({ depositUsd: '50.00' }), ...ended], true],
    ['balance-at-risk', '2026-12-05', [line({ balanceUsd: '8.00' }), choose('let-lapse')], true, prepaid],
    ['balance-at-risk', '2026-12-05', [line({ balanceUsd: '0.00' }), choose('let-lapse')], false, prepaid],
    ['balance-at-risk', '2026-12-05', [line({ balanceUsd: '8.00' }), choose('cancel')], false, postpaid],
    ['port-out-and-cancel', '2026-12-11', [choose('cancel'), ask('cancel'), ask('port-out')], true],
    [
      'port-out-and-cancel',
      '2026-12-11',
      [choose('cancel'), ask('cancel'), ask('port-out'), contact({ outcome: 'resolved' })],
      false,
    ],
    ['maybe-sent', '2026-12-11', [choose('cancel'), unsure], true],
    ['maybe-sent', '2026-12-11', [choose('cancel'), unsure, choose('keep', '2026-12-11')], true],
    ['maybe-sent', '2026-12-12', [choose('cancel'), unsure, contact({ outcome: 'resolved' })], false],
    ['maybe-sent', '2026-12-12', [choose('cancel'), unsure, ask('cancel')], true],
    [
      'maybe-sent',
      '2026-12-12',
      [choose('cancel'), unsure, ['request-sent', '2026-12-11', { via: 'email', purpose: 'cancel' }]],
      false,
    ],
    ['request-still-out', '2026-12-12', [choose('cancel'), ask('cancel'), choose('keep', '2026-12-11')], true],
    [
      'request-still-out',
      '2026-12-12',
      [choose('cancel'), ask('cancel'), choose('keep', '2026-12-11'), contact({ outcome: 'resolved' })],
      false,
    ],
    ['request-still-out', '2026-12-12', [choose('suspend'), ask('suspend'), choose('cancel', '2026-12-11')], false],
  ])('%s on %s', (code, today, rows, raised, brand = postpaid) => {
    const codes = alarmsOf(stateOf(rows), worldOf(brand, today)).map((own) => own.code);
    expect(codes.includes(code)).toBe(raised);
  });
});
