import { LIMITS } from '../limits.ts';

/**
 * The mails of a mailbox file (RFC 4155): each begins with a line `From …` at the start or behind an empty line. Lines escaped
 * as `>From ` are given back. At most `LIMITS.mailboxMails`.
 */
export function mailsOf(bytes: Uint8Array): Uint8Array[] {
  const starts = fromLines(bytes);
  return starts.slice(0, LIMITS.mailboxMails).map((start, index) => {
    const end = starts[index + 1] ?? bytes.length;
    const first = bytes.indexOf(10, start) + 1;
    return unescaped(withoutLastLine(bytes.subarray(first === 0 ? end : Math.min(first, end), end)));
  });
}

/** Whether a file is a mailbox: it begins with such a line, and a header follows. */
export function isMailbox(head: string): boolean {
  return /^From \S[^\n]*\n[\x21-\x39\x3b-\x7e]+:/.test(head);
}

function fromLines(bytes: Uint8Array): number[] {
  const starts: number[] = [];
  for (let at = bytes.indexOf(70); at >= 0; at = bytes.indexOf(70, at + 1)) {
    const is = bytes[at + 1] === 114 && bytes[at + 2] === 111 && bytes[at + 3] === 109 && bytes[at + 4] === 32;
    if (is && behindEmptyLine(bytes, at)) starts.push(at);
  }
  return starts;
}

function behindEmptyLine(bytes: Uint8Array, at: number): boolean {
  if (at === 0) return true;
  if (bytes[at - 1] !== 10) return false;
  return bytes[at - 2] === 10 || (bytes[at - 2] === 13 && bytes[at - 3] === 10);
}

/** The empty line in front of the next mail belongs to the mailbox. */
function withoutLastLine(mail: Uint8Array): Uint8Array {
  const { length } = mail;
  if (mail[length - 1] !== 10) return mail;
  if (mail[length - 2] === 10) return mail.subarray(0, length - 1);
  return mail[length - 2] === 13 && mail[length - 3] === 10 ? mail.subarray(0, length - 2) : mail;
}

function unescaped(mail: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let from = 0;
  for (let at = mail.indexOf(62); at >= 0; at = mail.indexOf(62, at + 1)) {
    if (at !== 0 && mail[at - 1] !== 10) continue;
    let next = at;
    while (mail[next] === 62) next += 1;
    if (String.fromCharCode(...mail.subarray(next, next + 5)) === 'From ') kept.push(at);
  }
  if (kept.length === 0) return mail;
  const plain = new Uint8Array(mail.length - kept.length);
  let to = 0;
  for (const at of [...kept, mail.length]) {
    plain.set(mail.subarray(from, at), to);
    to += at - from;
    from = at + 1;
  }
  return plain;
}
