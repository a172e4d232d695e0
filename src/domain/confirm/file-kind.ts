import { isMailbox } from './mbox.ts';

export type FileKind = 'mail' | 'mailbox' | 'pdf' | 'picture' | 'text' | 'binary';

const MAIL_NAME = /\.(?:eml|msg|mht|emlx)$/i;
const FIELD = /^(?:>?From [^\n]*\n)?(?:[\x21-\x39\x3b-\x7e]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/;
const SURE = /^(?:received|message-id|mime-version|dkim-signature|return-path|delivered-to):/im;

const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0],
  [0x4d, 0x4d, 0, 0x2a],
];
/** The container of an Outlook `.msg` and of old office files. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const BMP = /^BM[\s\S]{4}\0{4}/;
const FTYP = /^[\s\S]{4}ftyp(?:heic|heix|hevc|mif1|msf1|avif)/;
const marks = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
/** Control characters no text has, but for tabs, line ends, form feeds and the escape of terminals. */
const hasControls = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 16_384).some((byte) => byte < 9 || (byte > 13 && byte < 27));

/** What a file is, by its first bytes; its name only helps where a text could be a mail. */
export function fileKind(bytes: Uint8Array, name: string): FileKind {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 16_384))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replaceAll('\r\n', '\n');
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (
    PICTURES.some((mark) => marks(bytes, mark)) ||
    FTYP.test(head) ||
    BMP.test(head) ||
    /^RIFF[\s\S]{4}WEBP/.test(head)
  )
    return 'picture';
  if (marks(bytes, OLE)) return 'binary';
  if (isMailbox(head)) return /\.eml$/i.test(name) ? 'mail' : 'mailbox';
  const utf16 = /^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(head);
  if (!utf16 && MAIL_NAME.test(name)) return 'mail';
  if (!utf16 && FIELD.test(head) && SURE.test(head.split('\n\n')[0] ?? '')) return 'mail';
  return !utf16 && hasControls(bytes) ? 'binary' : 'text';
}
