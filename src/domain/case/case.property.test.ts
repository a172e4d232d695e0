import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseUsd } from '../money/money.ts';
import { formatDay, toDay } from '../time/civil.ts';
import { ALARMS } from './alarms.ts';
import type { EventType } from './events.ts';
import { CASE, eventsOf, newEvent, type Row, stateOf } from './examples.ts';
import { foldCase } from './fold.ts';
import { refusalOf, undoRefusal } from './orders.ts';
import { stageOf } from './stage.ts';
import { statusOf } from './status.ts';
import { allowed, anything, damaged, story, worldAfter } from './testing.ts';
import { type Alarm, type CaseState, type CaseStatus, type CaseWorld, STAGES, type Stage } from './types.ts';

const ASKED: readonly Stage[] = ['requested', 'acknowledged', 'confirmed'];
const ENDED: readonly Stage[] = ['effective', 'settled', 'closed'];

/** Why a stage cannot be right, told from the bare list of what happened; null: it can. */
function impossible(rows: readonly Row[], stage: Stage, today: string): string | null {
  const types = rows.map(([type]) => type);
  const has = (type: EventType): boolean => types.includes(type);
  const of = <T extends EventType>(type: T) =>
    rows.filter((row): row is Extract<Row, readonly [T, ...unknown[]]> => row[0] === type);
  const choice = of('option-chosen').at(-1)?.[2] ?? null;
  if (has('case-abandoned') !== (stage === 'abandoned')) return 'given up or not';
  if (stage === 'abandoned') return null;
  if (stage === 'disputed') return has('escalation-filed') ? null : 'disputed without a complaint';
  if (!choice) return stage === 'draft' ? null : 'nothing is chosen';
  if (choice.kind === 'keep') return stage === 'decided' ? null : 'a line that is kept has no way to go';
  const asked = of('request-sent').some(([, , data]) => data?.purpose === choice.kind);
  if (choice.kind !== 'let-lapse' && [...ASKED, ...ENDED].includes(stage) && !asked) return 'never asked for';
  if (ASKED.includes(stage) && !asked && !has('confirmation-accepted')) return 'never asked for';
  const confirmations = of('confirmation-accepted');
  if (stage === 'confirmed' && confirmations.length === 0) return 'never confirmed';
  if (!ENDED.includes(stage)) return null;
  const past = confirmations.some(
    ([, on, data]) => (data?.effectiveDate ?? (choice.kind === 'port-out' ? on : today)) <= today,
  );
  const { paidThrough = null } = (of('situation-recorded').at(-1)?.[2]?.situation.line ?? {}) as {
    paidThrough?: string;
  };
  const lapsed =
    choice.kind === 'let-lapse' && paidThrough !== null && paidThrough < today && (choice.endsOn ?? '') < today;
  if (!past && !lapsed && !has('line-seen-dead')) return 'ended before its day';
  if (choice.kind === 'suspend') return stage === 'effective' ? null : 'a suspended line lives on';
  if (stage === 'effective') return null;
  const balances = of('balance-recorded').toSorted((a, b) => (a[1] < b[1] ? -1 : Number(a[1] > b[1])));
  const last = balances.at(-1)?.[2];
  if (!last) return 'nobody looked at the balance';
  if (last.side === 'owed' && last.balanceUsd !== '0.00') return 'money is owed';
  if (last.balanceUsd !== '0.00' && !has('refund-seen')) return 'money is to come back';
  if (stage === 'settled') return null;
  if (choice.kind !== 'let-lapse' && confirmations.length === 0) return 'closed without a confirmation';
  return has('profile-deleted') || has('card-destroyed') ? null : 'closed with the card still there';
}

/** The days around every end that was named: where being a day off would show. */
function edges(rows: readonly Row[]): number[] {
  const named = rows.flatMap(([type, , data]) => {
    if (type === 'confirmation-accepted') return [data?.effectiveDate];
    return type === 'option-chosen' ? [data?.endsOn] : [];
  });
  return named.flatMap((date) => (date ? [toDay(date) - 1, toDay(date)] : []));
}

test('no allowed story reaches an impossible stage', () => {
  const seen = new Set<Stage>();
  fc.assert(
    fc.property(story, worldAfter, ({ rows, day }, worldOn) => {
      const world = worldOn(day);
      const state = stateOf(rows);
      for (const today of [world.today, ...edges(rows)]) {
        const stage = stageOf(state, { ...world, today });
        seen.add(stage);
        expect(impossible(rows, stage, formatDay(today))).toBeNull();
      }
    }),
    { numRuns: 600 },
  );
  expect([...STAGES].filter((stage) => !seen.has(stage))).toEqual(['draft']);
});

/** What is left of a status when the places of events are taken out. */
const withoutPlaces = (status: CaseStatus): unknown =>
  JSON.parse(JSON.stringify(status, (key, value) => (key === 'event' && typeof value === 'number' ? 0 : value)));

/** Types whose place among other types means nothing; among themselves it may. */
const ANYWHERE: readonly EventType[] = [
  'note-added',
  'account-unlinked',
  'charge-seen',
  'profile-deleted',
  'card-destroyed',
];

test('the order of independent events does not matter', () => {
  fc.assert(
    fc.property(story, worldAfter, fc.nat(), ({ rows, day }, worldOn, at) => {
      const pairs = rows.flatMap((row, i) => {
        const next = rows[i + 1];
        return next && next[0] !== row[0] && (ANYWHERE.includes(row[0]) || ANYWHERE.includes(next[0])) ? [i] : [];
      });
      fc.pre(pairs.length > 0);
      const i = pairs[at % pairs.length] as number;
      const swapped = [...rows.slice(0, i), rows[i + 1] as Row, rows[i] as Row, ...rows.slice(i + 2)];
      const world = worldOn(day);
      expect(withoutPlaces(statusOf(stateOf(swapped), world))).toEqual(withoutPlaces(statusOf(stateOf(rows), world)));
    }),
    { numRuns: 300 },
  );
});

/** The button's event with its preset; what it still needs is filled in. */
function pressed({ button: { event, preset } }: Alarm, state: CaseState, world: CaseWorld, odd: number): Row {
  const on = formatDay(world.today);
  const ends = { effectiveDate: formatDay(world.today + (odd % 30)) };
  const needs: Partial<Record<EventType, object>> = {
    'request-sent': { via: odd % 2 ? 'phone' : 'letter' },
    'confirmation-accepted': ends,
  };
  expect(state.case).toBe(CASE);
  return [event, on, { ...(event ? needs[event] : {}), ...preset }] as Row;
}

/** How much of an alarm there is: services to move, dollars open. */
function size({ facts }: Alarm): number {
  if (Array.isArray(facts.services)) return facts.services.length;
  return typeof facts.usd === 'string' ? (parseUsd(facts.usd) ?? 0) : 1;
}

test('the button of every alarm is allowed and clears it, or makes it smaller', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(story, worldAfter, fc.nat(), ({ rows, day }, worldOn, odd) => {
      const world = worldOn(day);
      const state = stateOf(rows);
      for (const alarm of statusOf(state, world).alarms) {
        seen.add(alarm.code);
        const row = pressed(alarm, state, world, odd);
        expect(refusalOf(state, newEvent(row)), alarm.code).toBeNull();
        const left = statusOf(stateOf([...rows, row]), world).alarms.find(({ code }) => code === alarm.code);
        if (left) expect(size(left), alarm.code).toBeLessThan(size(alarm));
      }
    }),
    { numRuns: 1000 },
  );
  expect([...ALARMS].filter((code) => !seen.has(code))).toEqual([]);
});

test('a note or a piece of evidence leaves the stage as it is', () => {
  fc.assert(
    fc.property(story, worldAfter, fc.boolean(), ({ rows, day }, worldOn, isNote) => {
      const world = worldOn(day);
      const on = formatDay(day);
      const more: Row = isNote ? ['note-added', on, { note: 'x' }] : ['evidence-attached', on, {}];
      expect(statusOf(stateOf([...rows, more]), world).stage).toBe(statusOf(stateOf(rows), world).stage);
    }),
  );
});

test('a line that has ended has ended on every later day', () => {
  fc.assert(
    fc.property(story, worldAfter, fc.nat(800), ({ rows, day }, worldOn, later) => {
      const world = worldOn(day);
      const stageOn = (today: number): Stage => statusOf(stateOf(rows), { ...world, today }).stage;
      const before = stageOn(world.today);
      fc.pre(ENDED.includes(before));
      expect(ENDED).toContain(stageOn(world.today + later));
    }),
  );
});

test('whatever is imported, a status comes out', () => {
  fc.assert(
    fc.property(damaged, worldAfter, (events, worldOn) => {
      const status = statusOf(foldCase(CASE, events), worldOn(20_800));
      expect(status.nextAction.code).not.toBe('');
      expect(status.obligations).toHaveLength(6);
      for (const { day } of status.deadlines) expect(Number.isSafeInteger(day)).toBe(true);
    }),
    { numRuns: 600 },
  );
});

describe('taking back', () => {
  test('what may be taken back leaves an allowed story; what may not has something that depends on it', () => {
    fc.assert(
      fc.property(story, fc.nat(), ({ rows }, at) => {
        const seq = (at % rows.length) + 1;
        const refusal = undoRefusal(eventsOf(rows), seq);
        const rest = rows.filter((_, i) => i !== seq - 1);
        if (!refusal) expect(allowed(rest)).toEqual(rest);
        else if (refusal.code === 'needed-by') expect(allowed(rest)).not.toEqual(rest);
        else expect(['last-situation', 'cannot-undo']).toContain(refusal.code);
      }),
      { numRuns: 300 },
    );
  });

  test('a correction taken back gives the same status as before', () => {
    fc.assert(
      fc.property(story, worldAfter, fc.nat(), ({ rows, day }, worldOn, at) => {
        const seq = (at % rows.length) + 1;
        const on = formatDay(day);
        const both: Row[] = [...rows, ['corrected', on, { event: seq }], ['corrected', on, { event: rows.length + 1 }]];
        const world = worldOn(day);
        expect(statusOf(stateOf(both), world)).toEqual(statusOf(stateOf(rows), world));
      }),
      { numRuns: 300 },
    );
  });
});

test('refusals never throw either', () => {
  fc.assert(
    fc.property(damaged, anything, (events, { rows }) => {
      const state = foldCase(CASE, events);
      for (const row of rows)
        expect([null, 'string']).toContain(
          refusalOf(state, newEvent(row)) && typeof refusalOf(state, newEvent(row))?.code,
        );
    }),
    { numRuns: 300 },
  );
});
