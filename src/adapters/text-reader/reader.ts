import { LIMITS } from '../../domain/limits.ts';
import type { ReadText, TextKind, TextReader } from '../../ports/text-reader.ts';
import { decodeText } from './decode.ts';
import { htmlText, tidy } from './html.ts';

/** Reads texts, saved web pages, mails and PDFs; each library is loaded when its first file comes. */
export const textReader: TextReader = {
  async read(bytes, name) {
    const kind = kindOf(bytes, name);
    if (kind === 'picture' || kind === 'other') {
      return { kind, text: null, problem: kind === 'picture' ? 'picture' : 'unknown-kind' };
    }
    if (bytes.length > LIMITS.transcriptBytes) return { kind, text: null, problem: 'too-large' };
    try {
      return shown(kind, await textOf(kind, bytes));
    } catch (error) {
      return { kind, text: null, problem: /password/i.test(String((error as Error)?.name)) ? 'locked' : 'broken' };
    }
  },
};

function shown(kind: TextKind, text: string): ReadText {
  const whole = text.slice(0, LIMITS.transcriptChars).toWellFormed();
  return /\S/.test(whole) ? { kind, text: whole, problem: null } : { kind, text: null, problem: 'no-text' };
}

async function textOf(kind: TextKind, bytes: Uint8Array): Promise<string> {
  switch (kind) {
    case 'html':
      return htmlText(decodeText(bytes));
    case 'pdf':
      return pdfText(bytes);
    case 'mail':
      return mailText(bytes);
    default:
      return decodeText(bytes)
        .replace(/\r\n?/g, '\n')
        .replace(/\0/g, '')
        .replace(/^\uFEFF/, '');
  }
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  // The library takes the bytes away from whoever holds them.
  const document = await getDocumentProxy(bytes.slice());
  try {
    const { text } = await extractText(document, { mergePages: false });
    return tidy(text.slice(0, LIMITS.transcriptPages).join('\n\n'));
  } finally {
    await document.loadingTask.destroy();
  }
}

async function mailText(bytes: Uint8Array): Promise<string> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 32 });
  const head = [
    ['From', mail.from?.address ? `${mail.from.name} <${mail.from.address}>` : ''],
    ['Date', mail.date ?? ''],
    ['Subject', mail.subject ?? ''],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return tidy([...head, '', mail.text ?? htmlText(mail.html ?? '')].join('\n'));
}

/** How pictures begin: PNG, JPEG, GIF, WebP, TIFF, BMP, HEIF and AVIF. */
const PICTURES =
  /^(\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP|II\*\0|MM\0\*|BM.{4}\0{4})|^.{4}ftyp(heic|heix|hevc|mif1|msf1|avif)/s;
/** Header fields with which a saved mail begins. */
const MAIL_START = /^(Return-Path|Received|Delivered-To|MIME-Version|Message-ID|X-[\w-]+|From): /i;
const PAGE_START = /^\s*(<!doctype html|<html|<head|<body|<div|<p\b)/i;

/** By what the bytes begin with; the name decides only among texts. */
export function kindOf(bytes: Uint8Array, name: string): TextKind {
  const start = Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  const isWide = /^(\xff\xfe|\xfe\xff)/.test(start);
  if (start.includes('%PDF-')) return 'pdf';
  if (PICTURES.test(start)) return 'picture';
  // Programs and archives hold zero bytes near their beginning, texts never do.
  if (!isWide && start.includes('\0')) return 'other';
  if (/\.(eml|mbox|mht|mhtml)$/i.test(name) || MAIL_START.test(start)) return 'mail';
  return /\.x?html?$/i.test(name) || PAGE_START.test(start) ? 'html' : 'text';
}
