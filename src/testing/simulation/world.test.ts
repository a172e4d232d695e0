import { describe, expect, test } from 'vitest';
import { formatDay, toDay } from '../../domain/time/civil.ts';
import { type Lived, live, type Plan, type World } from './world.ts';

const TODAY = toDay('2026-11-24');
const NOTHING = { cents: 0, comesBack: false, afterDays: 0 };

/** $70 a month, next charge 12 December, nothing else. */
function world(over: Partial<World> = {}): World {
  return {
    today: TODAY,
    horizon: toDay('2027-11-24'),
    cycle: { first: toDay('2026-12-12'), unit: 'month', length: 1, anchor: 12 },
    termCents: 7000,
    overdueCents: 0,
    prorated: false,
    effective: 'end-of-cycle',
    noticeDays: 0,
    feeCents: 0,
    loan: null,
    balance: NOTHING,
    balancePays: false,
    deposit: NOTHING,
    pauseCents: null,
    pauseDays: 0,
    portInCents: 0,
    parkingCents: 0,
    parkingEvery: { unit: 'month', length: 1 },
    parkingAfterDays: 0,
    portTakes: { days: 0, businessDayAtMost: false },
    restartCents: [],
    returnsOn: null,
    ...over,
  };
}

const plan = (kind: Plan['kind'], actOn: string | null, over: Partial<Plan> = {}): Plan => ({
  kind,
  actOn: actOn === null ? null : toDay(actOn),
  ...over,
});
const told = (lived: Lived) => lived.events.map(({ day, cents, what }) => `${formatDay(day)} ${cents} ${what}`);
const seen = (over: Partial<World>, chosen: Plan) => live(world(over), chosen, { keepEvents: true });

describe('the world on paper', () => {
  test('keep: twelve charges in twelve months, for ever alive', () => {
    const lived = seen({}, plan('keep', null));
    expect(lived.cents).toBe(12 * 7000);
    expect(lived.events[0]?.day).toBe(toDay('2026-12-12'));
    expect(lived.events.at(-1)?.day).toBe(toDay('2027-11-12'));
    expect(lived.lastServiceDay).toBe(toDay('2027-11-23'));
  });

  test('a cycle of the 31st is charged on the last day of short months, leap year included', () => {
    const over = {
      today: toDay('2028-01-31'),
      horizon: toDay('2029-01-31'),
      cycle: { first: toDay('2028-01-31'), unit: 'month', length: 1, anchor: 31 } as const,
    };
    const days = seen(over, plan('keep', null)).events.map(({ day }) => formatDay(day));
    expect(days.slice(0, 4)).toEqual(['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30']);
    expect(days).toHaveLength(12);
  });

  test('a term of 3 months and one of 30 days', () => {
    const three = {
      cycle: { first: toDay('2026-11-30'), unit: 'month', length: 3, anchor: 30 } as const,
      termCents: 4500,
    };
    expect(told(seen(three, plan('keep', null)))).toEqual([
      '2026-11-30 4500 charge',
      '2027-02-28 4500 charge',
      '2027-05-30 4500 charge',
      '2027-08-30 4500 charge',
    ]);
    const thirty = { cycle: { first: TODAY, unit: 'day', length: 30, anchor: 1 } as const, termCents: 1000 };
    expect(seen(thirty, plan('keep', null)).cents).toBe(13 * 1000);
  });

  test('cancel at the end of the cycle: ordered on its last day it costs nothing more, a day later one month', () => {
    expect(told(seen({}, plan('cancel', '2026-12-11')))).toEqual([]);
    expect(seen({}, plan('cancel', '2026-12-11')).lastServiceDay).toBe(toDay('2026-12-11'));
    expect(told(seen({}, plan('cancel', '2026-12-12')))).toEqual(['2026-12-12 7000 charge']);
    expect(seen({}, plan('cancel', '2026-12-12')).lastServiceDay).toBe(toDay('2027-01-11'));
  });

  test('notice: with 1 day the order must be in on the day before the last', () => {
    expect(seen({ noticeDays: 1 }, plan('cancel', '2026-12-10')).cents).toBe(0);
    expect(seen({ noticeDays: 1 }, plan('cancel', '2026-12-11')).cents).toBe(7000);
  });

  test('cancel at once on 20 December, prorated: paid on the 12th, 22 of 31 days come back', () => {
    const lived = seen({ effective: 'immediate', prorated: true }, plan('cancel', '2026-12-20'));
    expect(told(lived)).toEqual(['2026-12-12 7000 charge', `2026-12-20 ${-Math.floor((7000 * 22) / 31)} unused days`]);
    expect(lived.lastServiceDay).toBe(toDay('2026-12-20'));
    expect(lived.numberHeldUntil).toBe(toDay('2026-12-20'));
  });

  test('a choice is taken as asked', () => {
    const over = { effective: 'choice', prorated: true } as const;
    expect(seen(over, plan('cancel', '2026-11-24', { asksFor: 'immediate' })).cents).toBe(
      -Math.floor((7000 * 17) / 30),
    );
    expect(seen(over, plan('cancel', '2026-11-24', { asksFor: 'end-of-cycle' })).cents).toBe(0);
  });

  test('instalments: eight of 33.34 with credits cancel out; all that is left falls due at the end', () => {
    const loan = { left: 26672, monthly: 3334, credit: 3334, goesOnAfterClose: false };
    expect(seen({ loan }, plan('keep', null)).cents).toBe(12 * 7000);
    expect(told(seen({ loan, feeCents: 500 }, plan('cancel', '2026-12-01')))).toEqual([
      '2026-12-11 500 fee',
      '2026-12-11 26672 instalments due',
    ]);
    expect(seen({ loan }, plan('cancel', '2026-12-20')).cents).toBe(7000 + 26672 - 3334);
  });

  test('instalments that go on lose their credits and run out', () => {
    const loan = { left: 10000, monthly: 3334, credit: 3334, goesOnAfterClose: true };
    expect(told(seen({ loan }, plan('cancel', '2026-12-01')))).toEqual([
      '2026-12-12 3334 instalment',
      '2027-01-12 3334 instalment',
      '2027-02-12 3332 instalment',
    ]);
  });

  test('port-out: fee, monthly parking from the port to keepUntil, the old line charged until then', () => {
    const over = { portInCents: 500, parkingCents: 300, portTakes: { days: 1, businessDayAtMost: false } };
    const lived = seen(over, plan('port-out', '2026-12-11', { parkUntil: toDay('2027-02-11') }));
    expect(told(lived)).toEqual([
      '2026-12-11 500 port-in fee',
      '2026-12-11 300 parking',
      '2026-12-12 7000 charge',
      '2027-01-11 300 parking',
      '2027-02-11 300 parking',
    ]);
    expect(lived.numberHeldUntil).toBe(Number.POSITIVE_INFINITY);
    expect(
      seen({ ...over, portTakes: { days: 0, businessDayAtMost: false } }, plan('port-out', '2026-12-11')).cents,
    ).toBe(500 + 12 * 300);
  });

  test('a port asked for on a Friday is through on Monday at the latest', () => {
    const over = { portTakes: { days: 5, businessDayAtMost: true } };
    expect(seen(over, plan('port-out', '2026-12-11')).lastServiceDay).toBe(toDay('2026-12-14'));
  });

  test('let-lapse ends with the term and needs the lead before the renewal', () => {
    const over = { balance: { cents: 900, comesBack: true, afterDays: 10 } };
    expect(told(seen(over, plan('let-lapse', '2026-12-11')))).toEqual(['2026-12-21 -900 balance back']);
    expect(seen({ noticeDays: 1 }, plan('let-lapse', '2026-12-11')).cents).toBe(7000);
  });

  test('suspend: two charges at the lower price, then the full one again; nothing lower after coming back', () => {
    const over = { pauseCents: 1000, pauseDays: 60 };
    expect(seen(over, plan('suspend', '2026-11-30')).cents).toBe(2 * 1000 + 10 * 7000);
    expect(seen({ ...over, returnsOn: toDay('2027-01-01') }, plan('suspend', '2026-11-30')).cents).toBe(
      1000 + 11 * 7000,
    );
    expect(seen({ pauseDays: 60 }, plan('suspend', '2026-11-30')).cents).toBe(12 * 7000);
  });

  test('coming back: a dead line is bought again, a live one is not', () => {
    const over = { returnsOn: toDay('2027-05-01'), restartCents: [1000, 3500] };
    expect(seen(over, plan('cancel', '2026-12-01')).cents).toBe(4500);
    expect(seen(over, plan('keep', null)).cents).toBe(12 * 7000);
  });

  test('a balance pays charges only where it does', () => {
    const balance = { cents: 10000, comesBack: false, afterDays: 0 };
    expect(seen({ balance, balancePays: true }, plan('keep', null)).cents).toBe(12 * 7000 - 10000);
    expect(seen({ balance }, plan('keep', null)).cents).toBe(12 * 7000);
  });
});
