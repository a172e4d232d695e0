/** What all documents of a case draw on, read once from the input. */
import type { Purpose } from '../case/events.ts';
import type { CheckedChannel } from '../check/types.ts';
import type { OptionKind } from '../decide/types.ts';
import { formatUsd, parseUsd } from '../money/money.ts';
import type { IsoDate } from '../time/civil.ts';
import { clean } from './clean.ts';
import { type CaseHistory, NO_HISTORY } from './history.ts';
import { line, typed } from './line.ts';
import type { Line, MissingField, PrepareInput, Value } from './types.ts';

/** How the end date is asked for. `refund`: a package is not cancelled but given back. */
export type EndWish = 'cycle' | 'today' | 'on' | 'through' | 'ask' | 'refund';

export interface Details {
  input: PrepareInput;
  kind: OptionKind;
  purpose: Purpose | null;
  /** What is asked for: the purpose, and money back where a package is given back. */
  asked: Purpose | 'refund';
  /** A data package that ends by itself: there is money to ask back, no line to cancel. */
  isPackage: boolean;
  /** Whether the option gives the number up. */
  endsNumber: boolean;
  channels: readonly CheckedChannel[];
  name: Value;
  nameZh: string | null;
  accountNumber: Value;
  toldAccount: boolean;
  msisdn: string | null;
  iccid: string | null;
  orderNumber: string | null;
  email: string | null;
  address: string[];
  /** The line in words: its number, or what stands for it. */
  lineName: Line;
  wish: EndWish;
  /** The last day with service to ask for; null: none is known. */
  end: IsoDate | null;
  autopay: boolean | null;
  balance: string | null;
  deposit: string | null;
  seller: string | null;
  history: CaseHistory;
}

/** The facts of one case, cleaned. `[…]` gaps stand in for what was not told. */
export function detailsOf(input: PrepareInput): Details {
  const { situation, option, product, checked } = input;
  const { holder, bought, account, line: told } = situation;
  const purpose = option.kind === 'keep' ? null : option.kind;
  const isPackage = product.service.billing === 'package';
  const found = {
    msisdn: clean(told.msisdn),
    iccid: clean(told.iccid),
    orderNumber: clean(bought?.orderNumber),
    email: clean(holder?.email),
  };
  return {
    input,
    kind: option.kind,
    purpose,
    asked: isPackage && option.kind === 'cancel' ? 'refund' : (purpose ?? 'cancel'),
    isPackage,
    endsNumber: product.service.hasNumber && (option.kind === 'cancel' || option.kind === 'let-lapse'),
    channels: checked.channels,
    name: toldOr(clean(holder?.name) ?? clean(holder?.nameZh), 'holder-name'),
    nameZh: clean(holder?.name) === null ? null : clean(holder?.nameZh),
    accountNumber: toldOr(clean(account?.number), 'account-number'),
    toldAccount: clean(account?.number) !== null,
    ...found,
    address: (holder?.address ?? []).flatMap((row) => clean(row) ?? []),
    lineName: nameOf(found, product.service.hasNumber, isPackage, lineGap(input)),
    ...endOf(input, isPackage),
    autopay: told.autopay ?? null,
    balance: moneyOf(told.balanceUsd),
    deposit: moneyOf(told.depositUsd),
    seller: clean(bought?.seller),
    history: input.history ?? NO_HISTORY,
  };
}

function toldOr(text: string | null, field: MissingField): Value {
  return text === null ? { gap: field } : typed(text);
}

type Found = Pick<Details, 'msisdn' | 'iccid' | 'orderNumber' | 'email'>;

/** A line with a number goes by it. Others go by card, order, number or e-mail, whichever is known first. */
function nameOf(
  { msisdn, iccid, orderNumber, email }: Found,
  hasNumber: boolean,
  isPackage: boolean,
  gap: LineGap,
): Line {
  const number = line('deliver.line.number', { number: msisdn === null ? { gap: 'msisdn' } : phone(msisdn) });
  if (hasNumber) return number;
  if (iccid !== null) return line(`deliver.line.${isPackage ? 'esim' : 'card'}`, { iccid: typed(iccid) });
  if (orderNumber !== null) return line('deliver.line.order', { order: typed(orderNumber) });
  if (msisdn !== null) return number;
  if (email !== null) return line('deliver.line.email', { email: typed(email) });
  if (gap === 'msisdn') return number;
  return gap === 'order-number'
    ? line('deliver.line.order', { order: { gap } })
    : line('deliver.line.card', { iccid: { gap } });
}

type LineGap = 'msisdn' | 'iccid' | 'order-number';

/** What to ask for where nothing names the line yet: its number if it has one or the carrier goes by it. */
export function lineGap({ product, checked, situation }: PrepareInput): LineGap {
  const asksFor = (field: LineGap): boolean => checked.needs.some((need) => need.field === field);
  if (product.service.hasNumber) return 'msisdn';
  if (product.service.billing === 'package') return 'order-number';
  return clean(situation.line.msisdn) !== null || (asksFor('msisdn') && !asksFor('iccid')) ? 'msisdn' : 'iccid';
}

/** US numbers as people read them; anything else as typed. */
export function phone(msisdn: string): Value {
  const digits = msisdn.replace(/[\s().-]/g, '');
  const match = /^(?:\+?1)?([2-9]\d{2})([2-9]\d{2})(\d{4})$/.exec(digits);
  return typed(match ? `+1 ${match[1]}-${match[2]}-${match[3]}` : msisdn);
}

function endOf(
  { situation, option, checked }: PrepareInput,
  isPackage: boolean,
): { wish: EndWish; end: IsoDate | null } {
  if (isPackage) return { wish: 'refund', end: option.endsOn };
  const { value, confidence } = checked.effective;
  const needed = situation.needsServiceUntil ?? situation.leavesOn ?? null;
  const settled = confidence === 'conflicting' ? null : value;
  if (settled === 'end-of-cycle') return { wish: 'cycle', end: option.endsOn };
  if (settled === 'immediate') return { wish: option.endsOn === null ? 'ask' : 'today', end: option.endsOn };
  if (settled === 'choice' && option.endsOn !== null) return { wish: 'on', end: option.endsOn };
  return needed === null ? { wish: 'ask', end: null } : { wish: 'through', end: needed };
}

/** Dollars above nothing; null where nothing is there or nobody said. */
function moneyOf(usd: string | null | undefined): string | null {
  const cents = usd == null ? null : parseUsd(usd);
  return cents === null || cents === 0 ? null : formatUsd(cents);
}
