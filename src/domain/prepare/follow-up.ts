import { whoLine } from './ask.ts';
import type { Details } from './details.ts';
import { doc, letterOf, subjectOf } from './extra.ts';
import type { ToldOrally } from './history.ts';
import { addDays, typed } from './line.ts';
import type { Line, Writing } from './types.ts';
import { replyLine } from './writing.ts';

/** How long the carrier is given to object: our own measure, no rule says so. */
const ANSWER_DAYS = 7;

/** Pins down in writing what was only said, so that it can be shown later; null: nothing was said, or it stands in writing. */
export function followUpLetter(details: Details): Writing | null {
  const { told } = details.history;
  if (told === null || details.purpose === null) return null;
  return letterOf(details, {
    subject: subjectOf(details, 'follow-up'),
    paragraphs: [[whoLine(details), spokeLine(told)]],
    confirmIntro: doc('follow.intro'),
    confirm: pointsOf(told, details),
    closing: [doc('follow.by', { day: { day: addDays(details.input.today, ANSWER_DAYS) } }), replyLine(details)],
  });
}

function spokeLine({ on, via, agent, reference }: ToldOrally): Line {
  return doc('follow.spoke', {
    on: { day: on },
    via: { line: doc(`via.${via}`) },
    agent: agent === null ? '' : { line: doc('follow.agent', { agent: typed(agent) }) },
    reference: reference === null ? '' : { line: doc('happened.reference', { reference: typed(reference) }) },
  });
}

/** Outcomes that say something by themselves. */
const SAID = ['refused', 'pre-registered', 'call-back', 'promised'];

/** What was said, point by point; the wish itself comes last where nothing was promised. */
function pointsOf(told: ToldOrally, { asked, lineName }: Details): Line[] {
  const { outcome, endDate, refundUsd, callBy } = told;
  return [
    ...(outcome !== null && SAID.includes(outcome)
      ? [doc(`follow.said.${outcome}`, { wish: { line: doc(`wish.${asked}`) } })]
      : []),
    ...(endDate === null ? [] : [doc('follow.end', { line: { line: lineName }, day: { day: endDate } })]),
    ...(refundUsd === null ? [] : [doc('follow.refund', { usd: refundUsd })]),
    ...(callBy === null ? [] : [doc('follow.callBy', { day: { day: callBy } })]),
    ...(endDate === null && outcome !== 'refused' ? [doc('follow.when')] : []),
    doc('follow.charges'),
  ];
}
