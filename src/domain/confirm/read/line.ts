import type { ReadContext } from '../reading.ts';

/** A line or account named in the folded text. `ours` null: too little of it to tell. */
export interface Mention {
  ours: boolean | null;
  what: 'number' | 'iccid' | 'account';
  start: number;
  end: number;
}

const FULL = /(?<![\d*xX#-])(?:\+?1[\s.-]*)?\(?\d{3}\)?[\s.-]{0,3}\d{3}[\s.-]{0,3}\d{4}(?![\d*])/g;
/** Digits partly hidden: `(***) ***-0143`, `xxx-xxx-0143`, `202-***-**43`, `...0143`. */
const MASKED =
  /(?<![\p{L}\d])(?=[\d*xX#_.\s()+-]{0,22}(?:[*xX#_.\u2026]{2}|\u2026))(?:[\d*xX#_\u2026(+]|\.{2,})[\d*xX#_.\u2026\s()+-]{0,20}\d{2,}(?![\p{L}\d*])/gu;
const ENDING =
  /\b(?:end(?:s|ing)?\s+(?:in|with)|ending(?=\s+[#*xX.-]{0,12}\d{4}\b)|last\s+(?:four|4)(?:\s+digits)?(?:\s+(?:are|of|is))?|final\s+(?:four|4)(?:\s+digits)?|termina(?:d[ao]|n)?\s+en|que\s+termina\s+en|[u\u00fa]ltimos\s+(?:cuatro|4)(?:\s+d[i\u00ed]gitos)?)\s*:?\s*[#*xX.-]{0,12}(?<digits>\d{3,8})(?!\d|[/.]\d|-\d)/gi;
const ENDING_ZH =
  /(?:\u5c3e\u53f7|\u672b(?:\u5c3e)?[\u56db4]\u4f4d|\u540e[\u56db4]\u4f4d)(?:\u53f7\u7801|\u6570\u5b57)?\s*(?:\u4e3a|\u662f|:)?\s*(?<digits>\d{4})(?!\d)/g;
const ICCID = /(?<![\d*])89(?:[\s-]?\d){16,18}(?![\d*])/g;
const ACCOUNT =
  /\b(?:account|acct|cuenta)\.?\s*(?:(?:number|no\.?|nbr|#|id|n[u\u00fa]mero)\s*)?(?:is|:|#|-)?\s*(?<value>(?=[A-Z-]*\d)[\dA-Z][\dA-Z-]{4,20})(?![\w*])/gi;
const ACCOUNT_ZH =
  /(?:\u8d26\u6237|\u8d26\u53f7|\u5e10\u53f7|\u5e10\u6237)(?:\u53f7\u7801|\u53f7)?\s*(?:\u4e3a|\u662f|:)?\s*(?<value>[\dA-Z][\dA-Z-]{4,20})/gi;

const CONTACT =
  /(?:\b(?:call|calling|dial|phone us|text|contact|reach|fax|tel|telephone|toll[ -]free|tty|hotline|support|customer (?:care|service)|us at|chat|whatsapp|llam\w+|marque|callback|call you|reach you|contact number|alternate)\b|\u81f4\u7535|\u62e8\u6253|\u6765\u7535|\u7535\u8bdd\u8054\u7cfb|\u5ba2\u670d|\u70ed\u7ebf)[^.]{0,24}$/i;
const LINE_BEFORE =
  /(?:\b(?:lines?|numbers?|phone|mobile|wireless|service|subscriber|device|msisdn|mdn|ctn|for|of|cancell?ed|disconnected|deactivated|terminated|cancel|disconnect|l[i\u00ed]neas?|n[u\u00fa]meros?|servicio|celular)\b|\u53f7\u7801|\u7ebf\u8def|\u624b\u673a\u53f7|\u624b\u673a|\u5c3e\u53f7)[^.]{0,28}$/i;
const CARD =
  /\b(?:card|visa|mastercard|amex|american express|discover|debit|credit|bank|checking|savings|payment(?: method)?|tarjeta|banco)\b[^.]{0,24}$|(?:\u94f6\u884c\u5361|\u4fe1\u7528\u5361|\u50a8\u84c4\u5361)[^\u3002]{0,12}$/i;
const SIM = /\b(?:iccid|e?sim(?:\s+card)?(?:\s+number)?)\b[^.]{0,24}$|\u5361\u53f7[^\u3002]{0,8}$/i;
const ACCOUNT_BEFORE =
  /\b(?:account|acct|cuenta)\b[^.]{0,20}$|(?:\u8d26\u6237|\u8d26\u53f7|\u5e10\u53f7)[^\u3002]{0,8}$/i;
const LINE_NEAR = /\b(?:line|number|phone|mobile|wireless|l[i\u00ed]nea|n[u\u00fa]mero)\b[^.]{0,24}$/i;
const TOLL_FREE = /^8(?:00|33|44|55|66|77|88)/;

/** Every line or account the text names as such; numbers to call are none. */
export function mentionsOf(text: string, context: ReadContext): Mention[] {
  const all: Mention[] = [];
  const free = (start: number, end: number): boolean => all.every((own) => end <= own.start || start >= own.end);
  const add = (mention: Mention | null): void => {
    if (mention && free(mention.start, mention.end)) all.push(mention);
  };
  for (const match of text.matchAll(ICCID)) add(ofIccid(match[0].replace(/\D/g, ''), place(match), context));
  for (const match of [...text.matchAll(ACCOUNT), ...text.matchAll(ACCOUNT_ZH)]) add(ofAccount(match, text, context));
  for (const match of text.matchAll(FULL)) add(ofFull(match, text, context));
  for (const match of [...text.matchAll(ENDING), ...text.matchAll(ENDING_ZH)]) {
    add(ofTail(match.groups?.digits ?? '', place(match), text, context));
  }
  for (const match of text.matchAll(MASKED)) add(ofMasked(match, text, context));
  return all.sort((a, b) => a.start - b.start);
}

interface Place {
  start: number;
  end: number;
}
const place = (match: RegExpExecArray): Place => ({ start: match.index, end: match.index + match[0].length });
const before = (text: string, at: number, most = 60): string => {
  const part = text.slice(Math.max(0, at - most), at);
  return part.slice(Math.max(part.lastIndexOf('\n\n'), part.lastIndexOf('\u3002')) + 1);
};

/** The number as people write it in the US, ten digits; others as they are. */
export function nationalOf(msisdn: string | null): string | null {
  const digits = msisdn?.replace(/\D/g, '') ?? '';
  if (digits.length < 7) return null;
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}

function ofIccid(digits: string, at: Place, { line }: ReadContext): Mention | null {
  if (line.iccid === null) return null;
  const own = line.iccid.replace(/\D/g, '');
  // With or without the check digit at its end.
  const same =
    digits === own ||
    (Math.abs(digits.length - own.length) === 1 && (digits.startsWith(own) || own.startsWith(digits)));
  return { what: 'iccid', ours: same, ...at };
}

function ofFull(match: RegExpExecArray, text: string, { line }: ReadContext): Mention | null {
  const digits = match[0].replace(/\D/g, '');
  const number = digits.length === 11 ? digits.slice(1) : digits;
  const at = { start: match.index, end: match.index + match[0].length };
  const lead = before(text, match.index);
  const own = nationalOf(line.msisdn);
  // A bare run of ten digits is as often an order number; grouped, it is a phone number.
  const grouped = /[\s().-]/.test(match[0].slice(1, -1));
  if (CONTACT.test(lead) || TOLL_FREE.test(number)) return null;
  if (own !== null && number === own) return { what: 'number', ours: true, ...at };
  if (own === null || (digits.length === 11 && !digits.startsWith('1'))) return null;
  const bound = LINE_BEFORE.test(lead) || /^\s*(?:[*-]\s*)?$/.test(lead.slice(lead.lastIndexOf('\n') + 1));
  if (!bound || (!grouped && !LINE_NEAR.test(lead))) return null;
  return { what: 'number', ours: false, ...at };
}

function ofTail(digits: string, at: Place, text: string, context: ReadContext): Mention | null {
  const lead = before(text, at.start);
  if (CARD.test(lead) && !LINE_NEAR.test(lead.slice(-24))) return null;
  if (SIM.test(lead)) return tailOf(digits, context.line.iccid, 'iccid', at);
  if (ACCOUNT_BEFORE.test(lead) && !LINE_NEAR.test(lead.slice(-28))) {
    return context.accountNumber === null ? null : tailOf(digits, context.accountNumber, 'account', at);
  }
  return tailOf(digits, nationalOf(context.line.msisdn), 'number', at);
}

function tailOf(digits: string, own: string | null, what: Mention['what'], at: Place): Mention | null {
  const known = own?.replace(/[^\dA-Za-z]/g, '') ?? '';
  if (known.length < digits.length) return null;
  const same = known.endsWith(digits) || (what === 'iccid' && known.slice(0, -1).endsWith(digits));
  if (!same) return { what, ours: false, ...at };
  return { what, ours: digits.length >= 4 ? true : null, ...at };
}

function ofMasked(match: RegExpExecArray, text: string, context: ReadContext): Mention | null {
  const raw = match[0].replaceAll('\u2026', '..');
  const at = { start: match.index, end: match.index + match[0].length };
  const marks = raw.replace(/[^\d*xX#_.]/g, '');
  const digits = marks.replace(/\D/g, '');
  if (!/[*xX#_]{2}|\.{2}/.test(raw) || digits.length > 11) return null;
  const tail = /\d+$/.exec(marks)?.[0] ?? '';
  const lead = before(text, at.start);
  if (CARD.test(lead) || CONTACT.test(lead)) return null;
  const only = digits.length === tail.length;
  if (only && (SIM.test(lead) || ACCOUNT_BEFORE.test(lead))) return ofTail(tail, at, text, context);
  const own = nationalOf(context.line.msisdn);
  if (own === null) return null;
  return agrees(marks.replace(/\./g, '*'), own, at);
}

/** Digit by digit from the right; where hidden places are fewer than they stand for, only the tail is compared. */
function agrees(marks: string, own: string, at: Place): Mention {
  const national = marks.length === 11 && /^[1*]/.test(marks) ? marks.slice(1) : marks;
  const whole = national.length === own.length;
  const shown = whole ? national : (/\d+$/.exec(national)?.[0] ?? '');
  let known = 0;
  for (let back = 1; back <= shown.length && back <= own.length; back += 1) {
    const mark = shown[shown.length - back] ?? '';
    if (!/\d/.test(mark)) continue;
    if (mark !== own[own.length - back]) return { what: 'number', ours: false, ...at };
    known += 1;
  }
  return { what: 'number', ours: known >= 4 ? true : null, ...at };
}

function ofAccount(match: RegExpExecArray, text: string, context: ReadContext): Mention | null {
  const value = match.groups?.value ?? '';
  const { accountNumber } = context;
  const plain = (own: string): string => own.replace(/[^\dA-Za-z]/g, '').toUpperCase();
  const start = match.index + match[0].lastIndexOf(value);
  const at = { start, end: start + value.length };
  const own = nationalOf(context.line.msisdn);
  if (accountNumber !== null && plain(value) === plain(accountNumber)) return { what: 'account', ours: true, ...at };
  if (own !== null && plain(value) === own) return { what: 'account', ours: true, ...at };
  const labelled = /\b(?:number|no\.?|#|id)\b|#|:|\u53f7/i.test(match[0].slice(0, match[0].lastIndexOf(value)));
  if (accountNumber === null || !labelled || !/\d{4}/.test(value) || text.slice(at.end, at.end + 1) === '@')
    return null;
  return { what: 'account', ours: false, ...at };
}
