import { LIMITS } from '../limits.ts';
import type { RawField, RawMail } from './mail-facts.ts';

const CR = 13;
const LF = 10;

/** The bytes with every line ended by CRLF, without a byte order mark and an mbox line in front: what was signed, if anything. */
export function canonicalLines(bytes: Uint8Array): Uint8Array {
  const start = headStart(bytes);
  let bare = 0;
  for (let at = bytes.indexOf(LF, start); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (at === start || bytes[at - 1] !== CR) bare += 1;
  }
  if (bare === 0) return bytes.subarray(start);
  const lines = new Uint8Array(bytes.length - start + bare);
  let to = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === LF && (at === start || bytes[at - 1] !== CR)) {
      lines[to] = CR;
      to += 1;
    }
    lines[to] = byte;
    to += 1;
  }
  return lines;
}

function headStart(bytes: Uint8Array): number {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const first = new TextDecoder('latin1').decode(bytes.subarray(start, start + 6));
  if (/^>?From /.test(first)) {
    const end = bytes.indexOf(LF, start);
    start = end < 0 ? start : end + 1;
  }
  return start;
}

/** The header fields of a mail with CRLF lines, as they stand (RFC 5322 2.2). */
export function rawMail(bytes: Uint8Array): RawMail {
  const end = headerEnd(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, Math.min(end, LIMITS.mailHeaderBytes)));
  const fields: RawField[] = [];
  let malformed = end > LIMITS.mailHeaderBytes;
  for (const line of head.split('\r\n')) {
    if (line === '') continue;
    const last = fields.at(-1);
    if (/^[ \t]/.test(line)) {
      if (last) last.value += line;
      else malformed = true;
      continue;
    }
    const match = /^([\x21-\x39\x3b-\x7e]+)([ \t]*):(.*)$/s.exec(line);
    if (match?.[2] !== '') malformed = true;
    if (match && fields.length < LIMITS.mailHeaderFields) {
      fields.push({ name: (match[1] ?? '').toLowerCase(), value: (match[3] ?? '').trim() });
    }
  }
  return {
    fields,
    malformed: malformed || fields.length >= LIMITS.mailHeaderFields,
    oddBytes: hasOddBytes(bytes),
    bodyStart: end,
  };
}

function headerEnd(bytes: Uint8Array): number {
  if (bytes[0] === CR && bytes[1] === LF) return 2;
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] === LF && bytes[at + 2] === CR && bytes[at + 3] === LF) return at + 4;
  }
  return bytes.length;
}

/** Whether a line is so long that no mail server would have passed it on; checking it would only take time. */
export function hasEndlessLine(bytes: Uint8Array): boolean {
  let start = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, start)) {
    if (at - start > LIMITS.mailLineBytes) return true;
    start = at + 1;
  }
  return bytes.length - start > LIMITS.mailLineBytes;
}

function hasOddBytes(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) if (bytes[at + 1] !== LF) return true;
  return false;
}
