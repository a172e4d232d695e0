import { autopayLetter } from './autopay.ts';
import { complaintText } from './complaint.ts';
import { deletionLetter } from './deletion.ts';
import type { Details } from './details.ts';
import { disputeNotice } from './dispute.ts';
import type { Extra, ExtraKind } from './extra.ts';
import { followUpLetter } from './follow-up.ts';
import { refundLetter } from './refund.ts';
import { secondRequestLetter } from './second-request.ts';
import { stopPaymentLetter } from './stop-payment.ts';
import type { PlannedDocument, Writing } from './types.ts';

/** In the order in which they may be needed. */
const MAKERS: readonly [ExtraKind, (details: Details) => Writing | null][] = [
  ['refund-request', refundLetter],
  ['autopay-withdrawal', autopayLetter],
  ['stop-payment', stopPaymentLetter],
  ['follow-up', followUpLetter],
  ['second-request', secondRequestLetter],
  ['dispute-notice', disputeNotice],
  ['complaint', complaintText],
  ['deletion-request', deletionLetter],
];

/** The letters beyond the request itself that this case calls for as it stands today. */
export function extrasOf(details: Details): Extra[] {
  return MAKERS.flatMap(([kind, make]) => {
    const writing = make(details);
    if (!writing) return [];
    return [{ kind, name: `${kind}.txt`, purpose: kind === 'second-request' ? details.purpose : null, writing }];
  });
}

/** Whether a document is one of those beyond the request itself. */
export function isFurther(kind: PlannedDocument['kind']): boolean {
  return kind === 'port-sheet' || MAKERS.some(([own]) => own === kind);
}
