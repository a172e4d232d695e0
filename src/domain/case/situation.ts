/**
 * What a person tells about one line. Only `line.carrier` is required; null or absent means "I don't know", which widens
 * a cost interval and becomes a question. The fields are described in docs/situation.md.
 */
import { z } from 'zod';
import { printable } from '../errors.ts';
import { formatUsd, parseUsd } from '../money/money.ts';
import { type IsoDate, parseDay } from '../time/civil.ts';
import { checked, type SituationProblem, situationError } from './situation-problems.ts';

const FIRST_DATE = '2000-01-01';
const LAST_DATE = '2100-12-31';
const MAX_TEXT = 500;
const MAX_LIST = 50;

export const BOUGHT_FROM = ['carrier', 'shop', 'marketplace', 'travel-site', 'gift', 'employer', 'unknown'] as const;
export const IN_NAME_OF = ['me', 'seller', 'other', 'unknown'] as const;
export const ACCOUNT_ROLES = ['primary', 'authorised', 'member', 'unknown'] as const;
export const SIM_TYPES = ['physical', 'esim'] as const;
export const KEEP_NUMBER = ['no', 'until', 'forever'] as const;
export const PAYMENTS = ['us-credit', 'us-debit', 'cn-card', 'cash', 'gift'] as const;

/** A field that is checked by `read`, which gives the value or what is wrong with it. */
function field<T>(expected: string, read: (value: unknown) => T | SituationProblem): z.ZodType<T | null | undefined> {
  return z
    .unknown()
    .transform((value, ctx): T | null | undefined => {
      if (value === null || value === undefined) return value;
      const result = read(value);
      if (!isProblem(result)) return result;
      ctx.issues.push({ code: 'custom', message: result.problem, params: { expected }, input: value });
      return z.NEVER;
    })
    .optional() as never;
}

const problem = (code: SituationProblem['problem']): SituationProblem => ({ problem: code });
const isProblem = (value: unknown): value is SituationProblem =>
  typeof value === 'object' && value !== null && 'problem' in value;

const text = field(`"…" (≤ ${MAX_TEXT})`, (value) => {
  if (typeof value !== 'string') return problem('not-text');
  return value.length > MAX_TEXT ? problem('too-long') : printable(value);
});

/** Dollars, kept as `"70.00"`. */
const money = field('"70.00" (≤ 9999999.99)', (value) => {
  if (typeof value !== 'string' && typeof value !== 'number') return problem('not-money');
  if (String(value).trim().startsWith('-')) return problem('negative-money');
  const cents = parseUsd(value);
  return cents === null ? problem('not-money') : formatUsd(cents);
});

const date = field<IsoDate>('YYYY-MM-DD (2000–2100)', (value) => {
  if (typeof value !== 'string' || parseDay(value) === null) return problem('not-date');
  return value < FIRST_DATE || value > LAST_DATE ? problem('date-out-of-range') : value;
});

const whole = (min: number, max: number) =>
  field(`${min}–${max}`, (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return problem('not-whole-number');
    return value < min || value > max ? problem('out-of-range') : value;
  });

const oneOf = <const T extends string>(words: readonly T[]) =>
  field(words.join(', '), (value) => words.find((word) => word === value) ?? problem('not-one-of'));

/** The same, where the word `unknown` is another way of leaving the field out. */
const oneOfOrUnknown = <const T extends string>(words: readonly T[]) =>
  field([...words, 'unknown'].join(', '), (value): T | null | SituationProblem =>
    value === 'unknown' ? null : (words.find((word) => word === value) ?? problem('not-one-of')),
  );

const yesOrNo = field('true, false', (value) => (typeof value === 'boolean' ? value : problem('not-boolean')));

const zone = field('Asia/Shanghai', (value) =>
  typeof value === 'string' && isZone(value) ? value : problem('not-zone'),
);

const country = field('US', (value) =>
  typeof value === 'string' && /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : problem('not-country'),
);

const texts = (example: string) =>
  field(`${example} (≤ ${MAX_LIST})`, (value) => {
    if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) return problem('not-list');
    const list = value as string[];
    return list.length > MAX_LIST || list.some((item) => item.length > MAX_TEXT)
      ? problem('too-long')
      : list.map(printable);
  });

export const situationSchema = z.strictObject({
  holder: z
    .strictObject({ name: text, nameZh: text, address: texts('["…", "…"]'), state: text, email: text })
    .nullish(),
  bought: z
    .strictObject({ from: oneOf(BOUGHT_FROM), seller: text, orderNumber: text, inNameOf: oneOf(IN_NAME_OF) })
    .nullish(),
  account: z.strictObject({ role: oneOf(ACCOUNT_ROLES), number: text }).nullish(),
  line: z.strictObject({
    carrier: z.string().trim().min(1).max(MAX_TEXT),
    product: text,
    msisdn: text,
    iccid: text,
    simType: oneOf(SIM_TYPES),
    monthlyUsd: money,
    /** The day a new billing cycle begins. */
    cycleDay: whole(1, 31),
    /** The last day already paid for. */
    paidThrough: date,
    /** How many months one payment covers. */
    termMonths: whole(1, 60),
    autopay: yesOrNo,
    balanceUsd: money,
    depositUsd: money,
    /** Whether a minimum term still runs. */
    serviceCommitment: oneOfOrUnknown(['yes', 'no']),
    installments: z.strictObject({ remainingUsd: money, monthlyPromoCreditUsd: money, monthlyUsd: money }).nullish(),
    linesOnAccount: whole(1, 9999),
  }),
  leavesOn: date,
  returnsOn: date,
  /** The last day the line must work, included. */
  needsServiceUntil: date,
  userZone: zone,
  userCountry: country,
  number: z
    .strictObject({
      keep: oneOfOrUnknown(KEEP_NUMBER),
      keepUntil: date,
      codesStillSentHere: texts('["bank", "wechat"]'),
    })
    .nullish(),
  payment: oneOf(PAYMENTS),
});

export type Situation = z.output<typeof situationSchema>;

/**
 * The situation in `input` (parsed JSON), with money as `"70.00"`. Throws `situation-field` for the first thing wrong:
 * where, what, what would be right, and how many things are wrong. A value is never repeated: it may be a secret.
 */
export function parseSituation(input: unknown): Situation {
  const situation = checked(situationSchema, input);
  const { leavesOn, returnsOn } = situation;
  if (leavesOn && returnsOn && returnsOn < leavesOn) {
    throw situationError({ path: 'returnsOn', problem: 'returns-before-leaving', expected: 'returnsOn >= leavesOn' });
  }
  return situation;
}

/** Making an Intl format costs more than all the rest of the check, and people live in few zones. */
const knownZones = new Set<string>();

function isZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  if (knownZones.size < 1000) knownZones.add(name);
  return true;
}
