import type { Reading } from '../reading.ts';
import type { Sentence } from './sentences.ts';

type AmountAbout = Reading['amounts'][number]['about'];

export interface AmountFound {
  cents: number;
  about: AmountAbout;
  start: number;
  end: number;
}

const MONEY =
  /(?:(?:US)?\$\s?|\bUSD\s?)(?<before>\d{1,3}(?:,\d{3})+|\d{1,7})(?<cents>\.\d{2})?(?![\d.]*\d)|(?<![\d.,$])(?<behind>\d{1,3}(?:,\d{3})+|\d{1,7})(?<part>\.\d{2})?\s?(?:USD\b|(?:US\s)?dollars\b|d[oó]lares\b|美元|美金)/gi;
const WORDS: readonly [AmountAbout, RegExp][] = [
  ['refund', /\b(?:refund\w*|reimburs\w*|credit(?:ed)?|reembols\w*|cr[eé]dito)\b|退款|退还|返还/gi],
  [
    'fee',
    /\b(?:fees?|early\s+termination|etf|penalt\w+|activation|surcharge|cargos?|tarifa|multa|penalidad)\b|手续费|违约金|费用/gi,
  ],
  [
    'final-bill',
    /\b(?:(?:final|last|closing)\s+(?:\w+\s+)?(?:bill|statement|invoice|balance|payment|charges?)|balance|amount\s+due|total\s+due|you\s+owe|outstanding|remaining|factura\s+final|[uú]ltima\s+factura|saldo)\b|最终账单|最后一期账单|余额|欠款|应付/gi,
  ],
];

/** Sums of US money in a sentence and what they are for: the nearest word says it, first of those in front. */
export function amountsOf(sentence: Sentence): AmountFound[] {
  return [...sentence.text.matchAll(MONEY)].map((match) => {
    const end = match.index + match[0].length;
    const whole = (match.groups?.before ?? match.groups?.behind ?? '0').replaceAll(',', '');
    const part = match.groups?.cents ?? match.groups?.part ?? '.00';
    return {
      cents: Number(whole) * 100 + Number(part.slice(1)),
      about: aboutOf(sentence.text, match.index, end),
      start: sentence.start + match.index,
      end: sentence.start + end,
    };
  });
}

function aboutOf(text: string, start: number, end: number): AmountAbout {
  const near: [number, AmountAbout][] = [];
  for (const [about, pattern] of WORDS) {
    for (const match of text.matchAll(pattern)) {
      const to = match.index + match[0].length;
      // Behind the sum counts as farther off: "a refund of $5" is the usual order, "$5 refund" stands close.
      const distance = to <= start ? start - to : match.index >= end ? (match.index - end) * 2 : 0;
      if (distance < 120) near.push([distance, about]);
    }
  }
  near.sort((a, b) => a[0] - b[0]);
  return near[0]?.[1] ?? 'unknown';
}
