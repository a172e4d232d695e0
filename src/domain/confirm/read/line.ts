import type { ReadContext, Reading, Span } from '../reading.ts';

/** A US number with or without its country code. */
const NUMBER = /(?<![\w+])(?:\+?1[\s.-]?)?\(?(\d{3})\)?[\s.-]?(\d{3})[\s.-]?(\d{4})(?!\w)/gu;
/** The last four digits of a number whose beginning is hidden. */
const MASKED = /(?:[*•·●xX#_]{2,}[\s().-]*){1,4}(\d{4})(?!\d)/gu;
const ENDING =
  /(?:ending (?:in|with)|ends in|last (?:4|four)(?: digits)?(?: of [^.\n]{0,20})?|terminad[ao]s? en|[uú]ltimos (?:4|cuatro) d[ií]gitos|尾号|尾號|末四位|后四位|後四位)\s*(?:is|:|：|为|為|son)?\s*[*•xX.-]*\s*(\d{4})(?!\d)/giu;
/** Numbers one calls: toll-free ones (FCC list of toll-free codes) and those a sentence asks to dial. */
const TOLL_FREE = /^8(?:00|33|44|55|66|77|88)/;
const DIALLED =
  /(?:call|dial|phone us|contact|text|support|care|hotline|help|llame|marque|致电|致電|拨打|撥打|客服|热线|熱線)[^.\n。]{0,30}$/iu;
/** What a last-four in this surrounding belongs to instead. */
const CARD =
  /(?:card|visa|mastercard|amex|account|payment|bank|tarjeta|cuenta|卡号|银行卡|信用卡|账户)[^.\n。]{0,25}$/iu;

/** Whether the text is about this line: true, false (it names others only), or null (it names none). */
export function lineIn(text: string, { line, accountNumber }: ReadContext): Reading['line'] {
  const own = (line.msisdn ?? '').replace(/\D/g, '').slice(-10);
  const found: { span: Span; matches: boolean }[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const digits = `${match[1]}${match[2]}${match[3]}`;
    const before = text.slice(0, match.index);
    if (own !== '' && digits === own) found.push({ span: spanOf(match), matches: true });
    else if (!TOLL_FREE.test(digits) && !DIALLED.test(before)) found.push({ span: spanOf(match), matches: false });
  }
  for (const form of [MASKED, ENDING]) {
    for (const match of text.matchAll(form)) {
      const before = text.slice(0, match.index);
      if (found.some(({ span }) => span.start < match.index + match[0].length && match.index < span.end)) continue;
      const mine = own !== '' && match[1] === own.slice(-4);
      if (mine || !CARD.test(before)) found.push({ span: spanOf(match), matches: mine });
    }
  }
  const iccid = (line.iccid ?? '').replace(/\D/g, '');
  for (const wanted of [iccid, (accountNumber ?? '').replace(/\D/g, '')]) {
    const at = wanted.length >= 6 ? text.indexOf(wanted) : -1;
    if (at >= 0) found.push({ span: { start: at, end: at + wanted.length, quote: wanted }, matches: true });
  }
  if (own === '') {
    const known = found.filter(({ matches }) => matches);
    return { matches: known.length > 0 ? true : null, spans: known.map(({ span }) => span) };
  }
  const mine = found.filter(({ matches }) => matches);
  const spans = (mine.length > 0 ? mine : found).map(({ span }) => span);
  return { matches: mine.length > 0 ? true : found.length > 0 ? false : null, spans };
}

function spanOf(match: RegExpMatchArray & { index: number }): Span {
  return { start: match.index, end: match.index + match[0].length, quote: match[0] };
}
