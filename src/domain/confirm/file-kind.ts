import { isMailbox } from './mbox.ts';

export type FileKind = 'mail' | 'mailbox' | 'pdf' | 'picture' | 'text' | 'binary';

const MAIL_NAME = /\.(?:eml|msg|mht|emlx)$/i;
const FIELD = /^(?:>?From [^\n]*\n)?(?:[\x21-\x39\x3b-\x7e]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/;
const SURE = /^(?:received|message-id|mime-version|dkim-signature|return-path|delivered-to):/im;

/** What a file is, by its first bytes; its name only helps where a text could be a mail. */
export function fileKind(bytes: Uint8Array, name: string): FileKind {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 16_384))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replaceAll('\r\n', '\n');
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (
    /^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|RIFF[\s\S]{4}WEBP|BM[\s\S]{4}\0\0|II\*\0|MM\0\*)/.test(head) ||
    /^[\s\S]{4}ftyp(?:heic|heix|mif1|avif)/.test(head)
  )
    return 'picture';
  if (/^\u00d0\u00cf\u0011\u00e0/.test(head)) return 'binary';
  if (isMailbox(head)) return /\.eml$/i.test(name) ? 'mail' : 'mailbox';
  const utf16 = /^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(head);
  if (!utf16 && MAIL_NAME.test(name)) return 'mail';
  if (!utf16 && FIELD.test(head) && SURE.test(head.split('\n\n')[0] ?? '')) return 'mail';
  return !utf16 && /[\0\x01-\x08\x0e-\x1a]/.test(head) ? 'binary' : 'text';
}

/** The text of a text file: UTF-8, UTF-16 with its mark, else Windows-1252. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
