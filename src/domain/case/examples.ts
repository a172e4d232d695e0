/** Invented lines and short forms for the tests of a case. */
import { aBrand, aProduct, fact, firstProduct, PAGE } from '../../testing/catalog.ts';
import type { Brand, Rule } from '../catalog/schema.ts';
import type { OptionKind } from '../decide/types.ts';
import { type IsoDate, toDay } from '../time/civil.ts';
import { type CaseEvent, EVENT_FORMAT, type EventData, type EventType, type NewEvent } from './events.ts';
import { foldCase } from './fold.ts';
import type { CaseState, CaseWorld } from './types.ts';

export const CASE = 'acme-0001';

/** One thing that happened: type, date, data. */
export type Row = { [Type in EventType]: readonly [type: Type, on: IsoDate, data?: EventData[Type]] }[EventType];

export function newEvent([type, on, data = {}]: Row): NewEvent {
  return { type, at: `${on}T12:00:00.000Z`, on, data } as NewEvent;
}

/** Events in their places; nothing here looks at hashes, and making them costs more than all the rest. */
export function eventsOf(rows: readonly Row[]): CaseEvent[] {
  const recordedAt = '2026-11-24T12:00:00.000Z';
  return rows.map((row, i) => {
    const place = { format: EVENT_FORMAT, case: CASE, seq: i + 1, recordedAt, prev: null } as const;
    return { ...newEvent(row), ...place } as CaseEvent;
  });
}

export function stateOf(rows: readonly Row[]): CaseState {
  return foldCase(CASE, eventsOf(rows));
}

/** A choice as `decide` would leave it. */
export function chosen(kind: OptionKind, over: Partial<EventData['option-chosen']> = {}): EventData['option-chosen'] {
  const dates = { actOn: '2026-12-10', lastDayToAct: '2026-12-12', endsOn: '2026-12-31' };
  const target = kind === 'port-out' ? 'barn' : null;
  return { kind, target, ...dates, minUsd: '0.00', maxUsd: '70.00', ...over };
}

/** A line with two services to move; `over` is laid on top of its parts. */
export function told(over: Record<string, Record<string, unknown>> = {}): Row {
  const line = { carrier: 'acme', ...over.line };
  const situation = { number: { codesStillSentHere: ['wechat', 'bank'] }, ...over, line };
  return ['situation-recorded', '2026-11-24', { situation } as EventData['situation-recorded']];
}

export const document = (purpose: EventData['document-composed']['purpose']): EventData['document-composed'] => ({
  kind: 'letter',
  purpose,
  language: 'en',
  name: 'letter.txt',
  sha256: 'ab'.repeat(32),
  bytes: 900,
});

export const postpaid = aBrand({}, [
  aProduct({
    refund: { deposit: fact('yes'), afterDays: fact(30) },
    suspend: { available: fact('yes'), maxDays: fact(90) },
    reinstate: { days: fact(60) },
    disputes: { waitDays: fact(60) },
  }),
]);
export const prepaid = aBrand({ slug: 'penny' }, [
  aProduct({
    id: 'prepaid',
    service: { hasNumber: true, billing: 'prepaid' },
    billing: { term: fact({ unit: 'day', lengths: [30] }) },
    lapse: { noDebtFollows: fact('yes'), numberLostAfterDays: fact(12) },
  }),
]);
export const travel = aBrand({ slug: 'trip', kind: 'travel-esim' }, [
  aProduct({ id: 'esim', service: { hasNumber: false, billing: 'package' } }),
]);

/** A rule with only what a deadline needs. */
export function aRule(id: string, deadline: Partial<Rule['deadline']>, state: Rule['state'] = 'in-force'): Rule {
  const text = { en: id, zh: id };
  return {
    id,
    title: text,
    jurisdiction: 'US',
    citation: id,
    appliesTo: text,
    trigger: text,
    deadline: { days: null, unit: null, actor: null, text, ...deadline },
    gives: text,
    howToInvoke: text,
    state,
    status: text,
    sources: [PAGE],
    checkedOn: '2026-11-23',
    confidence: 'official',
  };
}

export const RULES: Rule[] = [
  aRule('fcc-number-aging-min', { days: 45, unit: 'calendar' }),
  aRule('fcc-informal-complaint', { days: 30, unit: 'calendar' }),
  aRule('fcc-formal-complaint', { days: 6, unit: 'months' }),
  aRule('reg-e-stop-payment', { days: 3, unit: 'business' }),
  aRule('reg-e-error', { days: 60, unit: 'calendar' }),
  aRule('reg-z-billing-error', { days: 60, unit: 'calendar' }),
  aRule('visa-13-2', { days: 120, unit: 'calendar' }, 'contract'),
];

export function worldOf(brand: Brand, today: IsoDate, rules: readonly Rule[] = RULES): CaseWorld {
  return { brand, product: firstProduct(brand), rules, targets: [], today: toDay(today) };
}
