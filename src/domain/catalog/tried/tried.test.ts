import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseEvent, CONTACT_OUTCOMES, type EventData, type EventType } from '../../case/events.ts';
import type { CaseState, Recorded } from '../../case/types.ts';
import { CHANNEL_KINDS } from '../schema.ts';
import { outcomeReport } from './outcome-report.ts';
import { type Tried, triedSchema } from './schema.ts';
import { summariseTried } from './summary.ts';

type Happened = { [Type in EventType]: [Type, string, EventData[Type]] }[EventType];

function stateOf(...happened: Happened[]): CaseState {
  const events = happened.map(([type, on, data], at) => ({ type, on, data, seq: at + 1 }) as unknown as CaseEvent);
  const all = <Type extends EventType>(type: Type) => events.filter((event) => event.type === type) as Recorded<Type>[];
  return { case: 'c-1', events, all, last: (type) => all(type).at(-1) ?? null };
}
const told = (...happened: Happened[]): Tried | undefined => outcomeReport(stateOf(...happened), 'postpaid')?.report;

const ASKED: Happened = ['request-sent', '2026-10-30', { via: 'phone', purpose: 'cancel' }];
const CALLED: Happened = ['contact-logged', '2026-10-30', { via: 'phone', outcome: 'promised', minutes: 38 }];
const CLOSED: Happened = ['confirmation-accepted', '2026-11-02', { effectiveDate: '2026-11-12', via: 'email' }];

describe('a report of a case', () => {
  test('tells route, month, rounded minutes, attempts and outcome', () => {
    expect(told(ASKED, CALLED, CLOSED)).toEqual({
      product: 'postpaid',
      route: 'phone',
      month: '2026-11',
      minutes: 40,
      attempts: 1,
      outcome: 'closed',
      chargeAfterClosing: 'unknown',
    });
  });

  test('nothing tried, nothing to report', () => {
    expect(outcomeReport(stateOf(), 'postpaid')).toBeNull();
    expect(told(['request-sent', '2026-10-30', { via: 'phone', purpose: 'suspend' }])).toBeUndefined();
  });

  test.each<[string, Happened[], Partial<Tried>]>([
    [
      'refused',
      [ASKED, ['contact-logged', '2026-10-30', { via: 'phone', outcome: 'refused' }]],
      { outcome: 'refused' },
    ],
    [
      'no answer, twice',
      [
        ['contact-logged', '2026-10-30', { via: 'chat', outcome: 'no-answer' }],
        ['contact-logged', '2026-11-01', { via: 'chat', outcome: 'no-answer' }],
      ],
      { outcome: 'no-answer', route: 'chat', attempts: 2, month: '2026-11', minutes: null },
    ],
    [
      'pre-registered by mail after a call',
      [ASKED, CALLED, ['reply-received', '2026-10-31', { kind: 'pre-registered' }]],
      { outcome: 'pre-registered' },
    ],
    ['a promise is no closing', [ASKED, CALLED], { outcome: 'other', minutes: 40 }],
    [
      'a number that moved',
      [
        ['request-sent', '2026-10-30', { via: 'online', purpose: 'port-out' }],
        ['line-seen-dead', '2026-11-01', {}],
      ],
      { outcome: 'closed', route: 'port-out' },
    ],
    [
      'charged afterwards',
      [ASKED, CLOSED, ['charge-seen', '2026-12-20', { amountUsd: '70.00', date: '2026-12-12' }]],
      { chargeAfterClosing: 'yes' },
    ],
    [
      'a final bill that was expected',
      [ASKED, CLOSED, ['charge-seen', '2026-12-20', { amountUsd: '7.00', expected: true }]],
      { chargeAfterClosing: 'unknown' },
    ],
    [
      'charged before the end',
      [ASKED, CLOSED, ['charge-seen', '2026-11-11', { amountUsd: '70.00' }]],
      { chargeAfterClosing: 'unknown' },
    ],
    [
      'balance clear afterwards',
      [ASKED, CLOSED, ['balance-recorded', '2026-12-20', { balanceUsd: '0.00' }]],
      { chargeAfterClosing: 'no' },
    ],
    [
      'still owed afterwards',
      [ASKED, CLOSED, ['balance-recorded', '2026-12-20', { balanceUsd: '9.00', side: 'owed' }]],
      { chargeAfterClosing: 'unknown' },
    ],
  ])('%s', (_, happened, expected) => {
    expect(told(...happened)).toMatchObject(expected);
  });

  test('the owner may add what the case does not know', () => {
    const answers = { chargeAfterClosing: 'no', minutes: 17, attempts: 3 } as const;
    expect(outcomeReport(stateOf(ASKED, CLOSED), 'postpaid', answers)?.report).toMatchObject({
      ...answers,
      minutes: 15,
    });
  });

  test('the same case has the same name, another case another, and neither names the case', () => {
    const state = stateOf(ASKED, CLOSED);
    const id = outcomeReport(state, 'postpaid')?.id;
    expect(id).toMatch(/^2026-11-phone-[0-9a-f]{8}$/);
    expect(outcomeReport(state, 'postpaid')?.id).toBe(id);
    expect(outcomeReport({ ...state, case: 'c-2' }, 'postpaid')?.id).not.toBe(id);
  });

  test('whatever was recorded, the report has its form and none of the words', () => {
    const secret = 'Wei Zhang 8901260';
    const happened = fc.oneof(
      fc
        .record({
          via: fc.constantFrom(...CHANNEL_KINDS),
          outcome: fc.constantFrom(...CONTACT_OUTCOMES),
          minutes: fc.nat(5000),
        })
        .map((data): Happened => ['contact-logged', '2026-10-30', { ...data, agentName: secret, note: secret }]),
      fc
        .constantFrom(...CHANNEL_KINDS)
        .map((via): Happened => ['request-sent', '2026-10-31', { via, purpose: 'cancel', reference: secret }]),
      fc.constant<Happened>(['confirmation-accepted', '2026-11-01', { reference: secret }]),
      fc.constant<Happened>(['line-seen-dead', '2026-11-02', { note: secret }]),
    );
    fc.assert(
      fc.property(fc.array(happened, { minLength: 1, maxLength: 80 }), (all) => {
        const made = outcomeReport(stateOf(...all), 'postpaid');
        if (made === null) return;
        expect(triedSchema.safeParse(made.report).success).toBe(true);
        expect(JSON.stringify(made)).not.toMatch(/Wei|Zhang|8901260/);
      }),
    );
  });
});

describe('reports together', () => {
  const base: Tried = {
    product: 'postpaid',
    route: 'phone',
    month: '2026-10',
    minutes: 40,
    attempts: 1,
    outcome: 'closed',
    chargeAfterClosing: 'no',
  };

  test('are counted by route, the newest first, as ranges and never as an average', () => {
    const all: Tried[] = [
      base,
      { ...base, month: '2026-11', minutes: 10, outcome: 'refused', chargeAfterClosing: 'unknown' },
      { ...base, route: 'chat', month: '2026-12', minutes: null },
      { ...base, product: 'prepaid' },
    ];
    expect(summariseTried(all, 'postpaid')).toEqual({
      count: 3,
      newestMonth: '2026-12',
      routes: [
        {
          route: 'chat',
          count: 1,
          newestMonth: '2026-12',
          outcomes: [{ outcome: 'closed', count: 1 }],
          minutes: null,
          chargedAfter: { yes: 0, no: 1, unknown: 0 },
        },
        {
          route: 'phone',
          count: 2,
          newestMonth: '2026-11',
          outcomes: [
            { outcome: 'closed', count: 1 },
            { outcome: 'refused', count: 1 },
          ],
          minutes: { least: 10, most: 40 },
          chargedAfter: { yes: 0, no: 1, unknown: 1 },
        },
      ],
    });
    expect(summariseTried(all, null).count).toBe(4);
    expect(summariseTried([], null)).toEqual({ count: 0, newestMonth: null, routes: [] });
  });
});
