/** Lines after which an earlier message is repeated. A forwarded message is none: it is what the user wants read. */
const EARLIER = [
  /^[ >]*on\b[^\n]{5,200}(?:\n[^\n]{0,120})?\bwrote:[ ]*$/im,
  /^[ >]*el\b[^\n]{5,200}(?:\n[^\n]{0,120})?\bescribi\u00f3:[ ]*$/im,
  /^[ >]*(?:\u5728|\u4e8e)?[^\n]{4,200}\u5199\u9053:[ ]*$/m,
  /^[ ]*-{2,}[ ]*(?:original message|mensaje original|\u539f\u59cb\u90ae\u4ef6|\u539f\u59cb\u4fe1\u606f)[ ]*-{2,}[ ]*$/im,
  /^[ ]*(?:from|de|\u53d1\u4ef6\u4eba):[^\n]{3,200}\n[ ]*(?:sent|date|enviado|\u53d1\u9001\u65f6\u95f4|\u65e5\u671f):[^\n]{3,200}\n/im,
];
const FORWARDED = /forwarded message|begin forwarded|mensaje reenviado|\u8f6c\u53d1(?:\u7684)?\u90ae\u4ef6/i;
const QUOTED_LINE = /^[ ]*>[^\n]*$/gm;
/** A line the customer said, in a chat that was copied. */
const OWN_LINE =
  /^[ ]*(?:\[?[\d:, apm/.-]{4,24}\]?[ ]*)?(?:you|me|myself|customer|yo|usted|cliente|\u6211|\u60a8|\u4f60|\u5ba2\u6237|\u987e\u5ba2|\u7528\u6237)(?:[ ]*[([][^\n\])]{1,24}[\])])?[ ]*:[^\n]*$/gim;

/**
 * The text with what the carrier does not say now blanked out (same length): earlier messages repeated below, lines quoted
 * with `>`, what the customer wrote in a copied chat.
 */
export function withoutQuoted(text: string): string {
  const blank = (part: string): string => '\n'.repeat(part.length);
  const own = text.replace(OWN_LINE, blank);
  const shown = own.replace(QUOTED_LINE, blank);
  // All of it quoted: somebody pasted what a mail program had indented.
  const text1 = /\p{L}{3}/u.test(shown) ? shown : own;
  const cut = Math.min(...EARLIER.map((pattern) => cutAt(text1, pattern)));
  if (!Number.isFinite(cut)) return text1;
  return text1.slice(0, cut) + blank(text1.slice(cut));
}

function cutAt(text: string, pattern: RegExp): number {
  const found = pattern.exec(text);
  if (!found) return Number.POSITIVE_INFINITY;
  const above = text.slice(0, found.index);
  if (FORWARDED.test(above) || !/\p{L}{2}/u.test(above)) return Number.POSITIVE_INFINITY;
  return found.index;
}
