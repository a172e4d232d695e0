/** A stretch of the folded text that says one thing: offsets, end excluded. */
export interface Sentence {
  start: number;
  end: number;
  text: string;
}

const LONGEST = 1200;
/** A full stop behind these does not end a sentence. */
const SHORT_FORM =
  /(?:\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|no|nos|acct|ref|approx|inc|co|corp|ltd|mr|mrs|ms|dr|st|tel|ext|vs|e\.g|i\.e|u\.s|a\.m|p\.m|[a-z])|#)\.$/i;
/** A line that ends so goes on in the next one. */
const GOES_ON =
  /(?:[,(:-]|\b(?:on|by|of|at|the|a|an|and|or|to|your|our|in|for|with|from|is|are|was|be|been|has|have|will|not|number|date|effective|ending|until|through|before|after|within|that|this|el|de|la|su|en|para))[ ]*$/i;
const NEW_LINE = /^[ ]*(?:[*\u2022>-]\s|\d{1,2}[.)]\s|[\p{L}][\p{L}\d '/#.()-]{0,40}:|[\p{Lu}\p{Lo}])/u;
const ITEM = /^\s*(?:[*-]\s*)?[+(\d*xX]/;

/** The text in sentences. A line break ends one where the next line begins a label, an item, or anew after a short line. */
export function sentencesOf(text: string): Sentence[] {
  const cuts: number[] = [];
  const breaks = /[.!?]+["')\]]*(?=\s|$|[\u4e00-\u9fff])|\u3002|;(?=\s|[\u4e00-\u9fff]|$)|\n/g;
  for (const found of text.matchAll(breaks)) {
    const end = found.index + found[0].length;
    if (found[0] === '\n' ? lineEnds(text, found.index) : !isShort(text, found.index, found[0])) cuts.push(end);
  }
  const parts: Sentence[] = [];
  let start = 0;
  for (const end of [...cuts, text.length]) {
    for (let from = start; from < end; from += LONGEST) push(parts, text, from, Math.min(end, from + LONGEST));
    start = end;
  }
  return withItems(parts, text);
}

function push(parts: Sentence[], text: string, start: number, end: number): void {
  const part = text.slice(start, end);
  if (/[\p{L}\d]/u.test(part)) parts.push({ start, end, text: part });
}

function isShort(text: string, at: number, mark: string): boolean {
  if (!mark.startsWith('.')) return false;
  return SHORT_FORM.test(text.slice(Math.max(0, at - 8), at + 1)) && !/^\.\s*\n\s*\n/.test(text.slice(at, at + 6));
}

function lineEnds(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const next = text.slice(at + 1, at + 120);
  if (before.trim() === '' || /^[ ]*(?:\n|$)/.test(next)) return true;
  if (GOES_ON.test(before)) return /^[ ]*[*-]\s/.test(next);
  if (!NEW_LINE.test(next)) return false;
  return /^[ ]*(?:[*-]\s|\d{1,2}[.)]\s|[\p{L}][\p{L}\d '/#.()-]{0,40}:)/u.test(next) || before.trim().length < 50;
}

/** "The following lines are cancelled:" belongs together with the numbers under it. */
function withItems(parts: readonly Sentence[], text: string): Sentence[] {
  const whole: Sentence[] = [];
  let open = false;
  for (const part of parts) {
    const last = whole.at(-1);
    const near = last && text.slice(last.end, part.start).length < 4;
    if (last && near && open && part.text.length < 80 && ITEM.test(part.text)) {
      last.end = part.end;
      last.text = text.slice(last.start, last.end);
      continue;
    }
    whole.push({ ...part });
    open = /:\s*$/.test(part.text);
  }
  return whole;
}
