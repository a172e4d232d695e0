/** The first section of the checklist: what is on the line, whether it comes back, and when it is lost. */
import type { Fact } from '../catalog/schema.ts';
import { standing } from '../decide/facts.ts';
import type { Details } from './details.ts';
import { fact, item } from './item.ts';
import { line, said } from './line.ts';
import type { ChecklistItem, Line } from './types.ts';

/** Money comes first: it is lost with the line, and afterwards the account cannot be opened any more. */
export function moneyItems(details: Details): ChecklistItem[] {
  const { balance, deposit, input, kind } = details;
  const { situation, product } = input;
  const told = situation.line.balanceUsd != null;
  const look = balance !== null ? line('money.told', { usd: balance }) : line(told ? 'money.toldNone' : 'money.look');
  if (kind === 'keep' || kind === 'suspend') return [item(look)];
  const worth = balance !== null || !told;
  return [
    item(look),
    ...(worth ? balanceItems(details) : []),
    ...(deposit !== null ? depositItems(details, deposit) : []),
    ...(details.isPackage ? moneyBack(product.refund.moneyBackDays) : []),
    ...(balance !== null || deposit !== null || details.isPackage ? howItems(details) : []),
  ];
}

function balanceItems({ input, isPackage }: Details): ChecklistItem[] {
  const { refund } = input.product;
  const code = refundCode(refund.balance);
  const kind = isPackage ? 'package' : 'balance';
  const lost = line(isPackage ? 'money.lostPackage' : 'money.lost');
  const notes = noteOf(refund.balance);
  if (code === 'yes') return [item(line(`money.${kind}.yes`), notes)];
  if (code === 'no') return [item(line(`money.${kind}.no`), [...notes, lost])];
  return [item(line(`money.${kind}.${code}`), [...notes, lost])];
}

function depositItems({ input }: Details, usd: string): ChecklistItem[] {
  const { deposit } = input.product.refund;
  return [item(line(`money.deposit.${refundCode(deposit)}`, { usd }), noteOf(deposit))];
}

function moneyBack(days: Fact<number> | undefined): ChecklistItem[] {
  if (typeof days?.value !== 'number') return [];
  return [fact(line('money.moneyBack', { count: days.value }), noteOf(days))];
}

function howItems({ input }: Details): ChecklistItem[] {
  const { how, afterDays } = input.product.refund;
  const after = typeof afterDays?.value === 'number' ? [line('money.after', { count: afterDays.value })] : [];
  if (!how?.value) return after.map((one) => fact(one));
  return [fact(line('money.how'), [said(how.value), ...after])];
}

function refundCode(one: Fact<'yes' | 'no'> | undefined): 'yes' | 'no' | 'conflicting' | 'unknown' {
  const how = standing(one);
  if (how !== 'known') return how;
  return one?.value ?? 'unknown';
}

function noteOf(one: Fact<unknown> | undefined): Line[] {
  return one?.note ? [said(one.note)] : [];
}
