import { describe, expect, test } from 'vitest';
import type { EventView } from '../../../app/case/view.ts';
import { RECORDABLE, RECORDABLE_TYPES } from '../../../domain/case/events.ts';
import { arranged, beginning } from './defaults.ts';

const event = (seq: number, data: Record<string, unknown>, takenBackBy: number | null = null): EventView => ({
  seq,
  type: 'contact-logged',
  name: '',
  at: '2026-11-24T15:00:00.000Z',
  on: '2026-11-24',
  recordedAt: '2026-11-24T15:00:00.000Z',
  data,
  takenBackBy,
});
const cancel = { kind: 'cancel', target: null, actOn: null, lastDayToAct: null, endsOn: null };

describe('beginning', () => {
  test('takes the way used last and the option chosen', () => {
    const events = [event(1, { via: 'phone' }), event(2, { via: 'chat' }), event(3, {})];
    expect(beginning('request-sent', {}, { events, chosen: cancel })).toEqual({ via: 'chat', purpose: 'cancel' });
  });

  test('passes over what was taken back', () => {
    const events = [event(1, { via: 'phone' }), event(2, { via: 'chat' }, 3)];
    expect(beginning('reply-received', {}, { events, chosen: null })).toEqual({ via: 'phone' });
  });

  test('lets the button have the last word, and nothing in that the event has no field for', () => {
    const preset = { via: 'letter', nothing: 'of the kind' };
    expect(beginning('request-sent', preset, { events: [event(1, { via: 'chat' })], chosen: null })).toEqual({
      via: 'letter',
    });
  });

  test('asks for no purpose where nothing is to be asked', () => {
    expect(beginning('request-sent', {}, { events: [], chosen: { ...cancel, kind: 'keep' } })).toEqual({});
  });
});

describe('arranged', () => {
  test.each(RECORDABLE_TYPES)('%s: every field stands once, and none that is required is hidden', (type) => {
    const { first, further } = arranged(type, {});
    expect([...first, ...further].map(({ name }) => name).sort()).toEqual(
      RECORDABLE[type].map(({ name }) => name).sort(),
    );
    expect(further.filter((field) => field.required)).toEqual([]);
  });

  test('a next step that is due is asked for in sight', () => {
    const inSight = (kind: string): string[] => arranged('reply-received', { kind }).first.map(({ name }) => name);
    expect(inSight('needs-more')).toContain('callBy');
    expect(inSight('final-bill')).not.toContain('callBy');
  });
});
