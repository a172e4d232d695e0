import type { Fact } from '../catalog/schema.ts';
import { standing } from '../decide/facts.ts';
import { whoLine } from './ask.ts';
import type { Details } from './details.ts';
import { doc, endsLine, letterOf, subjectOf } from './extra.ts';
import { line } from './line.ts';
import type { Line, Writing } from './types.ts';

/**
 * Asks for a balance or a deposit back. Only where the user told of one or one is due after the end, and not for what the
 * carrier is known not to pay back. A package is asked back in the e-mail already.
 */
export function refundLetter(details: Details): Writing | null {
  if (!endsLine(details) || details.isPackage) return null;
  const asked = askedFor(details);
  if (asked.length === 0) return null;
  const { endedOn, ended } = details.history;
  const end = endedOn === null ? [] : [doc(`refund.${ended ? 'ended' : 'ends'}`, { end: { day: endedOn } })];
  return letterOf(details, {
    subject: subjectOf(details, 'refund-request'),
    paragraphs: [
      [whoLine(details), ...end, ...asked],
      [...termsLines(details), doc('refund.how')],
    ],
    confirm: ['refundSum', 'refundWhen', 'reference'].map((code) => line(`deliver.confirm.${code}`)),
  });
}

/** After the end what is still due; before it what the user saw on the line. */
function askedFor({ history, balance, deposit, input }: Details): Line[] {
  if (history.refundUsd !== null) return [doc('refund.due', { usd: history.refundUsd })];
  if (history.ended) return [];
  const { refund, service } = input.product;
  // What a postpaid customer calls the balance is what is owed.
  const back = balance !== null && service.billing !== 'postpaid' && mayComeBack(refund.balance) ? balance : null;
  const held = deposit !== null && mayComeBack(refund.deposit) ? deposit : null;
  return [
    ...(back === null ? [] : [doc('refund.balance', { usd: back })]),
    ...(held === null ? [] : [doc('refund.deposit', { usd: held })]),
  ];
}

function mayComeBack(one: Fact<'yes' | 'no'> | undefined): boolean {
  return !(standing(one) === 'known' && one?.value === 'no');
}

/** The carrier's own pages are only named where they were read. */
function termsLines({ input, balance }: Details): Line[] {
  const fact = input.product.refund.balance;
  return balance !== null && fact?.value === 'yes' && fact.confidence === 'official' ? [doc('refund.terms')] : [];
}
