import type { Brand } from '../../domain/catalog/schema.ts';
import { hostOf } from '../../domain/confirm/host.ts';
import type { ParsedMail, RawMail, SignatureFact } from '../../domain/confirm/mail-facts.ts';
import { canonicalLines, hasEndlessLine, rawMail } from '../../domain/confirm/raw-mail.ts';
import { isTypeSafe } from '../../domain/confirm/type-safe.ts';
import { type Ground, isCarriers, judgeMail, type MailFacts, type Verdict } from '../../domain/confirm/verdict.ts';
import { brandOfHost, carrierHosts, isAnyCarriers } from './carrier-hosts.ts';
import type { ConfirmDeps } from './types.ts';

export interface JudgedMail {
  verdict: Exclude<Verdict, 'not-a-confirmation'>;
  grounds: Ground[];
  /** The brand it comes from, or is held against. */
  brand: Brand | null;
  parsed: ParsedMail | null;
}

const FORWARDED =
  /^-{2,}\s*(?:forwarded message|original message)\s*-{2,}|^begin forwarded message:|^发件人[:：]|^-{2,}\s*转发/im;

/** Judges one mail (raw bytes) against the carrier, or against whichever carrier's domain stands in From where none is given. */
export async function judgeRawMail(
  given: Uint8Array,
  carrier: Brand | null,
  deps: ConfirmDeps,
  inner = true,
): Promise<JudgedMail> {
  const bytes = canonicalLines(given);
  const raw = rawMail(bytes);
  const parsed = await deps.mails.parse(bytes);
  if (parsed === null || hasEndlessLine(bytes))
    return { verdict: 'not-verifiable', grounds: [{ code: 'mail-unreadable', detail: {} }], brand: carrier, parsed };
  const decode = deps.mails.unicodeHost;
  const addresses = fromAddresses(raw, parsed);
  const only = addresses.length === 1 ? (addresses[0] ?? '') : '';
  const fromHost = only.includes('@') ? hostOf(only.slice(only.lastIndexOf('@') + 1), decode) : null;
  const brand = carrier ?? (fromHost ? await brandOfHost(fromHost.host, deps.catalog, decode) : null);
  const hosts = brand ? carrierHosts(brand, decode) : [];
  const attached = parsed.attachments.filter(({ mimeType }) => mimeType === 'message/rfc822');
  const fromCarrier = fromHost !== null && isCarriers(fromHost.host, hosts);
  // Forwarded as an attachment, a mail keeps its signature.
  if (inner && !fromCarrier && attached.length === 1 && attached[0]) {
    return judgeRawMail(attached[0].bytes, carrier, deps, false);
  }
  const signatures = await signaturesOf(raw, bytes, deps);
  const facts: MailFacts = {
    raw,
    signatures,
    from: parsed.from,
    subject: parsed.subject,
    fromHost,
    signers: new Map(
      signatures.flatMap(({ domain }) => {
        const host = hostOf(domain, decode);
        return host ? [[domain, host] as const] : [];
      }),
    ),
    carrierHosts: hosts,
    otherCarrier:
      fromHost !== null &&
      carrier !== null &&
      !fromCarrier &&
      (await isAnyCarriers(fromHost.host, deps.catalog, decode)),
    carrierNames: brand ? [brand.name.en, ...brand.aliases] : [],
    receivedAt: deps.receivedAt,
    typeSafe: isTypeSafe(raw, bytes),
    forwarded: !fromCarrier && FORWARDED.test(`${parsed.text}\n${parsed.html ?? ''}`),
  };
  return { ...judgeMail(facts), brand, parsed };
}

/** No question is asked for a mail without a signature. */
async function signaturesOf(
  { fields }: RawMail,
  bytes: Uint8Array,
  { mails, dns, receivedAt }: ConfirmDeps,
): Promise<SignatureFact[]> {
  if (!fields.some(({ name }) => name === 'dkim-signature')) return [];
  return mails.signatures(bytes, dns, receivedAt);
}

/** The addresses in From; where the raw field holds others than the parser shows, none is sure. */
function fromAddresses({ fields }: RawMail, { from }: ParsedMail): string[] {
  const shown = from.map(({ address }) => address.toLowerCase());
  const raw = fields.filter(({ name }) => name === 'from').map(({ value }) => value.toLowerCase());
  const sure = shown.every((address) => address !== '' && raw.some((value) => value.includes(address)));
  return sure && raw.length === 1 ? shown : [];
}
