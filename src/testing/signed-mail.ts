/** Signed mails of an invented carrier, for tests: the keys are made anew in every run. */
import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth';
import { dnsFromAnswers } from '../adapters/dns-recorded/dns.ts';
import { mailCheck } from '../adapters/mail-check/check.ts';
import { pdfText } from '../adapters/pdf-text/text.ts';
import type { ConfirmDeps, ConfirmInput } from '../app/confirm/types.ts';
import { aBrand, fact, memoryCatalog } from './catalog.ts';

const PAIR = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const ED = generateKeyPairSync('ed25519', {
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
export const PRIVATE_KEY = PAIR.privateKey;
export const KEY_RECORD = `v=DKIM1; k=rsa; p=${PAIR.publicKey.replace(/-----[^-]+-----|\s/g, '')}`;
export const ED_PRIVATE_KEY = ED.privateKey;
export const ED_RECORD = `v=DKIM1; k=ed25519; p=${ED.publicKey.subarray(-32).toString('base64')}`;
export const KEY_NAME = 's1._domainkey.acme.example';
export const DNS: Record<string, readonly string[] | null> = { [KEY_NAME]: [KEY_RECORD] };

export const ACME = aBrand({
  senderDomains: fact(['mail.acme.example']),
  officialDomains: fact(['acme.example']),
});
export const BARE = aBrand({ slug: 'bare', name: { en: 'Bare Mobile', zh: '贝尔' } });

export const BODY =
  'Hello Wei,\r\n\r\nYour line (202) 555-0143 has been cancelled effective December 11, 2026.\r\nConfirmation number: AC-448812.\r\n\r\nAcme Wireless\r\n';
export const HEADERS = [
  'From: Acme <no-reply@acme.example>',
  'To: wei@customer.example',
  'Subject: Your cancellation is confirmed',
  'Date: Tue, 01 Dec 2026 15:00:00 +0000',
  'Message-ID: <1@acme.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
];

export function plainMail(headers: readonly string[] = HEADERS, body = BODY): string {
  return `${headers.join('\r\n')}\r\n\r\n${body}`;
}

/** Without the line of that name, or with another in its place. */
export function headersWith(name: string, line: string | null, headers: readonly string[] = HEADERS): string[] {
  return headers.flatMap((own) => (own.startsWith(`${name}:`) ? (line === null ? [] : [line]) : [own]));
}

interface Signing {
  domain?: string;
  selector?: string;
  key?: string;
  headerList?: string[];
  maxBodyLength?: number;
  canonicalization?: string;
  expires?: Date;
  signTime?: Date;
  algorithm?: string;
}

/** The mail with a DKIM signature in front. */
export async function signed(mail: string, over: Signing = {}): Promise<string> {
  const { signatures, errors } = await dkimSign(mail, {
    canonicalization: over.canonicalization ?? 'relaxed/relaxed',
    signTime: over.signTime ?? new Date('2026-12-01T15:00:00Z'),
    ...(over.expires ? { expires: over.expires } : {}),
    signatureData: [
      {
        signingDomain: over.domain ?? 'acme.example',
        selector: over.selector ?? 's1',
        privateKey: over.key ?? PRIVATE_KEY,
        ...(over.algorithm ? { algorithm: over.algorithm } : {}),
        ...(over.headerList ? { headerList: over.headerList } : {}),
        ...(over.maxBodyLength === undefined ? {} : { maxBodyLength: over.maxBodyLength }),
      },
    ],
  } as never);
  if (errors.length > 0 || signatures === '') throw new Error(`not signed: ${JSON.stringify(errors)}`);
  return signatures + mail;
}

export function confirmDeps(over: Partial<ConfirmDeps> = {}, answers: typeof DNS = DNS): ConfirmDeps {
  return {
    catalog: memoryCatalog([ACME, BARE]),
    dns: dnsFromAnswers(answers),
    mails: mailCheck(),
    pdf: pdfText(),
    receivedAt: Date.parse('2026-12-01T16:00:00Z'),
    ...over,
  };
}

export function confirmInput(content: string | Uint8Array, over: Partial<ConfirmInput> = {}): ConfirmInput {
  return {
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    name: 'answer.eml',
    line: { carrier: 'acme', msisdn: '12025550143', iccid: null },
    accountNumber: null,
    requestSentOn: '2026-11-28',
    text: null,
    ...over,
  };
}
