import type { Details } from './details.ts';
import { doc, letterOf, ruleOf, subjectOf } from './extra.ts';
import { line } from './line.ts';
import { citationOf, inState } from './rights.ts';
import type { Line, Writing } from './types.ts';

/** Asks for personal data to be deleted. Comes last: after the end, the money and every dispute, which need the records. */
export function deletionLetter(details: Details): Writing | null {
  const { history, input } = details;
  if (!history.settled || !history.ended || input.product.service.forBusiness) return null;
  const end = history.endedOn === null ? [] : [doc('deletion.ended', { end: { day: history.endedOn } })];
  return letterOf(details, {
    subject: subjectOf(details, 'deletion-request'),
    paragraphs: [
      [doc('deletion.who', { name: details.name, line: { line: details.lineName } }), ...end, doc('deletion.ask')],
      [...californiaLines(details), doc('deletion.marketing')],
    ],
    confirm: [doc('deletion.done'), doc('deletion.kept'), doc('deletion.until'), line('deliver.confirm.reference')],
  });
}

/**
 * The CCPA is for people living in California and takes in the big carriers; of resellers it takes in many, so for them it is
 * not cited. Who has left the state by now is not sure to be one of them.
 */
function californiaLines(details: Details): Line[] {
  const { input } = details;
  const { leavesOn } = input.situation;
  const rule = ruleOf(details, 'ccpa-delete');
  const gone = leavesOn != null && leavesOn <= input.today;
  if (!rule || gone || input.brand.kind !== 'mno' || !inState(details, 'CA')) return [];
  const receipt = ruleOf(details, 'ccpa-ack');
  const days = receipt?.deadline.unit === 'business' ? receipt.deadline.days : null;
  return [
    doc('deletion.right', { citation: citationOf(rule) }),
    ...(days === null ? [] : [doc('deletion.receipt', { count: days })]),
  ];
}
