import { whoLine } from './ask.ts';
import type { Details } from './details.ts';
import { doc, endsLine, letterOf, subjectOf } from './extra.ts';
import { line } from './line.ts';
import { rightsOf } from './rights.ts';
import type { Writing } from './types.ts';

/**
 * Takes back the permission for automatic payments. Only where the user said that there is one and the line is given up; the
 * renewals of a package are stopped by e-mail.
 */
export function autopayLetter(details: Details): Writing | null {
  if (!endsLine(details) || details.autopay !== true || details.isPackage || details.history.settled) return null;
  const postpaid = details.input.product.service.billing === 'postpaid';
  return letterOf(details, {
    subject: subjectOf(details, 'autopay-withdrawal'),
    paragraphs: [
      [whoLine(details), doc('autopay.withdraw', { line: { line: details.lineName } }), doc('autopay.stored')],
      [doc(postpaid ? 'autopay.bill' : 'autopay.noMore'), ...rightsOf(details)],
    ],
    confirm: [line('deliver.confirm.autopayOff'), doc('autopay.cardGone'), line('deliver.confirm.reference')],
  });
}
