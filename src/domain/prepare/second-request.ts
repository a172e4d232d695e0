import { confirmLines, requestLines, whoLine } from './ask.ts';
import { isComplainable } from './complaint.ts';
import type { Details } from './details.ts';
import { doc, letterOf, subjectOf } from './extra.ts';
import { addDays } from './line.ts';
import type { Writing } from './types.ts';

/** How long we ask the carrier to take: our own measure, no rule says so. */
const ANSWER_DAYS = 14;

/** Asks again for what was asked for and not answered by the day it was due. */
export function secondRequestLetter(details: Details): Writing | null {
  const { history, input, asked } = details;
  if (!history.trouble.includes('no-answer') || history.asked === null) return null;
  const { on, via } = history.asked;
  const further = isComplainable(details) ? [doc('second.further')] : [];
  return letterOf(details, {
    subject: subjectOf(details, 'second-request'),
    paragraphs: [
      [
        whoLine(details),
        doc('second.asked', {
          on: { day: on },
          via: { line: doc(`via.${via}`) },
          wish: { line: doc(`wish.${asked}`) },
        }),
        doc('second.none'),
      ],
      requestLines(details, 'written'),
      [doc('second.by', { day: { day: addDays(input.today, ANSWER_DAYS) } }), ...further],
    ],
    confirm: confirmLines(details),
    enclosures: [doc('second.enclosed')],
  });
}
