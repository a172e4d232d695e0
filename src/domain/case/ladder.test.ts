import { describe, expect, test } from 'vitest';
import { aBrand, aProduct, fact } from '../../testing/catalog.ts';
import { alarmsOf } from './alarms.ts';
import { aRule, chosen, stateOf as folded, type Row, worldOf } from './examples.ts';
import { ladderOf, type Rung } from './ladder.ts';
import { sceneOf } from './scene.ts';

const product = aProduct({
  channels: [
    { kind: 'phone', value: fact('+12025550100'), canCancelHere: fact('yes') },
    { kind: 'app', value: fact('App'), canCancelHere: fact('no') },
    { kind: 'chat', value: fact('https://acme.example/chat'), canCancelHere: fact('yes') },
  ],
});
const brand = aBrand({}, [product]);
const fcc = aRule('fcc-informal-complaint', { days: 30, unit: 'calendar' });
const asked = (via: string, on = '2026-12-10'): Row => ['request-sent', on, { via, purpose: 'cancel' } as never];
const filed = (kind: string): Row => ['escalation-filed', '2026-12-20', { kind, about: 'request' } as never];
const start: Row[] = [['option-chosen', '2026-12-01', chosen('cancel')], asked('phone')];

const steps = (
  rows: Row[],
  trouble: 'no-answer' | 'refused' = 'no-answer',
  over: Partial<typeof brand> = {},
): Rung[] => {
  const world = worldOf({ ...brand, ...over }, '2027-01-10', [fcc]);
  return ladderOf(sceneOf(folded([...start, ...rows]), world), trouble);
};
const left = (rungs: Rung[]): string[] => rungs.filter(({ done }) => !done).map(({ code }) => code);

describe('what is left where the carrier does not move', () => {
  test('the mildest step comes first, and what was done is not asked for again', () => {
    expect(left(steps([]))).toEqual([
      'second-request',
      'other-channel',
      'supervisor',
      'fcc-informal',
      'notice-of-dispute',
    ]);
    expect(left(steps([asked('phone', '2026-12-18')]))[0]).toBe('other-channel');
    expect(left(steps([asked('chat', '2026-12-18')]))[0]).toBe('supervisor');
    expect(left(steps([asked('chat', '2026-12-18'), filed('supervisor'), filed('fcc-informal')]))).toEqual([
      'notice-of-dispute',
    ]);
  });

  test('another channel is one of the carrier that can do it', () => {
    const other = steps([]).find(({ code }) => code === 'other-channel');
    expect(other?.button.preset).toMatchObject({ via: 'chat', purpose: 'cancel' });
  });

  test('a refusal is an answer: nothing is asked a second time', () => {
    expect(steps([], 'refused').map(({ code }) => code)).not.toContain('second-request');
  });

  test('no complaint to the FCC about a shop of travel eSIMs', () => {
    expect(steps([], 'no-answer', { kind: 'travel-esim' }).map(({ code }) => code)).not.toContain('fcc-informal');
  });

  test('the alarm about a missing answer carries them', () => {
    const world = worldOf(brand, '2027-01-10', [fcc]);
    const alarm = alarmsOf(folded(start), world).find(({ code }) => code === 'no-answer');
    expect(alarm?.steps?.map(({ code }) => code)).toContain('fcc-informal');
  });
});
