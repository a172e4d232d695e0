import { describe, expect, test } from 'vitest';
import type { Brand } from '../catalog/schema.ts';
import { formatDay, type IsoDate } from '../time/civil.ts';
import type { EventData, Purpose } from './events.ts';
import { chosen, document, newEvent, postpaid, prepaid, type Row, stateOf, told, travel, worldOf } from './examples.ts';
import { refusalOf } from './orders.ts';
import { statusOf } from './status.ts';

/** A day, what happens on it (null: nothing), and where the case then stands. */
type Step = [today: IsoDate, row: Row | null, stage: string, next: string, day: IsoDate | null];

const wrote = (purpose: Purpose, on: IsoDate): Row => ['document-composed', on, document(purpose)];
const asked = (purpose: Purpose, on: IsoDate): Row => ['request-sent', on, { via: 'phone', purpose }];
const answered = (on: IsoDate, data: EventData['contact-logged']): Row => ['contact-logged', on, data];
const confirmed = (on: IsoDate, data: EventData['confirmation-accepted'] = {}): Row => [
  'confirmation-accepted',
  on,
  data,
];
const moved = (service: string, on: IsoDate): Row => ['account-unlinked', on, { service }];

/** Lives a case step by step; every event has to be allowed where it comes. */
function live(brand: Brand, steps: readonly Step[]): unknown[] {
  const rows: Row[] = [];
  return steps.map(([today, row]) => {
    if (row) {
      expect(refusalOf(stateOf(rows), newEvent(row)), `${today} ${row[0]}`).toBeNull();
      rows.push(row);
    }
    const { stage, nextAction } = statusOf(stateOf(rows), worldOf(brand, today));
    return [today, row, stage, nextAction.code, nextAction.day === null ? null : formatDay(nextAction.day)];
  });
}

describe('the whole life of a line', () => {
  test.each<[string, Brand, Step[]]>([
    [
      'cancelled at the end of the cycle, on a bill',
      postpaid,
      [
        ['2026-11-24', told({ line: { simType: 'esim' } }), 'draft', 'decide', '2026-11-24'],
        ['2026-11-24', ['option-chosen', '2026-11-24', chosen('cancel')], 'decided', 'prepare-by', '2026-12-10'],
        ['2026-11-25', wrote('cancel', '2026-11-25'), 'prepared', 'unlink', '2026-12-10'],
        ['2026-11-26', moved('bank', '2026-11-26'), 'prepared', 'unlink', '2026-12-10'],
        ['2026-11-27', moved('WeChat ', '2026-11-27'), 'prepared', 'wait-to-ask', '2026-12-10'],
        ['2026-12-10', null, 'prepared', 'act-by-near', '2026-12-12'],
        ['2026-12-10', asked('cancel', '2026-12-10'), 'requested', 'wait-answer', '2026-12-13'],
        ['2026-12-14', null, 'requested', 'no-answer', '2026-12-14'],
        ['2026-12-14', answered('2026-12-14', { outcome: 'no-answer' }), 'requested', 'wait-answer', '2026-12-17'],
        [
          '2026-12-15',
          answered('2026-12-15', { outcome: 'pre-registered', callBy: '2026-12-20' }),
          'acknowledged',
          'step-due',
          '2026-12-20',
        ],
        [
          '2026-12-16',
          answered('2026-12-16', { outcome: 'promised' }),
          'acknowledged',
          'get-confirmation',
          '2026-12-19',
        ],
        ['2026-12-17', confirmed('2026-12-17'), 'confirmed', 'get-end-date', '2026-12-17'],
        ['2026-12-18', confirmed('2026-12-18', { effectiveDate: '2026-12-31' }), 'confirmed', 'wait-end', '2026-12-31'],
        ['2026-12-31', null, 'effective', 'final-bill', '2027-01-31'],
        ['2027-01-02', ['line-seen-dead', '2027-01-02'], 'effective', 'final-bill', '2027-01-31'],
        [
          '2027-01-20',
          ['balance-recorded', '2027-01-20', { balanceUsd: '12.00', side: 'credit' }],
          'effective',
          'wait-refund',
          '2027-01-30',
        ],
        ['2027-02-01', null, 'effective', 'refund-late', '2027-02-01'],
        [
          '2027-02-02',
          ['refund-seen', '2027-02-02', { amountUsd: '12.00' }],
          'settled',
          'delete-profile',
          '2027-02-02',
        ],
        ['2027-02-03', ['profile-deleted', '2027-02-03'], 'closed', 'watch-statements', '2027-02-28'],
        [
          '2027-02-10',
          ['charge-seen', '2027-02-10', { amountUsd: '70.00', date: '2027-02-09' }],
          'effective',
          'charge-after-end',
          '2027-02-10',
        ],
        ['2027-02-11', ['escalation-filed', '2027-02-11', { kind: 'bank-dispute' }], 'disputed', 'wait-dispute', null],
        ['2027-03-05', ['refund-seen', '2027-03-05', { amountUsd: '70.00' }], 'closed', 'keep-export', null],
      ],
    ],
    [
      'number moved to be kept',
      postpaid,
      [
        ['2026-11-24', told(), 'draft', 'decide', '2026-11-24'],
        ['2026-12-01', ['option-chosen', '2026-12-01', chosen('port-out')], 'decided', 'prepare-by', '2026-12-10'],
        ['2026-12-02', wrote('port-out', '2026-12-02'), 'prepared', 'wait-to-ask', '2026-12-10'],
        ['2026-12-11', asked('port-out', '2026-12-11'), 'requested', 'wait-answer', '2026-12-14'],
        [
          '2026-12-12',
          ['reply-received', '2026-12-12', { kind: 'received-only' }],
          'acknowledged',
          'get-confirmation',
          '2026-12-15',
        ],
        ['2026-12-13', confirmed('2026-12-13'), 'effective', 'final-bill', '2027-01-13'],
        [
          '2026-12-14',
          ['balance-recorded', '2026-12-14', { balanceUsd: '0.00' }],
          'settled',
          'remove-sim',
          '2026-12-14',
        ],
        ['2026-12-15', ['card-destroyed', '2026-12-15'], 'closed', 'watch-statements', '2027-02-13'],
      ],
    ],
    [
      'prepaid, left to run out',
      prepaid,
      [
        [
          '2026-12-01',
          told({
            line: { autopay: true, simType: 'physical', paidThrough: '2026-12-31' },
            number: { codesStillSentHere: ['bank'] },
          }),
          'draft',
          'decide',
          '2026-12-01',
        ],
        ['2026-12-01', ['option-chosen', '2026-12-01', chosen('let-lapse')], 'decided', 'prepare-by', '2026-12-10'],
        ['2026-12-02', wrote('let-lapse', '2026-12-02'), 'prepared', 'unlink', '2026-12-10'],
        ['2026-12-03', moved('bank', '2026-12-03'), 'prepared', 'wait-to-ask', '2026-12-10'],
        ['2026-12-11', asked('let-lapse', '2026-12-11'), 'requested', 'let-run-out', '2026-12-31'],
        ['2026-12-31', null, 'requested', 'let-run-out', '2026-12-31'],
        ['2027-01-01', null, 'effective', 'record-balance', '2027-01-01'],
        [
          '2027-01-02',
          ['balance-recorded', '2027-01-02', { balanceUsd: '0.00' }],
          'settled',
          'destroy-card',
          '2027-01-02',
        ],
        ['2027-01-03', ['card-destroyed', '2027-01-03'], 'closed', 'watch-statements', '2027-02-28'],
        ['2027-03-01', null, 'closed', 'keep-export', null],
      ],
    ],
    [
      'suspended until the return',
      postpaid,
      [
        [
          '2026-12-01',
          [
            'situation-recorded',
            '2026-12-01',
            { situation: { line: { carrier: 'acme' }, returnsOn: '2027-02-20' } as never },
          ],
          'draft',
          'decide',
          '2026-12-01',
        ],
        [
          '2026-12-01',
          ['option-chosen', '2026-12-01', chosen('suspend', { endsOn: null })],
          'decided',
          'prepare-by',
          '2026-12-10',
        ],
        ['2026-12-02', wrote('suspend', '2026-12-02'), 'prepared', 'wait-to-ask', '2026-12-10'],
        ['2026-12-10', asked('suspend', '2026-12-10'), 'requested', 'wait-answer', '2026-12-13'],
        [
          '2026-12-11',
          confirmed('2026-12-11', { effectiveDate: '2026-12-15' }),
          'confirmed',
          'wait-pause',
          '2026-12-15',
        ],
        ['2026-12-15', null, 'effective', 'review-suspend', '2027-02-20'],
        ['2027-06-01', null, 'effective', 'review-suspend', '2027-02-20'],
      ],
    ],
    [
      'kept',
      postpaid,
      [
        ['2026-12-01', told({ number: { keep: 'until', keepUntil: '2027-06-30' } }), 'draft', 'decide', '2026-12-01'],
        [
          '2026-12-01',
          ['option-chosen', '2026-12-01', chosen('keep', { actOn: null, lastDayToAct: null, endsOn: null })],
          'decided',
          'review-keep',
          '2027-06-30',
        ],
        ['2027-06-30', null, 'decided', 'review-keep', '2027-06-30'],
      ],
    ],
    [
      'a travel eSIM without a number',
      travel,
      [
        [
          '2026-12-01',
          ['situation-recorded', '2026-12-01', { situation: { line: { carrier: 'trip' } } as never }],
          'draft',
          'decide',
          '2026-12-01',
        ],
        ['2026-12-01', ['option-chosen', '2026-12-01', chosen('let-lapse')], 'decided', 'prepare-by', '2026-12-10'],
        ['2026-12-02', wrote('let-lapse', '2026-12-02'), 'prepared', 'let-run-out', '2026-12-31'],
        ['2027-01-01', null, 'prepared', 'let-run-out', null],
        ['2027-01-01', ['line-seen-dead', '2027-01-01'], 'effective', 'record-balance', '2027-01-01'],
        [
          '2027-01-02',
          ['balance-recorded', '2027-01-02', { balanceUsd: '0.00' }],
          'settled',
          'delete-profile',
          '2027-01-02',
        ],
        ['2027-01-02', ['profile-deleted', '2027-01-02'], 'closed', 'watch-statements', '2027-03-01'],
      ],
    ],
    [
      'a number saved after the cancellation was asked for',
      postpaid,
      [
        ['2026-12-01', ['option-chosen', '2026-12-01', chosen('cancel')], 'decided', 'prepare-by', '2026-12-10'],
        ['2026-12-10', asked('cancel', '2026-12-10'), 'requested', 'wait-answer', '2026-12-13'],
        ['2026-12-11', asked('port-out', '2026-12-11'), 'requested', 'port-out-and-cancel', '2026-12-11'],
        [
          '2026-12-11',
          ['option-chosen', '2026-12-11', chosen('port-out')],
          'requested',
          'port-out-and-cancel',
          '2026-12-11',
        ],
        [
          '2026-12-12',
          answered('2026-12-12', { outcome: 'resolved' }),
          'acknowledged',
          'get-confirmation',
          '2026-12-15',
        ],
        ['2026-12-13', confirmed('2026-12-13'), 'effective', 'final-bill', '2027-01-13'],
      ],
    ],
    [
      'refused, taken further, given up',
      postpaid,
      [
        ['2026-12-01', ['option-chosen', '2026-12-01', chosen('cancel')], 'decided', 'prepare-by', '2026-12-10'],
        ['2026-12-10', asked('cancel', '2026-12-10'), 'requested', 'wait-answer', '2026-12-13'],
        ['2026-12-11', answered('2026-12-11', { outcome: 'refused' }), 'acknowledged', 'escalate', '2026-12-11'],
        ['2026-12-28', null, 'acknowledged', 'escalate', '2026-12-28'],
        [
          '2026-12-28',
          ['escalation-filed', '2026-12-12', { kind: 'fcc-informal' }],
          'disputed',
          'wait-dispute',
          '2027-01-11',
        ],
        ['2027-01-12', null, 'disputed', 'dispute-overdue', '2027-01-11'],
        [
          '2027-01-13',
          answered('2027-01-13', { outcome: 'resolved' }),
          'acknowledged',
          'get-confirmation',
          '2027-01-16',
        ],
        ['2027-01-14', ['case-abandoned', '2027-01-14'], 'abandoned', 'nothing', null],
      ],
    ],
  ])('%s', (_, brand, steps) => {
    expect(live(brand, steps)).toEqual(steps);
  });
});

test('a cancelled line seen dead without a word in writing is settled, not closed', () => {
  const rows: Row[] = [
    ['option-chosen', '2026-12-01', chosen('cancel')],
    asked('cancel', '2026-12-10'),
    ['line-seen-dead', '2026-12-20'],
    ['balance-recorded', '2026-12-21', { balanceUsd: '0.00' }],
    ['profile-deleted', '2026-12-22'],
  ];
  const { stage, nextAction } = statusOf(stateOf(rows), worldOf(postpaid, '2026-12-23'));
  expect([stage, nextAction.code]).toEqual(['settled', 'get-written-confirmation']);
});

test('another option begins the way anew, the same one goes on with it', () => {
  const rows: Row[] = [['option-chosen', '2026-12-01', chosen('cancel')], asked('cancel', '2026-12-10')];
  const stage = (...more: Row[]): string =>
    statusOf(stateOf([...rows, ...more]), worldOf(postpaid, '2026-12-12')).stage;
  expect(stage(['option-chosen', '2026-12-11', chosen('cancel', { actOn: '2026-12-20' })])).toBe('requested');
  expect(stage(['option-chosen', '2026-12-11', chosen('suspend')])).toBe('decided');
  expect(
    stage(['option-chosen', '2026-12-11', chosen('suspend')], ['option-chosen', '2026-12-11', chosen('cancel')]),
  ).toBe('decided');
});

test('a port that was withdrawn has not been asked for', () => {
  const rows: Row[] = [['option-chosen', '2026-12-01', chosen('port-out')], asked('port-out', '2026-12-10')];
  const { stage } = statusOf(
    stateOf([...rows, answered('2026-12-11', { outcome: 'port-withdrawn' })]),
    worldOf(postpaid, '2026-12-12'),
  );
  expect(stage).toBe('decided');
});
