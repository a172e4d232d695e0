import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SimoffError } from '../errors.ts';
import { isCaseEvent } from './event-check.ts';
import { eventData, recordableType } from './event-fields.ts';
import { EVENT_FORMAT, type EventField, RECORDABLE, RECORDABLE_TYPES } from './events.ts';

const problemOf = (act: () => unknown): Record<string, unknown> => {
  try {
    act();
  } catch (error) {
    if (error instanceof SimoffError) return { code: error.code, ...error.facts };
  }
  throw new Error('nothing was refused');
};

describe('what a person types', () => {
  test('becomes the fields of the event, under whatever name they know it', () => {
    expect(eventData('confirmation-accepted', { endDate: '2026-12-11', ref: 'A-1' })).toEqual({
      effectiveDate: '2026-12-11',
      reference: 'A-1',
    });
    expect(eventData('balance-recorded', { balance: '$1,234.5' })).toEqual({ balanceUsd: '1234.50' });
    expect(eventData('account-unlinked', { service: 'bank', waived: 'yes' })).toEqual({
      service: 'bank',
      waived: true,
    });
    expect(eventData('contact-logged', { outcome: 'Promised', minutes: '25', agent: '' })).toEqual({
      outcome: 'promised',
      minutes: 25,
    });
  });

  test('keeps its line breaks and loses what steers a terminal', () => {
    expect(eventData('note-added', { note: 'one\ntwo\u001b[31m\u202e' })).toEqual({ note: 'one\ntwo [31m' });
  });

  test.each<[string, () => unknown, Record<string, unknown>]>([
    [
      'a field nobody knows',
      () => eventData('note-added', { pin: '1234' }),
      { field: 'pin', problem: 'unknown-field' },
    ],
    ['a secret as a name', () => eventData('note-added', { '89012600000': 'x' }), { field: '***' }],
    ['a missing field', () => eventData('charge-seen', {}), { field: 'amountUsd', problem: 'missing' }],
    ['an empty required field', () => eventData('note-added', { note: ' ' }), { field: 'note', problem: 'missing' }],
    ['no amount', () => eventData('charge-seen', { amount: 'ten' }), { field: 'amountUsd', problem: 'not-usd' }],
    ['a negative amount', () => eventData('charge-seen', { amount: '-1' }), { problem: 'not-usd' }],
    ['no date', () => eventData('confirmation-accepted', { endDate: '2026-02-30' }), { problem: 'not-date' }],
    ['no word of the list', () => eventData('escalation-filed', { kind: 'police' }), { problem: 'not-one-of' }],
    ['the same field twice', () => eventData('charge-seen', { amount: '1', amountUsd: '2' }), { problem: 'twice' }],
  ])('%s is refused with the field and what would be right', (_, act, expected) => {
    expect(problemOf(act)).toMatchObject({ code: 'event-field', ...expected });
  });

  test('a value is never repeated in an error', () => {
    const said = problemOf(() => eventData('charge-seen', { amount: '8901260000000000002x' }));
    expect(JSON.stringify(said)).not.toContain('890126');
  });
});

describe('the name of an event', () => {
  test('has to be one that is recorded by hand', () => {
    expect(recordableType('note-added')).toBe('note-added');
    expect(problemOf(() => recordableType('pack-sealed'))).toMatchObject({ code: 'event-by-verb', verb: 'prove' });
    expect(problemOf(() => recordableType('note-add'))).toMatchObject({ code: 'event-type', types: ['note-added'] });
    expect(problemOf(() => recordableType('constructor'))).toMatchObject({ code: 'event-type' });
  });
});

/** A text a person could type into a field. */
const typed = (field: EventField): fc.Arbitrary<string> => {
  if (field.values) return fc.constantFrom(...field.values);
  switch (field.kind) {
    case 'usd':
      return fc.integer({ min: 0, max: 999_999_999 }).map((cents) => (cents / 100).toFixed(2));
    case 'date':
      return fc
        .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10));
    case 'whole':
      return fc.nat(9999).map(String);
    case 'yes-no':
      return fc.constantFrom('yes', 'no', 'true', '否');
    default:
      return fc.string({ minLength: 1, maxLength: 50 }).filter((text) => text.trim() !== '');
  }
};

test('whatever the fields take is an event that comes back whole from an export', () => {
  const filled = fc.constantFrom(...RECORDABLE_TYPES).chain((type) => {
    const fields: readonly EventField[] = RECORDABLE[type];
    const required = fields.filter((field) => field.required).map((field) => field.name);
    const record = Object.fromEntries(fields.map((field) => [field.name, typed(field)]));
    return fc
      .record(record, { requiredKeys: required })
      .map((given) => ({ type, given: given as Record<string, string> }));
  });
  fc.assert(
    fc.property(filled, ({ type, given }) => {
      const data = eventData(type, given);
      if (type === 'request-sent') data.purpose ??= 'cancel';
      const at = '2026-11-25T12:00:00.000Z';
      const event = {
        format: EVENT_FORMAT,
        case: 'abcd2345',
        seq: 1,
        type,
        at,
        on: '2026-11-25',
        recordedAt: at,
        prev: null,
        data,
      };
      expect(isCaseEvent(JSON.parse(JSON.stringify(event)))).toBe(true);
    }),
  );
});
