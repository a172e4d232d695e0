/** Cases made at random: sequences that `refusalOf` lets through, on invented products. */
import fc from 'fast-check';
import { aBrand, aProduct, BLOG, fact } from '../../testing/catalog.ts';
import { CHANNEL_KINDS } from '../catalog/schema.ts';
import { OPTION_KINDS, type OptionKind } from '../decide/types.ts';
import { formatUsd } from '../money/money.ts';
import { formatDay, type IsoDate, toDay } from '../time/civil.ts';
import {
  BALANCE_SIDES,
  type CaseEvent,
  CONTACT_OUTCOMES,
  DOCUMENT_KINDS,
  ESCALATION_KINDS,
  ESCALATION_SUBJECTS,
  EVIDENCE_KINDS,
  PURPOSES,
  REPLY_KINDS,
} from './events.ts';
import { CASE, document, eventsOf, newEvent, type Row, RULES, worldOf } from './examples.ts';
import { growingState } from './fold.ts';
import { refusalOf } from './orders.ts';
import type { CaseWorld } from './types.ts';

const FIRST = toDay('2026-12-01');
const SERVICES = ['bank', 'wechat', 'school'];

const of = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 2 });
const usd = fc.constantFrom(0, 0, 500, 1000, 2500).map(formatUsd);
/** A date some days from the day of the event. */
const near = fc.integer({ min: -20, max: 60 });

type Draw = (day: number) => Row;
const draw = <T>(data: fc.Arbitrary<T>, make: (data: T, day: number) => Row): fc.Arbitrary<Draw> =>
  data.map((own) => (day: number) => make(clean(own), day));

/** Without the fields nobody filled in. */
function clean<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, own]) => own !== undefined)) as T;
}

const dated = <T extends object, K extends keyof T>(data: T, day: number, ...keys: K[]): T => {
  const copy = { ...data };
  for (const key of keys) if (typeof copy[key] === 'number') copy[key] = formatDay(day + (copy[key] as number)) as T[K];
  return copy;
};

const situation = fc.record({
  simType: maybe(of(['physical', 'esim'])),
  autopay: maybe(fc.boolean()),
  paidThrough: maybe(near),
  cycleDay: maybe(fc.integer({ min: 1, max: 31 })),
  balanceUsd: maybe(usd),
  depositUsd: maybe(usd),
  codes: maybe(fc.uniqueArray(of(SERVICES))),
  payment: maybe(of(['us-credit', 'us-debit', 'cn-card', 'cash'])),
  leavesOn: maybe(near),
  returnsOn: maybe(near),
});

const told = draw(situation, ({ codes, payment, leavesOn, returnsOn, ...line }, day) => {
  const dates = clean(dated({ leavesOn, returnsOn }, day, 'leavesOn', 'returnsOn') as object);
  const number = codes ? { number: { codesStillSentHere: codes } } : {};
  const paid = payment ? { payment } : {};
  const whole = { line: clean({ carrier: 'acme', ...dated(line, day, 'paidThrough') }), ...number, ...paid, ...dates };
  return ['situation-recorded', formatDay(day), { situation: whole }] as unknown as Row;
});

const choice = fc.record({
  kind: of(OPTION_KINDS),
  target: of(['barn', 'voice']),
  act: maybe(near),
  last: fc.nat(5),
  end: maybe(near),
});
const chosen = draw(choice, ({ kind, target, act, last, end }, day) => {
  const iso = (own: number | undefined): string | null => (own === undefined ? null : formatDay(day + own));
  const dates = { actOn: iso(act), lastDayToAct: iso(act === undefined ? act : act + last), endsOn: iso(end) };
  return [
    'option-chosen',
    formatDay(day),
    { kind, target: kind === 'port-out' ? target : null, ...dates, minUsd: null, maxUsd: null },
  ];
});

const plain = <T>(type: Row[0], data: fc.Arbitrary<T>, ...dates: (keyof T)[]): fc.Arbitrary<Draw> =>
  draw(data, (own, day) => [type, formatDay(day), dated(own as object, day, ...(dates as never[]))] as unknown as Row);

const via = of(CHANNEL_KINDS);
/** Every kind of event but corrections, which need to know what came before. */
const step: fc.Arbitrary<Draw> = fc.oneof(
  { weight: 1, arbitrary: told },
  { weight: 2, arbitrary: chosen },
  {
    weight: 2,
    arbitrary: draw(fc.record({ kind: of(DOCUMENT_KINDS), purpose: of(PURPOSES) }), (own, day) => [
      'document-composed',
      formatDay(day),
      { ...document(own.purpose), kind: own.kind },
    ]),
  },
  { weight: 4, arbitrary: plain('request-sent', fc.record({ via, purpose: of(PURPOSES) })) },
  {
    weight: 3,
    arbitrary: plain(
      'contact-logged',
      fc.record({
        via: maybe(via),
        outcome: maybe(of(CONTACT_OUTCOMES)),
        callBy: maybe(near),
        promisedEndDate: maybe(near),
        promisedRefundUsd: maybe(usd),
      }),
      'callBy',
      'promisedEndDate',
    ),
  },
  {
    weight: 2,
    arbitrary: plain(
      'reply-received',
      fc.record({ via: maybe(via), kind: maybe(of(REPLY_KINDS)), callBy: maybe(near) }),
      'callBy',
    ),
  },
  {
    weight: 3,
    arbitrary: plain(
      'confirmation-accepted',
      fc.record({ purpose: maybe(of(PURPOSES)), effectiveDate: maybe(near) }),
      'effectiveDate',
    ),
  },
  { weight: 1, arbitrary: plain('line-seen-dead', fc.constant({})) },
  {
    weight: 2,
    arbitrary: plain(
      'charge-seen',
      fc.record({ amountUsd: usd, date: maybe(near), expected: maybe(fc.boolean()) }),
      'date',
    ),
  },
  { weight: 2, arbitrary: plain('refund-seen', fc.record({ amountUsd: usd, date: maybe(near) }), 'date') },
  { weight: 3, arbitrary: plain('balance-recorded', fc.record({ balanceUsd: usd, side: maybe(of(BALANCE_SIDES)) })) },
  {
    weight: 3,
    arbitrary: plain('account-unlinked', fc.record({ service: of(SERVICES), waived: maybe(fc.boolean()) })),
  },
  { weight: 2, arbitrary: plain('profile-deleted', fc.record({ alreadyDone: maybe(fc.boolean()) })) },
  { weight: 2, arbitrary: plain('card-destroyed', fc.record({ alreadyDone: maybe(fc.boolean()) })) },
  {
    weight: 1,
    arbitrary: plain(
      'escalation-filed',
      fc.record({ kind: of(ESCALATION_KINDS), about: maybe(of(ESCALATION_SUBJECTS)), answerDue: maybe(near) }),
      'answerDue',
    ),
  },
  { weight: 1, arbitrary: plain('evidence-attached', fc.record({ kind: maybe(of(EVIDENCE_KINDS)) })) },
  {
    weight: 1,
    arbitrary: plain('pack-sealed', fc.record({ sha256: fc.constant('ab'), name: fc.constant('pack.zip') })),
  },
  { weight: 1, arbitrary: plain('note-added', fc.record({ note: fc.string() })) },
);

interface Script {
  rows: Row[];
  /** The last day of the story. */
  day: number;
}

/** What happens day by day, whether it is allowed or not. */
export const anything: fc.Arbitrary<Script> = fc
  .array(fc.record({ step, later: fc.constantFrom(0, 0, 1, 2, 9, 35) }), { maxLength: 30 })
  .map((steps) => {
    let day = FIRST;
    const rows = steps.map(({ step, later }) => {
      day += later;
      return step(day);
    });
    return { rows, day };
  });

/** What a person does who leads a case to its end; `days` after the choice. */
function straight(kind: OptionKind, isVague: boolean, on: (days: number) => IsoDate): Row[] {
  const purpose = kind === 'keep' ? 'cancel' : kind;
  return [
    ['document-composed', on(1), document(purpose)],
    ...SERVICES.map((service): Row => ['account-unlinked', on(2), { service }]),
    ['request-sent', on(3), { via: 'phone', purpose }],
    [
      'contact-logged',
      on(4),
      isVague ? { outcome: 'pre-registered' } : { outcome: 'promised', promisedEndDate: on(20) },
    ],
    ['confirmation-accepted', on(5), { effectiveDate: on(22) }],
    ['line-seen-dead', on(24)],
    ['balance-recorded', on(25), { balanceUsd: '0.00' }],
    ['profile-deleted', on(26)],
    ['card-destroyed', on(26)],
    ['case-abandoned', on(27)],
  ];
}

/**
 * A story that begins with a line and a choice; only what is allowed happens. Of the straight way to the end some steps are
 * taken (`takes`), and anything else comes in between.
 */
export const story: fc.Arbitrary<Script> = fc
  .record({
    told,
    chosen,
    rest: anything,
    takes: fc.array(fc.boolean(), { minLength: 13, maxLength: 13 }),
    all: of([true, false, false]),
    /** Where the story stops. */
    upTo: fc.nat(40),
  })
  .map(({ told, chosen, rest, takes, all, upTo }) => {
    const begin = [told(FIRST), chosen(FIRST)];
    const { kind } = (begin[1] as Extract<Row, readonly ['option-chosen', ...unknown[]]>)[2] ?? { kind: 'cancel' };
    const way = straight(kind, takes[12] === true, (days) => formatDay(FIRST + days));
    const taken = way.filter(([type], i) =>
      type === 'case-abandoned' ? takes[0] && takes[1] && takes[2] : all || takes[i],
    );
    const rows = [...taken, ...(all ? rest.rows.slice(0, 5) : rest.rows)].sort((a, b) =>
      a[1] < b[1] ? -1 : Number(a[1] > b[1]),
    );
    const whole = allowed([...begin, ...rows.slice(0, upTo)]);
    return { rows: whole, day: toDay(whole.at(-1)?.[1] ?? formatDay(FIRST)) };
  });

/** Those of the rows that may follow on those before. */
export function allowed(rows: readonly Row[]): Row[] {
  const { state, add } = growingState(CASE);
  return rows.filter((row) => {
    const event = { ...newEvent(row), seq: state.events.length + 1 } as CaseEvent;
    if (refusalOf(state, event)) return false;
    add(event);
    return true;
  });
}

const conflicting = (value: number, other: number): unknown =>
  fact(value, { confidence: 'conflicting', alternatives: [{ value: other, sources: [BLOG] }] });

const product = fc.record({
  billing: of(['postpaid', 'prepaid', 'package']),
  hasNumber: fc.boolean(),
  days: fc.integer({ min: 0, max: 90 }),
  other: fc.integer({ min: 0, max: 90 }),
  known: fc.boolean(),
  kind: of(['mno', 'mvno', 'travel-esim']),
  vacated: fc.boolean(),
  back: of(['yes', 'no']),
});

/** An invented product, well or badly known, some days after the end of the story. */
export const worldAfter: fc.Arbitrary<(day: number) => CaseWorld> = fc
  .record({ product, later: fc.constantFrom(0, 1, 4, 8, 15, 40, 100, 400) })
  .map(({ product: { billing, hasNumber, days, other, known, kind, vacated, back }, later }) => {
    const told = known ? conflicting(days, other) : undefined;
    const brand = aBrand({ kind }, [
      aProduct({
        service: { hasNumber, billing },
        lapse: { numberLostAfterDays: told },
        refund: { balance: fact(back), deposit: fact('yes'), afterDays: told },
        suspend: { maxDays: told },
        reinstate: { days: told },
        disputes: { waitDays: told, chargeDisputeDays: told },
      }),
    ]);
    const rules = vacated ? RULES.map((rule) => ({ ...rule, state: 'vacated' as const })) : RULES;
    return (day: number) => worldOf(brand, formatDay(day + later), rules);
  });

/** The events of a story with some lost, some fields lost, and some filled with nonsense. */
export const damaged: fc.Arbitrary<CaseEvent[]> = fc
  .record({
    script: anything,
    cut: fc.infiniteStream(fc.nat(9)),
    odd: fc.infiniteStream(fc.oneof(fc.string(), fc.constant('2027-02-30'))),
  })
  .map(({ script, cut, odd }) => {
    const next = (): number => cut.next().value;
    return eventsOf(script.rows).flatMap((event) => {
      if (next() === 0) return [];
      const data = Object.entries(event.data).flatMap(([key, value]) => {
        const fate = next();
        if (fate === 0) return [];
        return [[key, fate === 1 && typeof value === 'string' ? odd.next().value : value]];
      });
      return [
        { ...event, on: next() === 0 ? odd.next().value : event.on, data: Object.fromEntries(data) } as CaseEvent,
      ];
    });
  });
