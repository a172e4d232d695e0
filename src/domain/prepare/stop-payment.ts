import type { Details } from './details.ts';
import { carrierRows, doc, endsLine, letterOf, ruleOf, subjectOf } from './extra.ts';
import { line } from './line.ts';
import { citationOf } from './rights.ts';
import type { Line, Writing } from './types.ts';

/**
 * Orders the user's bank to stop the carrier's debits (rule reg-e-stop-payment). Only for a consumer's US bank account or debit
 * card on which automatic payment runs. The account is written in by hand: its number is never asked for here.
 */
export function stopPaymentLetter(details: Details): Writing | null {
  const { input, autopay, isPackage, history } = details;
  const rule = ruleOf(details, 'reg-e-stop-payment');
  const applies = endsLine(details) && autopay === true && input.situation.payment === 'us-debit';
  if (!rule || !applies || history.settled || input.product.service.forBusiness) return null;
  const next = history.debitOn;
  const carrier = input.brand.name.en;
  const days = rule.deadline.unit === 'business' ? rule.deadline.days : null;
  const right: Line[] = days === null ? [] : [doc('stop.right', { citation: citationOf(rule), count: days })];
  return letterOf(details, {
    recipient: [doc('gap.bankName'), doc('gap.bankAddress')],
    subject: subjectOf(details, 'stop-payment'),
    about: [...carrierRows(details), amountRow(details), doc('stop.account')],
    paragraphs: [
      [
        next === null ? doc('stop.order.next', { carrier }) : doc('stop.order.day', { carrier, day: { day: next } }),
        doc('stop.series'),
      ],
      [doc('stop.withdrawn', { carrier }), ...right],
    ],
    confirm: [doc('stop.entered'), doc('stop.howLong'), doc('stop.fee'), doc('stop.form')],
    enclosures: isPackage ? [] : [doc('stop.enclosed')],
    closing: [doc('reply'), line('deliver.mail.thanks')],
  });
}

function amountRow({ input }: Details): Line {
  const usd = input.situation.line.monthlyUsd ?? null;
  return usd === null ? doc('stop.amount.varies') : doc('stop.amount.about', { usd });
}
