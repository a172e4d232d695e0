import { fileKind } from '../../domain/confirm/file-kind.ts';
import { LIMITS } from '../../domain/limits.ts';
import { decodeText } from '../../domain/text/decode.ts';
import type { ReadText, TextKind, TextReader } from '../../ports/text-reader.ts';
import { pdfPages } from '../pdf-text/text.ts';
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
      if (error instanceof RangeError) return { kind, text: null, problem: 'too-large' };
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
  const pages = await pdfPages(bytes, LIMITS.transcriptPages);
  if (pages === null) throw new RangeError('too many pages');
  return tidy(pages.join('\n\n'));
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

const PAGE_START = /^\s*(<!doctype html|<html|<head|<body|<div|<p\b)/i;

/** As `fileKind` tells, and web pages among the texts. */
export function kindOf(bytes: Uint8Array, name: string): TextKind {
  const kind = fileKind(bytes, name);
  if (kind === 'mailbox') return 'mail';
  if (kind === 'binary') return 'other';
  if (kind !== 'text') return kind;
  return /\.x?html?$/i.test(name) || PAGE_START.test(decodeText(bytes.subarray(0, 1024))) ? 'html' : 'text';
}
