import { domainToUnicode } from 'node:url';
import { type DKIMResult, dkimVerify } from 'mailauth';
import PostalMime, { type Address } from 'postal-mime';
import type { MailAddress, ParsedMail, SignatureFact, SignatureResult } from '../../domain/confirm/mail-facts.ts';
import { LIMITS } from '../../domain/limits.ts';
import type { Dns } from '../../ports/dns.ts';
import type { MailCheck } from '../../ports/mail-check.ts';
import { htmlText } from '../text-reader/html.ts';

/** Verifies with mailauth in its strict mode (what RFC 6376 says MUST), parses with postal-mime. */
export function mailCheck(): MailCheck {
  return { signatures, parse, unicodeHost: (host) => domainToUnicode(host) || host };
}

async function signatures(bytes: Uint8Array, dns: Dns, at: number): Promise<SignatureFact[]> {
  const resolver = async (name: string, type: string): Promise<string[][]> => {
    const answer = type === 'TXT' ? await dns.txt(name) : { kind: 'none' as const };
    if (answer.kind === 'found') return [[keyRecord(answer.records)]];
    throw Object.assign(new Error('no answer'), { code: answer.kind === 'none' ? 'ENOTFOUND' : 'ESERVFAIL' });
  };
  try {
    const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { results } = await dkimVerify(given, {
      resolver,
      curTime: new Date(at),
      strict: true,
      rejectRsaSha1: true,
    } as never);
    return results
      .slice(0, LIMITS.mailSignatures)
      .filter(({ signingDomain }) => signingDomain)
      .map(factOf);
  } catch {
    return [
      { domain: '', selector: '', result: 'invalid', signed: [], unsignedBytes: 0, testing: false, signedAt: null },
    ];
  }
}

/** A name may have other TXT records beside the key. */
function keyRecord(records: readonly string[]): string {
  return records.find((own) => /(?:^|;)\s*p\s*=/.test(own)) ?? records[0] ?? '';
}

function factOf(result: DKIMResult): SignatureFact {
  const status = result.status as DKIMResult['status'] & { underSized?: number; testing?: boolean };
  const keys = (result.signingHeaders as { keys?: string } | undefined)?.keys ?? '';
  return {
    domain: String(result.signingDomain ?? '').toLowerCase(),
    selector: String(result.selector ?? ''),
    result: resultOf(status.result, String(status.comment ?? '')),
    signed: keys.split(':').map((own) => own.trim().toLowerCase()),
    unsignedBytes: status.underSized ?? 0,
    testing: status.testing === true,
    signedAt: result.signTime ? Date.parse(result.signTime) : null,
  };
}

function resultOf(result: string, comment: string): SignatureResult {
  if (result === 'pass') return 'pass';
  if (result === 'temperror') return 'dns-failed';
  if (result === 'policy') return comment === 'weak algorithm' ? 'weak-algorithm' : 'weak-key';
  if (comment === 'no key') return 'key-gone';
  // An empty key is how a domain takes one back (RFC 6376 3.6.1).
  if (comment === 'invalid public key') return 'key-gone';
  if (comment === 'expired') return 'expired';
  if (result === 'fail') return 'broken';
  if (/body hash/.test(comment)) return 'broken';
  return /key|hash/.test(comment) ? 'key-unusable' : 'invalid';
}

async function parse(bytes: Uint8Array): Promise<ParsedMail | null> {
  const shown = bytes.subarray(0, LIMITS.mailShownBytes);
  if (boundaryLines(shown) > LIMITS.mailParts) return null;
  try {
    const plain = plainBody(shown);
    const mail = await PostalMime.parse(plain === null ? shown : shown.subarray(0, headLength(shown)), {
      forceRfc822Attachments: true,
      maxNestingDepth: LIMITS.mailDepth,
      maxHeadersSize: LIMITS.mailHeaderBytes * 2,
    });
    const date = mail.date ? Date.parse(mail.date) : Number.NaN;
    return {
      from: mail.from ? addressesOf(mail.from) : [],
      subject: mail.subject ?? '',
      date: Number.isNaN(date) ? null : date,
      text: (plain ?? mail.text ?? '').slice(0, LIMITS.answerChars),
      html: mail.html === undefined ? null : htmlText(mail.html.slice(0, LIMITS.answerChars * 10)),
      attachments: mail.attachments.map(({ mimeType, filename, content }) => ({
        mimeType,
        name: filename,
        bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
      })),
    };
  } catch {
    return null;
  }
}

/** Bytes up to the empty line behind the header. */
function headLength(bytes: Uint8Array): number {
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('\r\n\r\n');
  return found < 0 ? bytes.length : found + 4;
}

/**
 * The text of a mail that is nothing but text as it stands, in UTF-8: most of a parser's time goes into such bodies, line by
 * line. null: there is more to it (parts, an encoding, another character set), which is the parser's work.
 */
function plainBody(bytes: Uint8Array): string | null {
  const length = headLength(bytes);
  const head = Buffer.from(bytes.subarray(0, length)).toString('latin1');
  const types = head.match(/^content-type:.*$/gim) ?? [];
  const simple =
    types.length === 1 &&
    /^content-type:\s*text\/plain\s*(?:;\s*charset="?(?:utf-8|us-ascii)"?\s*)?\r?$/i.test(types[0] ?? '');
  const coding = /^content-transfer-encoding:\s*(.*?)\s*$/im.exec(head)?.[1]?.toLowerCase() ?? '7bit';
  if (!simple || /^content-type:[^\n]*\n[ \t]/im.test(head) || !['7bit', '8bit'].includes(coding)) return null;
  return new TextDecoder().decode(bytes.subarray(length)).replaceAll('\r\n', '\n');
}

/** Lines that begin with two hyphens, as a boundary does. */
function boundaryLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 45 && bytes[at + 2] === 45) count += 1;
  }
  return count;
}

function addressesOf(address: Address): MailAddress[] {
  const all = address.group ?? [address];
  return all.map(({ name, address: own }) => ({ name, address: own ?? '' }));
}
