import { formatDay, type IsoDate, toDay } from '../../time/civil.ts';
import type { Found, ReadContext, Reading, ReadingKind, Span } from '../reading.ts';
import { datesIn } from './dates.ts';
import { lineIn } from './line.ts';
import { sentencesIn } from './sentences.ts';
import {
  ABOUT_ENDING,
  ACCEPTED,
  BILL,
  MORE_WANTED,
  NOT_YET,
  OFFER,
  OTHER_THING,
  PORTED,
  RECEIVED,
  THE_LINE,
} from './words.ts';

/**
 * What a carrier's answer says: a mail, a page, a chat, a text. Pure. It reads the words only; whether they are genuine is another
 * question. Whatever is unclear is null, and `grounds` says why. What an answer quotes of earlier messages is not read.
 */
export function readAnswer(text: string, context: ReadContext): Reading {
  const own = text.slice(0, ownEnd(text));
  const sentences = sentencesIn(own);
  const grounds: Reading['grounds'] = [];
  const { kind, span: kindSpan } = kindOf(own, sentences);
  const line = lineIn(own, context);
  if (line.matches === false) grounds.push({ code: 'other-line', span: line.spans[0] ?? null });
  const dates = datesIn(own, context.receivedOn, context.zone);
  const ends =
    kind === 'accepted' || kind === 'port-out' || kind === 'pre-registered' ? endDates(own, dates, context) : [];
  const days = [...new Set(ends.map(({ value }) => value))];
  if (days.length > 1) grounds.push({ code: 'dates-differ', span: ends[0]?.span ?? null });
  return {
    kind,
    kindSpan,
    effectiveDate: kind === 'pre-registered' || days.length !== 1 ? null : (ends[0] ?? null),
    reference: referenceIn(own),
    line,
    amounts: amountsIn(own),
    callBy: kind === 'pre-registered' ? callByIn(own, sentences, dates, context) : null,
    grounds,
  };
}

/** Where the answer itself ends and what it quotes begins. */
function ownEnd(text: string): number {
  const marks = [
    /^[ \t]*>/mu,
    /^On .{5,120} wrote:\s*$/mu,
    /^-{2,} ?(Original|Forwarded) [Mm]essage/mu,
    /^(El|Le) .{5,120} (escribió|a écrit)\s*:\s*$/mu,
    /^(在|于).{5,80}写道[：:]\s*$/mu,
  ];
  const starts = marks.flatMap((mark) => mark.exec(text)?.index ?? []).filter((at) => text.slice(0, at).trim() !== '');
  return Math.min(text.length, ...starts);
}

interface Told {
  kind: ReadingKind;
  span: Span | null;
}

/** A missing step outweighs everything; an end outweighs a receipt. */
function kindOf(text: string, sentences: readonly Span[]): Told {
  const about = ABOUT_ENDING.test(text);
  const find = (test: (sentence: string) => boolean): Span | null => sentences.find(({ quote }) => test(quote)) ?? null;
  const wanted = about ? find((own) => MORE_WANTED.test(own) && !/\bquestions?\b|疑问|preguntas/iu.test(own)) : null;
  const accepted = find(
    (own) =>
      ACCEPTED.test(own) && !NOT_YET.test(own) && (!OTHER_THING.test(own) || (THE_LINE.test(own) && !isOther(own))),
  );
  const isFinal = accepted !== null && !/not (yet )?(complete|final|cancell?ed)|尚未|还未|aún no/iu.test(text);
  if (
    wanted &&
    !(
      isFinal &&
      !/pre-?regist|预登记|預登記/iu.test(text) &&
      wanted.start > accepted.start &&
      !/complete|finish|finali|confirm|完成|确认|completar|confirmar/iu.test(wanted.quote)
    )
  )
    return { kind: 'pre-registered', span: wanted };
  const ported = find((own) => PORTED.test(own) && !NOT_YET.test(own));
  if (ported) return { kind: 'port-out', span: ported };
  if (accepted) return { kind: 'accepted', span: accepted };
  const received = about ? find((own) => RECEIVED.test(own)) : null;
  if (received) return { kind: 'received-only', span: received };
  const bill = find((own) => BILL.test(own));
  if (bill) return { kind: 'final-bill', span: bill };
  const offer = find((own) => OFFER.test(own));
  return offer ? { kind: 'retention-offer', span: offer } : { kind: 'other', span: null };
}

/** The thing that ended is named right before the verb, and it is not the line. */
function isOther(sentence: string): boolean {
  const verb = ACCEPTED.exec(sentence);
  const before = sentence.slice(0, (verb?.index ?? 0) + (verb?.[0].length ?? 0));
  const near = before.slice(-60);
  return OTHER_THING.test(near) && !THE_LINE.test(near.replace(OTHER_THING, ''));
}

const END_WORDS =
  /effective|last day|final day|\bend(s|ed|ing)?\b|cancel\w*|disconnect\w*|deactivat\w*|terminat\w*|clos(es|ed|ing|ure)|until|through|expire\w*|stops?\b|efectiv[ao]|[uú]ltimo d[ií]a|termina\w*|finaliz\w*|hasta|baja|desactiv\w*|生效|截止|终止|終止|注销|註銷|停止|最后|最後|到期|结束|結束|关闭|停用|将于|將於/giu;
const OTHER_WORDS =
  /\bbill(ed|ing)?\b|statement|invoice|\bdue\b|charg\w*|\bpaid\b|\bpay\w*|refund\w*|request(ed)?|submitted|received|ordered|\bdated\b|(?:order|request|bill|today)\W{0,3}s? date|since|\bcall\w*|\bby\b|before|reply|placed|created|generated|issued|\bsent\b|activated|started|start date|joined|printed|factura\w*|cobr\w*|pago|vence|solicit\w*|recib\w*|llame|antes|账单|帳單|扣款|付款|应付|退款|申请|申請|提交|收到|受理|下单|开通|致电|拨打|之前/giu;
const NOW =
  /\b(effective immediately|immediately|as of today|effective today|ended today|has (now )?ended today)\b|de inmediato|a partir de hoy|立即生效|即时生效|即時生效|今日起|即日起/iu;
const REACH = 90;

/** Days that an ending word stands closest before (or, in the same sentence, right after). */
function endDates(text: string, dates: readonly Found<IsoDate>[], { receivedOn }: ReadContext): Found<IsoDate>[] {
  const bound = dates.filter(({ span }) => {
    const before = text.slice(Math.max(0, span.start - REACH), span.start);
    const end = lastPlace(before, END_WORDS);
    const other = lastPlace(before, OTHER_WORDS);
    if (end >= 0 || other >= 0) return end > other;
    return END_WORDS_ONCE.test(text.slice(span.end, span.end + 60).split(/[.\n。]/u)[0] ?? '');
  });
  if (bound.length > 0) return bound;
  const now = NOW.exec(text);
  return now ? [{ value: receivedOn, span: { start: now.index, end: now.index + now[0].length, quote: now[0] } }] : [];
}

const END_WORDS_ONCE = new RegExp(END_WORDS.source, 'iu');

function lastPlace(text: string, words: RegExp): number {
  return [...text.matchAll(words)].at(-1)?.index ?? -1;
}

/** Labels, the surest first. */
const LABELS = [
  'cancell?ation|confirmation|confirmaci[oó]n|cancelaci[oó]n|确认|確認|注销|註銷',
  'reference|ref|referencia|参考|參考|受理|业务流水|流水',
  'ticket|case|request|interaction|folio|caso|solicitud|工单|工單|申请|申請|编号|編號',
  'order|transaction|pedido|订单|訂單',
];

function referenceIn(text: string): Found<string> | null {
  for (const label of LABELS) {
    const form = new RegExp(
      String.raw`(?:${label})\s*(?:request\s*)?(?:number|no\.?|n[uú]m(?:ero)?\.?|code|id|号码|号|號|编号|編號|#)?\s*(?:is|es|为|為|是)?\s*[:：#]?\s*(?:de\s+\S+\s*[:：]\s*)?#?\s*(?<value>[A-Z0-9][A-Z0-9-]{3,28})(?![\w@])`,
      'giu',
    );
    for (const match of text.matchAll(form)) {
      const value = match.groups?.value ?? '';
      if (!isReference(value)) continue;
      const start = match.index + match[0].length - value.length;
      return { value, span: { start, end: start + value.length, quote: value } };
    }
  }
  return null;
}

/** Not a word, a day, or a telephone number. */
function isReference(value: string): boolean {
  const digits = value.replace(/\D/g, '').length;
  if (digits < 2 || /^\d{1,2}-\d{1,2}-\d{2,4}$|^20\d{2}-\d{2}-\d{2}$|^20\d{2}$/.test(value)) return false;
  return !/^1?-?\d{3}-\d{3}-\d{4}$/.test(value);
}

function amountsIn(text: string): Reading['amounts'] {
  return [...text.matchAll(/(?:US)?\$\s?(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.(\d{2}))?(?!\d)/gu)].map((match) => {
    const value = Number((match[1] ?? '').replaceAll(',', '')) * 100 + Number(match[2] ?? 0);
    const around = text.slice(Math.max(0, match.index - 70), match.index);
    const about = /refund|credit back|reembols|退款|退还/iu.test(around)
      ? ('refund' as const)
      : /final|last (bill|charge)|balance|最后|[uú]ltima/iu.test(around)
        ? ('final-bill' as const)
        : /fee|termination|cargo|手续费|违约金/iu.test(around)
          ? ('fee' as const)
          : ('unknown' as const);
    return { value, about, span: { start: match.index, end: match.index + match[0].length, quote: match[0] } };
  });
}

const WITHIN =
  /(?:within|in the next|next|dentro de|en los pr[oó]ximos)\s+(?:the next\s+)?(\d{1,2}|seven|ten|three|five|siete)\s+(?:calendar\s+|business\s+)?(?:days?|d[ií]as)|(\d{1,2})\s*(?:个)?(?:天|日)(?:之)?(?:内|內)/iu;
const WORDS: Readonly<Record<string, number>> = { three: 3, five: 5, seven: 7, siete: 7, ten: 10 };

function callByIn(
  text: string,
  sentences: readonly Span[],
  dates: readonly Found<IsoDate>[],
  { receivedOn }: ReadContext,
): Found<IsoDate> | null {
  const sentence = sentences.find(({ quote }) => MORE_WANTED.test(quote));
  const within = WITHIN.exec(text);
  const named = dates.find(({ span }) => sentence && span.start >= sentence.start && span.end <= sentence.end);
  if (named) return named;
  if (!within) return null;
  const told = (within[1] ?? within[2] ?? '').toLowerCase();
  const count = WORDS[told] ?? Number(told);
  const span = { start: within.index, end: within.index + within[0].length, quote: within[0] };
  return { value: formatDay(toDay(receivedOn) + count), span };
}
