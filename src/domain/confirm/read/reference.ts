import type { ReadContext } from '../reading.ts';
import { nationalOf } from './line.ts';

export interface ReferenceFound {
  value: string;
  start: number;
  end: number;
  /** Lower is nearer to the cancellation itself. */
  rank: number;
}

const VALUE =
  '(?<value>(?=[A-Z]{0,8}[-_]?\\d|[A-Z0-9_-]{0,20}\\d)[A-Z0-9](?:[A-Z0-9_-]{1,30}[A-Z0-9]))(?![\\w@])(?!\\.\\w{2,}\\b(?!\\s*$))';
const NUMBER = '(?:\\s*(?:number|num\\.?|no\\.?|nbr\\.?|id|code|#)){0,2}';
const SEP = '\\s*(?:is|are|was)?\\s*[:#=-]?\\s*#?\\s*';
const LABELS: readonly [number, RegExp][] = [
  [
    0,
    new RegExp(
      `\\b(?:cancell?ation|disconnect(?:ion)?)\\s*(?:confirmation|reference|ref\\.?)?(?=\\s*(?:number|num|no\\b|nbr|id\\b|code|#|:))${NUMBER}${SEP}${VALUE}`,
      'gi',
    ),
  ],
  [0, new RegExp(`\\b(?:confirmation|conf\\.?(?=\\s*(?:#|no\\b|num|:|id\\b)))${NUMBER}${SEP}${VALUE}`, 'gi')],
  [
    1,
    new RegExp(
      `\\b(?:reference|ref\\.?|ticket|case|interaction|incident|service\\s+request|request|sr|transaction|tracking\\s+request)${NUMBER}${SEP}${VALUE}`,
      'gi',
    ),
  ],
  [2, new RegExp(`\\border(?=\\s*(?:number|num|no\\b|nbr|id\\b|code|#|:))${NUMBER}${SEP}${VALUE}`, 'gi')],
  [
    0,
    new RegExp(
      `\\b(?:n[uú]mero|no\\.|n[º°]|c[oó]digo)\\s+de\\s+(?:confirmaci[oó]n|cancelaci[oó]n)${SEP}(?:es\\s*:?\\s*)?${VALUE}`,
      'gi',
    ),
  ],
  [
    1,
    new RegExp(
      `\\b(?:(?:n[uú]mero|no\\.|n[º°])\\s+de\\s+(?:referencia|caso|ticket|solicitud|orden|reporte)|referencia|caso)${SEP}(?:es\\s*:?\\s*)?${VALUE}`,
      'gi',
    ),
  ],
  [0, new RegExp(`(?:确认(?:编)?(?:号码?|码)|取消(?:编)?号)\\s*(?:为|是)?\\s*:?\\s*${VALUE}`, 'gi')],
  [
    1,
    new RegExp(
      `(?:参考(?:编)?号码?|工单(?:编)?号|受理(?:编)?号|案件(?:编)?号|服务单号|申请(?:编)?号|凭证号|(?<![户账帐])编号|单号)\\s*(?:为|是)?\\s*:?\\s*${VALUE}`,
      'gi',
    ),
  ],
];
const DATE_LIKE = /^(?:20\d\d-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-(?:20)?\d\d)$/;
const NEVER_SHARE =
  /\b(?:never|do\s+not|don't)\s+share\b|\bone[\s-]time\b|\bexpires?\s+in\s+\d+\s+min|验证码|请勿(?:泄露|告诉)/i;

/** Numbers that stand behind the word for one (confirmation, reference, ticket, case, order). Phone numbers, dates, the line and the account are none. */
export function referencesOf(text: string, context: ReadContext): ReferenceFound[] {
  const plain = (own: string | null): string => own?.replace(/[^\dA-Za-z]/g, '').toUpperCase() ?? '';
  const excluded = [
    nationalOf(context.line.msisdn) ?? '',
    plain(context.line.msisdn),
    plain(context.line.iccid),
    plain(context.accountNumber),
  ];
  const found: ReferenceFound[] = [];
  for (const [rank, pattern] of LABELS) {
    for (const match of text.matchAll(pattern)) {
      const value = match.groups?.value ?? '';
      const start = match.index + match[0].lastIndexOf(value);
      const end = start + value.length;
      const short = value.replace(/\D/g, '').length < 3 && value.length < 5;
      if (!/\d/.test(value) || short || DATE_LIKE.test(value) || excluded.includes(plain(value))) continue;
      if (/^1?-?\d{3}-\d{3}-\d{4}$/.test(value) || /^[\s.)-]{1,2}\d{3}[\s.-]?\d{4}/.test(text.slice(end, end + 10)))
        continue;
      if (
        /^\s*[/:]\s*\d/.test(text.slice(end, end + 4)) ||
        NEVER_SHARE.test(text.slice(Math.max(0, start - 160), end + 160))
      )
        continue;
      if (found.some((own) => own.start < end && start < own.end)) continue;
      found.push({ value, start, end, rank });
    }
  }
  return found.sort((a, b) => a.rank - b.rank || a.start - b.start);
}
