/** House rule: mail programs take longer addresses, but Windows hands none over that is longer than about this. */
const MAILTO_MOST = 2000;

export interface Mailto {
  href: string;
  /** What had no room and has to be pasted in. */
  without: 'nothing' | 'body' | 'subject-and-body';
}

/**
 * A `mailto:` link (RFC 6068) that opens the mail program with everything filled in. Where it would grow longer than 2,000
 * characters the text is left out, and then the subject. `to` is an address that `mailAddress` gave, or null.
 */
export function mailtoOf({ to, subject, body }: { to: string | null; subject: string; body: string }): Mailto {
  const start = `mailto:${to === null ? '' : encoded(to).replace('%40', '@')}`;
  const withSubject = `${start}?subject=${encoded(subject)}`;
  const whole = `${withSubject}&body=${encoded(body.replace(/\r\n|\r|\n/g, '\r\n'))}`;
  if (whole.length <= MAILTO_MOST) return { href: whole, without: 'nothing' };
  if (withSubject.length <= MAILTO_MOST) return { href: withSubject, without: 'body' };
  return { href: start, without: 'subject-and-body' };
}

/** RFC 6068 2: an apostrophe would end an attribute in careless HTML, so it goes as well. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll("'", '%27');
}
