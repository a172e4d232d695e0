import { LIMITS } from '../../limits.ts';
import { formatDay } from '../../time/civil.ts';
import type { Found, ReadContext, Reading, Span } from '../reading.ts';
import { amountsOf } from './amounts.ts';
import { termOf } from './call-by.ts';
import { type DateFound, datesOf } from './dates.ts';
import { roleOf } from './effective.ts';
import { type Folded, folded, spanOf, trimmedSpan } from './fold.ts';
import type { ReadingGround } from './grounds.ts';
import { type Judged, judged, signalsOf } from './kind.ts';
import { mentionsOf } from './line.ts';
import { lineOf } from './line-match.ts';
import { withoutQuoted } from './quoted.ts';
import { type ReferenceFound, referencesOf } from './reference.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

type Ground = { code: ReadingGround; span: Span | null };

/** A text with more dates than these is a list, not an answer. */
const MOST_DATES = 300;

/** Cheap looks before the costly ones: most sentences of a mail set no term and name no sum. */
const MAY_SET_TERM = /\d|\b(?:within|days?|hours?|weeks?|d[ií]as?)\b|内/i;
const MAY_BE_MONEY = /\$|USD|[Dd]ollar|d[oó]lar|美/;

const WITH_END = ['accepted', 'port-out', 'received-only', 'pre-registered', 'final-bill'];

/**
 * What a carrier's answer says, every value with the words it rests on (offsets into `text` as given). English, Spanish and
 * Chinese. What is unclear is null or `other`, with a ground that says why; earlier messages repeated below are passed over.
 * Text beyond `LIMITS.answerChars` is not read. Throws nothing but RangeError where `receivedOn` or `zone` is none.
 */
export function readAnswer(text: string, context: ReadContext): Reading {
  const whole = folded(text.slice(0, LIMITS.answerChars));
  const now = withoutQuoted(whole.text);
  const sentences = sentencesOf(now);
  const dates = datesOf(now, context).slice(0, MOST_DATES);
  const mentions = mentionsOf(now, context);
  const end = endOf(now, sentences, dates, whole);
  const signals = signalsOf(sentences);
  const judgment = judged(signals, { ...end, text: now, mentions, carrierNames: context.carrierNames });
  const line = lineOf(mentions, judgment, whole);
  const reference = referenceOf(referencesOf(now, context), whole);
  const shownEnd = WITH_END.includes(judgment.kind);
  return {
    kind: judgment.kind,
    kindSpan: judgment.signal ? spanAround(whole, judgment) : null,
    effectiveDate: shownEnd ? end.date : null,
    reference: reference.found,
    line: { matches: line.matches, spans: line.spans },
    amounts: sentences
      .filter(({ text: own }) => MAY_BE_MONEY.test(own))
      .flatMap((sentence) =>
        amountsOf(sentence).map(({ cents, about, start, end: to }) => ({
          value: cents,
          span: spanOf(whole, start, to),
          about,
        })),
      ),
    callBy: callByOf(sentences, dates, context, whole, judgment),
    grounds: unique([
      ...judgment.grounds.map(({ code, at }) => ({ code, span: at ? trimmedSpan(whole, at.start, at.end) : null })),
      ...(shownEnd ? end.grounds : []),
      ...line.grounds,
      ...reference.grounds,
      ...(text.length > LIMITS.answerChars ? [{ code: 'text-too-long' as const, span: null }] : []),
    ]),
  };
}

function spanAround(whole: Folded, { signal }: Judged): Span {
  return trimmedSpan(whole, signal?.start ?? 0, signal?.end ?? 0);
}

export interface EndFound {
  date: Found<string> | null;
  /** The end is told, if not as a date: at the end of the cycle, within some hours. */
  told: boolean;
  grounds: Ground[];
}

const END_OF_CYCLE =
  /\bend\s+of\s+(?:your|the|this)\s+(?:current\s+|final\s+)?(?:bill(?:ing)?|service|prepaid|monthly)\s+(?:cycle|period|month)\b|\bwhen\s+your\s+(?:current\s+)?(?:billing\s+)?(?:cycle|period)\s+ends\b|账单周期(?:结束|末)|本期结束|\bfin(?:al)?\s+de(?:l)?\s+(?:su\s+)?(?:ciclo|per[ií]odo)\b/i;
const SOON =
  /\b(?:within|in)\s+(?:the\s+next\s+)?\d{1,3}\s*(?:-\s*\d{1,3}\s*)?(?:hours?|(?:business\s+)?days?)\b|\d+\s*小时(?:之?内)/i;

function endOf(text: string, sentences: readonly Sentence[], dates: readonly DateFound[], whole: Folded): EndFound {
  const ending = dates.filter((date) => {
    const sentence = sentences.find((own) => date.start >= own.start && date.end <= own.end + 1);
    return sentence !== undefined && roleOf(date, sentence) === 'end';
  });
  const first = ending[0];
  const cycle = END_OF_CYCLE.exec(text);
  if (!first) {
    const grounds: Ground[] = cycle
      ? [{ code: 'end-of-cycle', span: trimmedSpan(whole, cycle.index, cycle.index + cycle[0].length) }]
      : [];
    return { date: null, told: cycle !== null || SOON.test(text), grounds };
  }
  const spanned = (date: DateFound): Span => spanOf(whole, date.start, date.end);
  const unclear = ending.find((date) => date.day === null);
  if (unclear) return { date: null, told: true, grounds: [{ code: 'unclear-date', span: spanned(unclear) }] };
  const other = ending.find((date) => date.day !== first.day);
  if (other) {
    const grounds: Ground[] = [first, other].map((date) => ({ code: 'dates-disagree', span: spanned(date) }));
    return { date: null, told: true, grounds };
  }
  return { date: { value: formatDay(first.day ?? 0), span: spanned(first) }, told: true, grounds: [] };
}

function referenceOf(
  all: readonly ReferenceFound[],
  whole: Folded,
): { found: Found<string> | null; grounds: Ground[] } {
  const first = all[0];
  if (!first) return { found: null, grounds: [] };
  const spanned = ({ start, end }: ReferenceFound): Span => spanOf(whole, start, end);
  const other = all.find(({ rank, value }) => rank === first.rank && value.toUpperCase() !== first.value.toUpperCase());
  if (other)
    return { found: null, grounds: [first, other].map((own) => ({ code: 'references-disagree', span: spanned(own) })) };
  return { found: { value: first.value, span: spanned(first) }, grounds: [] };
}

function callByOf(
  sentences: readonly Sentence[],
  dates: readonly DateFound[],
  { receivedOn }: ReadContext,
  whole: Folded,
  { kind }: Judged,
): Found<string> | null {
  if (kind === 'retention-offer' || kind === 'final-bill') return null;
  for (const sentence of sentences) {
    if (!MAY_SET_TERM.test(sentence.text)) continue;
    const own = dates.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const term = termOf(sentence, own, receivedOn);
    if (term) return { value: formatDay(term.day), span: spanOf(whole, term.start, term.end) };
  }
  return null;
}

function unique(grounds: readonly Ground[]): Ground[] {
  return grounds.filter(
    ({ code, span }, index) =>
      grounds.findIndex((own) => own.code === code && own.span?.start === span?.start) === index,
  );
}
