/** Telephone numbers on a page, whole or masked, and whose they are. */
import { plainText } from './label.ts';
import type { Control, OnlineGoal } from './types.ts';

const WHOLE = /(?<![\w])(?:\+?1[\s.-]?)?\(?(\d{3})\)?[\s.-]{0,2}(\d{3})[\s.-]?(\d{4})(?!\w)/gu;
const MASKED = /(?:[*•·●xX#_…]{2,}[\s().-]*){1,4}(\d{4})(?!\d)/gu;
const ENDING =
  /(?:ending (?:in|with)|ends in|\.{2,}|terminad[ao]s? en|尾号|尾號|末四位|后四位)\s*[*•.-]*\s*(\d{4})(?!\d)/giu;
/** Codes of numbers that cost the caller nothing: a carrier's own, never a line. */
const TOLL_FREE = /^8(?:00|33|44|55|66|77|88)/;

/** What numbers belong to that are no lines. */
const NO_LINE =
  /(?:visa|mastercard|amex|discover|card|account|acct|iccid|imei|order|ref(?:erence)?|ticket|call|dial|fax|zip|tarjeta|cuenta|pedido|卡号|银行卡|信用卡|账号|订单|致电|拨打)[^\n]{0,24}$/iu;

/** Last four digits of every line named in a text, in order; carriers' own numbers are left out. */
export function linesIn(text: string): string[] {
  const plain = plainText(text);
  const found: { start: number; end: number; last: string }[] = [];
  const add = (match: RegExpMatchArray & { index: number }, last: string): void => {
    if (NO_LINE.test(plain.slice(Math.max(0, match.index - 40), match.index))) return;
    const [start, end] = [match.index, match.index + match[0].length];
    if (!found.some((own) => own.start < end && start < own.end)) found.push({ start, end, last });
  };
  for (const match of plain.matchAll(WHOLE)) if (!TOLL_FREE.test(match[1] ?? '')) add(match, match[3] ?? '');
  for (const form of [MASKED, ENDING]) for (const match of plain.matchAll(form)) add(match, match[1] ?? '');
  return found.sort((a, b) => a.start - b.start).map(({ last }) => last);
}

/** The last four digits of the goal's line; null: not known. */
export function ownLast({ msisdn }: OnlineGoal): string | null {
  const digits = (msisdn ?? '').replace(/\D/g, '');
  return digits.length >= 4 ? digits.slice(-4) : null;
}

export type Whose = 'own' | 'other' | 'mixed' | 'none';

/** Whose line a text is about. A mark of the user's (a nickname, an order number) counts as the line's own. */
export function whoseIs(text: string, goal: OnlineGoal): Whose {
  const own = ownLast(goal);
  const plain = plainText(text).toLowerCase();
  const marked = goal.marks.some((mark) => mark.trim().length > 3 && plain.includes(plainText(mark).toLowerCase()));
  const lines = linesIn(text);
  if (own === null) return marked ? 'own' : 'none';
  const mine = marked || lines.includes(own);
  const others = lines.some((last) => last !== own);
  return mine ? (others ? 'mixed' : 'own') : others ? 'other' : 'none';
}

/** The same for a control: its own words first, then the row or card it stands in. */
export function whoseControl(control: Control, goal: OnlineGoal): Whose {
  const near = whoseIs(`${control.name} ${control.text} ${control.value ?? ''}`, goal);
  if (near !== 'none') return near;
  const beside = whoseIs(control.context, goal);
  return beside === 'none' ? whoseIs(control.row, goal) : beside;
}
