import { describe, expect, test } from 'vitest';
import type { OptionKind } from '../decide/types.ts';
import type { EventData, Purpose } from './events.ts';
import { chosen, document, eventsOf, newEvent, type Row, stateOf, told } from './examples.ts';
import { refusalOf, undoRefusal } from './orders.ts';

const choose = (kind: OptionKind, over: Partial<EventData['option-chosen']> = {}): Row => [
  'option-chosen',
  '2026-12-01',
  chosen(kind, over),
];
const ask = (purpose: Purpose, on = '2026-12-10'): Row => ['request-sent', on, { via: 'phone', purpose }];
const confirm = (data: EventData['confirmation-accepted'] = {}, on = '2026-12-12'): Row => [
  'confirmation-accepted',
  on,
  data,
];
const ended = confirm({ effectiveDate: '2026-12-31' });
const moved = (service: string, waived = false): Row => ['account-unlinked', '2026-12-05', { service, waived }];
const withdrawn: Row = ['contact-logged', '2026-12-11', { outcome: 'port-withdrawn' }];
const dead: Row = ['line-seen-dead', '2026-12-20'];
const gone = (on: string, alreadyDone = false): Row => ['profile-deleted', on, alreadyDone ? { alreadyDone } : {}];
const paid = told({ line: { paidThrough: '2026-12-15' }, number: { codesStillSentHere: [] } });
const free: Row[] = [told(), moved('bank'), moved('wechat', true)];

const codeOf = (rows: Row[], next: Row): string | null => refusalOf(stateOf(rows), newEvent(next))?.code ?? null;

describe('asking', () => {
  test.each<[string | null, Row[], Row]>([
    ['not-decided', [], ask('cancel')],
    ['not-decided', [], confirm()],
    ['not-decided', [], ['document-composed', '2026-12-01', document('cancel')]],
    ['not-decided', [], ['reply-received', '2026-12-01']],
    [null, [choose('cancel')], ask('cancel')],
    ['nothing-to-ask', [choose('keep')], ask('cancel')],
    ['nothing-to-ask', [choose('keep')], confirm()],
    ['nothing-to-ask', [choose('keep')], ['document-composed', '2026-12-01', document('cancel')]],
    [null, [choose('keep')], ['document-composed', '2026-12-01', { ...document('cancel'), kind: 'checklist' }]],
    ['nothing-to-ask', [choose('let-lapse')], ask('cancel')],
    [null, [choose('let-lapse')], ask('let-lapse')],
    [null, [choose('let-lapse')], confirm()],
    ['not-requested', [choose('cancel')], confirm()],
    ['not-requested', [choose('suspend')], ['reply-received', '2026-12-11']],
    ['not-requested', [choose('cancel'), ask('cancel')], confirm({ purpose: 'port-out' })],
    [null, [choose('cancel'), ask('cancel')], confirm()],
  ])('%s', (code, rows, next) => {
    expect(codeOf(rows, next)).toBe(code);
  });
});

describe('a number on the move', () => {
  const moving = [choose('port-out'), ask('port-out')];
  test.each<[string | null, Row[], Row]>([
    ['port-out-open', moving, ask('cancel')],
    ['port-out-open', [choose('port-out')], ask('cancel')],
    ['port-out-open', [...moving, choose('cancel')], ask('cancel')],
    ['port-out-open', [...moving, choose('let-lapse')], ask('let-lapse')],
    [null, moving, choose('cancel')],
    [null, [...moving, withdrawn, choose('cancel')], ask('cancel')],
    ['port-out-open', [...moving, withdrawn, ask('port-out'), choose('cancel')], ask('cancel')],
    [null, [...moving, confirm(), choose('cancel')], ask('cancel')],
    [null, [...moving, dead, choose('cancel')], ask('cancel')],
    [null, [choose('cancel'), ask('cancel')], ask('port-out')],
    [null, [choose('cancel'), ask('cancel'), ended], ask('port-out', '2026-12-20')],
    ['cancel-requested', [choose('cancel'), ask('cancel'), ended], ask('port-out', '2026-12-31')],
    ['cancel-requested', [choose('cancel'), ask('cancel'), confirm()], ask('port-out', '2026-12-20')],
    ['cancel-requested', [choose('cancel'), ask('cancel'), dead], ask('port-out', '2026-12-21')],
  ])('%s', (code, rows, next) => {
    expect(codeOf(rows, next)).toBe(code);
  });
});

describe('card and profile', () => {
  const cancelled = [choose('cancel'), ask('cancel'), ended];
  test.each<[string | null, Row[], Row]>([
    ['codes-still-here', [told(), ...cancelled], gone('2027-01-02')],
    ['codes-still-here', [told(), moved('bank'), ...cancelled], gone('2027-01-02')],
    [null, [told(), ...cancelled], gone('2027-01-02', true)],
    ['line-still-needed', [...free, choose('cancel'), ask('cancel')], gone('2026-12-30')],
    [null, [...free, choose('cancel'), ask('cancel'), confirm()], gone('2026-12-22')],
    [null, [...free, ...cancelled], gone('2026-12-30')],
    [null, [...free, choose('cancel'), ask('cancel'), dead], gone('2026-12-21')],
    [null, [told(), choose('port-out'), ask('port-out'), confirm()], gone('2026-12-12')],
    ['codes-still-here', [told(), choose('port-out'), ask('port-out')], gone('2026-12-12')],
    ['line-still-needed', [paid, choose('let-lapse')], gone('2026-12-31')],
    [null, [paid, choose('let-lapse')], gone('2027-01-01')],
    ['line-still-needed', [...free, choose('let-lapse')], gone('2027-01-01')],
    [null, [...free, choose('let-lapse'), dead], gone('2026-12-21')],
    [
      'line-still-needed',
      [choose('suspend'), ask('suspend'), confirm({ effectiveDate: '2026-12-15' })],
      gone('2027-01-01'),
    ],
    ['line-still-needed', [choose('keep'), dead], gone('2027-01-01')],
    ['already-profile-deleted', [...free, ...cancelled, gone('2027-01-02')], gone('2027-01-03', true)],
  ])('%s', (code, rows, next) => {
    expect(codeOf(rows, next)).toBe(code);
  });

  test('the services that hold it up are named, the bank first', () => {
    const refusal = refusalOf(stateOf([told(), ...cancelled]), newEvent(gone('2027-01-02')));
    expect(refusal?.facts).toEqual({ services: ['bank', 'wechat'] });
  });
});

test('after giving up, only what costs nothing or concerns money', () => {
  const rows: Row[] = [choose('cancel'), ['case-abandoned', '2026-12-02']];
  expect(codeOf(rows, ask('cancel'))).toBe('case-ended');
  expect(codeOf(rows, choose('keep'))).toBe('case-ended');
  expect(codeOf(rows, ['case-abandoned', '2026-12-03'])).toBe('already-abandoned');
  expect(codeOf(rows, ['charge-seen', '2027-01-03', { amountUsd: '9.00' }])).toBeNull();
  expect(codeOf(rows, ['escalation-filed', '2027-01-03', { kind: 'bank-dispute' }])).toBeNull();
});

describe('taking back', () => {
  const rows: Row[] = [
    told(),
    choose('cancel'),
    ask('cancel'),
    ended,
    ['pack-sealed', '2027-01-02', { sha256: 'ab', name: 'p' }],
  ];
  const undo = (seq: number, more: Row[] = []): unknown => undoRefusal(eventsOf([...rows, ...more]), seq);

  test('what nothing depends on', () => {
    expect(undo(4)).toBeNull();
    expect(undo(3, [['corrected', '2027-01-03', { event: 4 }]])).toBeNull();
  });
  test('what something depends on names it', () => {
    expect(undo(3)).toEqual({
      code: 'needed-by',
      facts: { seq: 3, by: 4, type: 'confirmation-accepted', on: '2026-12-12', because: 'not-requested' },
    });
    expect(undo(2)).toMatchObject({ code: 'needed-by', facts: { by: 3, because: 'not-decided' } });
  });
  test('a correction, where what it restores fits', () => {
    const free = [moved('bank'), moved('wechat'), gone('2027-01-05')];
    const replaced: Row[] = [...free, ['corrected', '2027-01-06', { event: 8 }]];
    expect(undo(9, replaced)).toBeNull();
    expect(undo(9, [...replaced, gone('2027-01-07')])).toMatchObject({ code: 'needed-by', facts: { by: 10 } });
  });
  test('what cannot be', () => {
    expect(undo(99)).toMatchObject({ code: 'unknown-event' });
    expect(undo(5)).toMatchObject({ code: 'cannot-undo' });
    expect(undo(1)).toMatchObject({ code: 'last-situation' });
    expect(undo(1, [told()])).toBeNull();
    expect(undo(4, [['corrected', '2027-01-03', { event: 4 }]])).toMatchObject({ code: 'already-undone' });
  });
  test('what was out of order before stands in nobody’s way', () => {
    const damaged = eventsOf([ended, told(), ['note-added', '2027-01-01', { note: 'x' }]]);
    expect(undoRefusal(damaged, 3)).toBeNull();
  });
});
