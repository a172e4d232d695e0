import type { DateFound } from './dates.ts';
import type { Sentence } from './sentences.ts';

/** What a date in a sentence belongs to. */
export type DateRole = 'end' | 'request' | 'bill' | 'cycle' | 'act' | 'offer' | 'other';

const ROLES: readonly [DateRole, RegExp][] = [
  [
    'end',
    /\b(?:end|last\s+day)\s+of\s+(?:your|the|this)?\s*(?:current\s+|final\s+)?(?:bill(?:ing)?|service|prepaid|monthly)\s+(?:cycle|period|month)|\b(?:cancel\w*|disconnect\w*|terminat\w*|deactivat\w*|clos(?:ed?|ure|ing)|discontinu\w*|effective|shut\s+(?:off|down)|turned\s+off|last\s+day(?:\s+of\s+service)?|final\s+day|no\s+longer|stops?|stopped|ends?(?!\s+(?:in|with)\b)|ended|ending(?!\s+(?:(?:in|with)\b|\d))|end\s+date|until|till|thru|through|ported|transferred|vigencia|efectiv[oa]|desconect\w*|desactiv\w*|finaliza\w*|terminar[aá]|hasta|baja)\b|[uú]ltimo\s+d[ií]a|terminar[aá]|取消|注销|销户|终止|停用|停机|关闭|结束|生效|为止|有效期?至|使用至|至|最后一天|转出|携出/gi,
  ],
  [
    'request',
    /\b(?:request(?:ed)?|submitted|received|spoke|called|contacted|chatted|conversation|placed|created|opened|logged|dated|sent|letter|e-?mail|message|solicitud|recibi\w*|recibid[oa])\b|申请|收到|提交|来电|来信/gi,
  ],
  [
    'bill',
    /\b(?:bill(?:s|ed|ing)?|invoice|payment|paid|pay|due|charged?|charges|statement|refund\w*|credit\w*|balance|auto-?\s?pay|factura|pago|reembolso)\b|账单|付款|扣款|退款|缴费|到期应付/gi,
  ],
  [
    'cycle',
    /\b(?:bill(?:ing)?\s+(?:cycle|period)|cycle)\s+(?:will\s+)?(?:end|close)(?:s|ed|ing)?(?:\s+date)?|账单周期|计费周期/gi,
  ],
  [
    'act',
    /\b(?:call(?!ed)|contact(?!ed)|reply|respond|confirm(?!ed|ation|s)|verify|chat(?!ted)|text\s+(?:us|yes|back)|llame|llamar|responda|confirme)\b|致电|拨打|联系我们|回复|请确认|请在/gi,
  ],
  ['offer', /\b(?:offer|promo\w*|discount|deal|expires?|valid|oferta)\b|优惠/gi],
  [
    'other',
    /\b(?:return(?:ed)?|ship\w*|equipment|deliver\w*|appointment|devolver|joined|customer\s+since|activated|started|began|member\s+since|born|printed|issued|as\s+early\s+as)\b|归还|寄回|激活/gi,
  ],
];
const ENDING_WORD =
  /\b(?:cancel\w*|disconnect\w*|terminat\w*|deactivat\w*|clos(?:ed?|ure)|last\s+day|end(?:s|ed)?\s+of|(?:service|line|account)\b[^.;]{0,40}\bend(?:s|ed)?|desconect\w*|desactiv\w*)\b|取消|注销|销户|终止|停用/i;
const NOT_ENDING =
  /\b(?:not|never|n't|cannot|unable|could\s+not)\b[^,;.]{0,24}\b(?:cancel|disconnect|terminat|deactivat|clos|complet|process)|未能|无法|尚未|\bno\s+(?:se\s+)?(?:pudo|ha\s+sido|pudimos)/i;

/** The role of a date, from the nearest word for one in front of it, else from the first behind it. */
export function roleOf(date: DateFound, { start, text }: Sentence): DateRole {
  const from = date.start - start;
  const to = date.end - start;
  if (NOT_ENDING.test(text)) return 'other';
  const front = nearest(text.slice(0, from), true);
  const near = front && front.gap < 120 ? front : null;
  const back = nearest(text.slice(to), false);
  const chosen = near ?? (back && back.gap < 90 ? back : null);
  if (!chosen) return 'other';
  // "On December 11 your service will be cancelled", "使用至 12 月 11 日为止": what stands at once behind beats what stands far off.
  const closer = back && near && back.gap < 6 && back.role === 'end' && near.gap > 3 ? back : chosen;
  if (closer.role === 'cycle')
    return ENDING_WORD.test(text.replace(/bill(?:ing)?\s+(?:cycle|period)\s+(?:will\s+)?(?:end|close)\w*/gi, ''))
      ? 'end'
      : 'bill';
  return closer.role;
}

function nearest(part: string, front: boolean): { role: DateRole; gap: number } | null {
  let best: { role: DateRole; gap: number; length: number } | null = null;
  for (const [role, pattern] of ROLES) {
    for (const match of part.matchAll(pattern)) {
      const length = match[0].length;
      const gap = front ? part.length - match.index - length : match.index;
      if (!best || gap < best.gap || (gap === best.gap && length > best.length)) best = { role, gap, length };
    }
  }
  return best;
}
