/**
 * What is left of an activation code after a shell, a form or a hurried hand had it. Nothing can be read from it, but it has
 * to be found: its matching id may be all digits, and would else be shown as a number.
 */
const REMAINS: readonly RegExp[] = [
  // "LPA:1 host secret", and what a shell leaves of a code in double quotes.
  /(?<![A-Za-z])LPA ?: ?[^\s][^\n]*/gi,
  // "host$secret" without the 1 in front.
  /(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,63}[ \n]?\$[ \n]?[!-#%-~]+/gi,
  // As phones show it, one field to a line. A SIM card number under the wrong name is still one.
  /(?:激活码|激活碼|activation code|matching ?id)[ \n]?[:=]?[ \n]?(?!89\d{16,18}(?!\d))(?=[A-Za-z-]*\d)[A-Za-z0-9-]{4,}/gi,
];

/** Where the remains stand in a cleaned text, in order, none twice. */
export function brokenCodes(text: string): { start: number; end: number }[] {
  const all = REMAINS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  ).sort((a, b) => a.start - b.start);
  return all.filter(({ start }, place) => all.slice(0, place).every(({ end }) => end <= start));
}
