import type { Details } from './details.ts';
import { carrierRows, doc, letterOf, ruleOf, subjectOf } from './extra.ts';
import type { Line, Writing } from './types.ts';

/** The FCC passes complaints on to US phone companies; a shop of travel eSIMs abroad is surely none (rule fcc-informal-complaint). */
export function isComplainable(details: Details): boolean {
  const { kind } = details.input.brand;
  return (kind === 'mno' || kind === 'mvno') && ruleOf(details, 'fcc-informal-complaint') !== null;
}

/** The text for the FCC's form. Only after a refusal, a wrong charge or no answer in time. */
export function complaintText(details: Details): Writing | null {
  const { history, asked, purpose, input, lineName } = details;
  if (history.trouble.length === 0 || purpose === null || !isComplainable(details)) return null;
  const carrier = input.brand.name.en;
  return letterOf(details, {
    sender: [],
    recipient: [],
    subject: subjectOf(details, 'complaint'),
    about: [...carrierRows(details), doc('about.line', { line: { line: lineName } })],
    paragraphs: [
      [
        doc('complaint.who', { name: details.name, carrier }),
        doc(`complaint.wanted.${asked}`, { line: { line: lineName } }),
      ],
      history.trouble.map((one) => doc(`dispute.because.${one}`, { carrier })),
    ],
    happened: [...history.happened],
    confirmIntro: doc('complaint.want', { carrier }),
    confirm: [
      ...(history.trouble.some((one) => one !== 'charge')
        ? [doc(`dispute.remedy.${asked}`, { line: { line: lineName } })]
        : []),
      ...(history.chargedUsd === null ? [] : [doc('dispute.remedy.charge', { usd: history.chargedUsd })]),
      doc('dispute.remedy.written'),
    ],
    closing: [doc('complaint.attached')],
  });
}

/** The issue to choose in the form, as the rule names them. */
export function issueLine({ history, purpose }: Details): Line {
  const issue = purpose === 'port-out' ? 'number' : history.trouble.includes('charge') ? 'billing' : 'service';
  return doc(`complaint.issue.${issue}`);
}
