import type { Facts } from '../errors.ts';
import type { Host } from './look-alike.ts';
import { lookAlike } from './look-alike.ts';
import type { MailAddress, RawMail, SignatureFact } from './mail-facts.ts';
import type { Reading } from './reading.ts';

export const VERDICTS = ['genuine', 'not-verifiable', 'forged', 'not-a-confirmation'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a verdict is what it is; the sentence of each stands under `confirm.ground.<code>`. */
export const VERDICT_GROUNDS = [
  'signed-by-carrier',
  'signature-broken',
  'look-alike',
  'duplicate-header',
  'content-appended',
  'display-name',
  'unsigned',
  'other-domain',
  'not-aligned',
  'no-sender-domain-known',
  'forwarded-as-text',
  'key-gone',
  'key-unusable',
  'weak-key',
  'weak-algorithm',
  'key-testing',
  'dns-failed',
  'expired',
  'signature-invalid',
  'signed-later',
  'header-not-covered',
  'header-missing',
  'header-malformed',
  'type-not-covered',
  'odd-bytes',
  'from-unclear',
  'mail-unreadable',
  'text-only',
  'pdf-only',
  'pdf-unreadable',
  'picture-only',
  'file-unreadable',
  'before-request',
  'parts-disagree',
  'not-about-ending',
] as const;
export type VerdictGround = (typeof VERDICT_GROUNDS)[number];

export interface Ground {
  code: VerdictGround;
  detail: Facts;
}

/** What is known of a mail when it is judged. Hosts are cut by the public suffix list outside. */
export interface MailFacts {
  raw: RawMail;
  signatures: readonly SignatureFact[];
  /** Addresses in From as the two readers see them; they have to agree. */
  from: readonly MailAddress[];
  subject: string;
  /** The host of the one From address; null: none, or several. */
  fromHost: Host | null;
  /** The host of every signing domain, by its name. */
  signers: ReadonlyMap<string, Host>;
  /** Sender and official domains of the carrier. */
  carrierHosts: readonly Host[];
  carrierNames: readonly string[];
  /** From is a domain of another carrier of the catalog. */
  otherCarrier: boolean;
  /** Instant of receipt, ms since 1970. */
  receivedAt: number;
  /** The kind of body is safe to read though Content-Type is not signed. */
  typeSafe: boolean;
  /** A forwarded message stands in the text. */
  forwarded: boolean;
}

const ONCE = [
  'from',
  'subject',
  'to',
  'date',
  'sender',
  'reply-to',
  'content-type',
  'content-transfer-encoding',
  'mime-version',
];
const SHOWN = ['from', 'subject', 'to', 'date'];
const COVERED = ['from', 'subject', 'date'];
const DAY_MS = 86_400_000;

/** Whether a host is one of the carrier's, or lies below one. */
export function isCarriers(host: string, carriers: readonly Host[]): boolean {
  return carriers.some((own) => host === own.host || host.endsWith(`.${own.host}`));
}

/** The verdict on a mail as such, before it is asked what it says. `forged` weighs most: any sign of it is enough. */
export function judgeMail(facts: MailFacts): { verdict: Exclude<Verdict, 'not-a-confirmation'>; grounds: Ground[] } {
  const forged = forgery(facts);
  if (forged.length > 0) return { verdict: 'forged', grounds: forged };
  const grounds = doubts(facts);
  if (grounds.length > 0) return { verdict: 'not-verifiable', grounds };
  const passing = goodSignatures(facts)[0];
  return {
    verdict: 'genuine',
    grounds: [
      { code: 'signed-by-carrier', detail: { domain: passing?.domain ?? '', selector: passing?.selector ?? '' } },
    ],
  };
}

function carriersOwn({ carrierHosts, signatures }: MailFacts): SignatureFact[] {
  return signatures.filter(({ domain }) => isCarriers(domain, carrierHosts));
}

function aligned(signature: SignatureFact, { fromHost, signers }: MailFacts): boolean {
  return fromHost !== null && signers.get(signature.domain)?.registrable === fromHost.registrable;
}

/** Valid signatures of the carrier's domain that stands in From, over the whole body. */
function goodSignatures(facts: MailFacts): SignatureFact[] {
  return carriersOwn(facts).filter(
    (own) => own.result === 'pass' && aligned(own, facts) && own.unsignedBytes === 0 && !own.testing,
  );
}

function forgery(facts: MailFacts): Ground[] {
  const { fromHost, carrierHosts, from } = facts;
  const grounds: Ground[] = [];
  const own = carriersOwn(facts);
  const like = fromHost && !facts.otherCarrier && lookAlike(fromHost, carrierHosts);
  if (like) grounds.push({ code: 'look-alike', detail: { domain: fromHost.unicode, carrier: like } });
  const appended = own.find(({ result, unsignedBytes }) => result === 'pass' && unsignedBytes > 0);
  const whole = own.some(({ result, unsignedBytes }) => result === 'pass' && unsignedBytes === 0);
  if (appended && !whole)
    grounds.push({ code: 'content-appended', detail: { domain: appended.domain, bytes: appended.unsignedBytes } });
  const broken = own.find(({ result }) => result === 'broken');
  if (broken && !own.some(({ result }) => result === 'pass'))
    grounds.push({ code: 'signature-broken', detail: { domain: broken.domain } });
  const claimed =
    own.length > 0 ||
    (fromHost !== null && isCarriers(fromHost.host, carrierHosts)) ||
    addressesOf(facts).some((host) => isCarriers(host, carrierHosts));
  const twice = SHOWN.find((name) => countOf(facts, name) > 1);
  if (twice && claimed) grounds.push({ code: 'duplicate-header', detail: { header: twice } });
  const borrowed = from.find(({ name }) => namesAddressOf(name, facts));
  if (borrowed) grounds.push({ code: 'display-name', detail: { domain: fromHost?.host ?? null } });
  return grounds;
}

const addressesOf = ({ from }: MailFacts): string[] =>
  from.map(({ address }) => address.slice(address.lastIndexOf('@') + 1).toLowerCase());

/** A display name that holds an address of the carrier, in front of another one. */
function namesAddressOf(name: string, { fromHost, carrierHosts }: MailFacts): boolean {
  if (fromHost === null || isCarriers(fromHost.host, carrierHosts)) return false;
  const shown = name.toLowerCase().normalize('NFKC');
  return [...shown.matchAll(/@\s*([a-z0-9.-]+\.[a-z]{2,})/g)].some((match) => isCarriers(match[1] ?? '', carrierHosts));
}

const countOf = ({ raw }: MailFacts, name: string): number => raw.fields.filter((field) => field.name === name).length;

function doubts(facts: MailFacts): Ground[] {
  const { raw, fromHost, carrierHosts, signatures } = facts;
  const grounds: Ground[] = [];
  const add = (code: VerdictGround, detail: Facts = {}): void => {
    grounds.push({ code, detail });
  };
  if (raw.oddBytes) add('odd-bytes');
  if (raw.malformed) add('header-malformed');
  if (fromHost === null) add('from-unclear', { count: facts.from.length });
  const doubled = ONCE.find((name) => countOf(facts, name) > 1);
  if (doubled) add('duplicate-header', { header: doubled });
  if (carrierHosts.length === 0) add('no-sender-domain-known');
  if (fromHost && carrierHosts.length > 0 && !isCarriers(fromHost.host, carrierHosts)) {
    add('other-domain', { domain: fromHost.unicode });
    if (
      facts.from.some(({ name }) =>
        facts.carrierNames.some((own) => own.length > 2 && name.toLowerCase().includes(own.toLowerCase())),
      )
    ) {
      add('display-name', { domain: fromHost.unicode });
    }
  }
  if (facts.forwarded) add('forwarded-as-text');
  if (signatures.length === 0) add('unsigned');
  const good = goodSignatures(facts);
  if (good.length === 0) grounds.push(...(signatures.length > 0 ? whyNone(facts) : []));
  else grounds.push(...coverage(good, facts));
  return grounds;
}

const AS_GROUND: Readonly<Record<Exclude<SignatureFact['result'], 'pass' | 'broken'>, VerdictGround>> = {
  expired: 'expired',
  'key-gone': 'key-gone',
  'key-unusable': 'key-unusable',
  'weak-key': 'weak-key',
  'weak-algorithm': 'weak-algorithm',
  'dns-failed': 'dns-failed',
  invalid: 'signature-invalid',
};

function whyNone(facts: MailFacts): Ground[] {
  const own = carriersOwn(facts);
  const grounds: Ground[] = [];
  for (const signature of own) {
    const { domain, result, testing } = signature;
    if (result === 'broken') grounds.push({ code: 'signature-broken', detail: { domain } });
    else if (result !== 'pass')
      grounds.push({ code: AS_GROUND[result], detail: { domain, selector: signature.selector } });
    else if (testing) grounds.push({ code: 'key-testing', detail: { domain } });
    else if (!aligned(signature, facts)) grounds.push({ code: 'not-aligned', detail: { domain } });
    else grounds.push({ code: 'content-appended', detail: { domain, bytes: signature.unsignedBytes } });
  }
  const first = facts.signatures[0];
  if (own.length === 0 && first && facts.carrierHosts.length > 0) {
    grounds.push({ code: 'other-domain', detail: { domain: first.domain } });
  }
  return grounds;
}

/** What the best signature leaves open; empty: it covers all that is shown. */
function coverage(good: readonly SignatureFact[], facts: MailFacts): Ground[] {
  const each = good.map((signature): Ground[] => {
    const grounds: Ground[] = [];
    for (const name of COVERED) {
      if (countOf(facts, name) === 0) grounds.push({ code: 'header-missing', detail: { header: name } });
      else if (!signature.signed.includes(name))
        grounds.push({ code: 'header-not-covered', detail: { header: name, domain: signature.domain } });
    }
    if (
      !facts.typeSafe &&
      !['content-type', 'content-transfer-encoding'].every(
        (name) => countOf(facts, name) === 0 || signature.signed.includes(name),
      )
    ) {
      grounds.push({ code: 'type-not-covered', detail: { domain: signature.domain } });
    }
    if (signature.signedAt !== null && signature.signedAt > facts.receivedAt + DAY_MS) {
      grounds.push({ code: 'signed-later', detail: { domain: signature.domain } });
    }
    return grounds;
  });
  return each.sort((a, b) => a.length - b.length)[0] ?? [];
}

/** Whether a text says anything about the end of a line at all. */
export function isAboutEnding({ kind, grounds }: Pick<Reading, 'kind' | 'grounds'>): boolean {
  if (kind === 'retention-offer') return false;
  if (kind !== 'other') return true;
  return grounds.some(({ code }) => ['negated', 'contradicts', 'vague'].includes(code));
}
