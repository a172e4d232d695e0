import type { BlobRef, SecretRef, StoredSituation, Words } from '../../domain/case/events.ts';
import { isSecretRef, mapped } from '../../domain/case/sealed.ts';
import { hidden, maskOf, secretsIn } from '../../domain/case/secret-text.ts';
import type { Situation } from '../../domain/case/situation.ts';
import { printable, SimoffError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';
import type { Blobs } from '../../ports/blobs.ts';
import type { Secrets } from '../../ports/secrets.ts';

/** Fields of a situation that are secret whatever stands in them. */
const ALWAYS_SECRET = ['account.number', 'line.iccid'];
/** Where a person writes freely, and so may write a secret. Everything else is a code, a date or a sum. */
const FREE = /^(?:holder|bought\.(?:seller|orderNumber)|number\.codesStillSentHere)(?:\.|$)/;
/** A phone number as people write it; an IMEI, a card number or a PIN in its place is none. */
const PHONE = /^\s*\+?(?:[\s().-]{0,2}\d){7,13}\s*$/;

/** Characters of a file's name that are kept, its end among them. */
const MAX_NAME = 200;
/** As a program gives it; longer or odder ones are not worth keeping. */
const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,80}(?:;[^\p{Cc}]{0,40})?$/u;

/** A file as a person hands it over. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
  mediaType: string;
}

/**
 * `data`, in which all text was written freely, with every text that holds something secret kept encrypted and a reference in
 * its place. `known`: secrets of this case.
 */
export async function sealData<T>(
  caseId: string,
  data: unknown,
  known: readonly string[],
  secrets: Secrets,
): Promise<T> {
  return sealed(data, () => null, caseId, known, secrets) as Promise<T>;
}

/**
 * The situation as it is stored. `before`: the one it replaces; a masked value that stands unchanged keeps its reference, so
 * that changing one field does not lose another's secret. `known`: secrets of this case from before.
 */
export async function sealSituation(
  caseId: string,
  situation: Situation,
  before: StoredSituation | null,
  known: readonly string[],
  secrets: Secrets,
): Promise<StoredSituation> {
  const kept = new Map<string, SecretRef>();
  mapped(before, (value, path) => {
    if (isSecretRef(value)) kept.set(path.join('.'), value);
    return isSecretRef(value) ? null : undefined;
  });
  const rule = (path: string, text: string): Words | 'secret' | 'plain' | null => {
    const old = kept.get(path);
    if (old && old.masked === text) return old;
    if (ALWAYS_SECRET.includes(path)) return 'secret';
    if (path === 'line.msisdn') return PHONE.test(text) ? 'plain' : 'secret';
    if (path.startsWith('holder.name') && /^[\d\s-]+$/.test(text)) return 'secret';
    return FREE.test(path) ? null : 'plain';
  };
  const own = [situation.account?.number, situation.line.iccid].filter((value) => typeof value === 'string');
  return sealed(situation, rule, caseId, [...known, ...own], secrets) as Promise<StoredSituation>;
}

async function sealed(
  data: unknown,
  rule: (path: string, text: string) => Words | 'secret' | 'plain' | null,
  caseId: string,
  known: readonly string[],
  secrets: Secrets,
): Promise<unknown> {
  const texts = new Map<string, { value: string; masked: string }>();
  mapped(data, (value, path) => {
    if (typeof value !== 'string') return undefined;
    const place = path.join('.');
    const said = rule(place, value);
    if (said === 'plain' || (said !== null && said !== 'secret')) return null;
    const found = said === 'secret' ? [value] : secretsIn(value, known);
    if (found.length > 0 && value.trim() !== '') {
      texts.set(place, { value, masked: said === 'secret' ? maskOf(value) : hidden(value, found) });
    }
    return null;
  });
  const references = new Map<string, SecretRef>();
  for (const [place, { value, masked }] of texts) references.set(place, await secrets.put(caseId, value, masked));
  return mapped(data, (value, path) => {
    const place = path.join('.');
    const reference = references.get(place);
    if (reference) return reference;
    if (typeof value !== 'string') return undefined;
    const said = rule(place, value);
    return said !== null && typeof said === 'object' ? said : undefined;
  });
}

/** Keeps the files with the case. Throws `attachment-too-large` before anything is kept. */
export async function keepFiles(
  caseId: string,
  files: readonly GivenFile[],
  known: readonly string[],
  { blobs, secrets }: { blobs: Blobs; secrets: Secrets },
): Promise<BlobRef[]> {
  const large = files.find(({ bytes }) => bytes.length > LIMITS.attachmentBytes);
  if (large) throw new SimoffError('attachment-too-large', { limit: LIMITS.attachmentBytes });
  const kept: BlobRef[] = [];
  for (const { name, bytes, mediaType } of files) {
    const { shown } = await sealData<{ shown: Words }>(caseId, { shown: fileName(name) }, known, secrets);
    const type = MEDIA_TYPE.test(mediaType) ? mediaType : 'application/octet-stream';
    kept.push({ sha256: await blobs.put(caseId, bytes), bytes: bytes.length, name: shown, mediaType: type });
  }
  return kept;
}

/** The name alone: a folder in front of it would lead somewhere when the file is written out again. */
function fileName(given: string): string {
  const name = printable(given.split(/[/\\]/).at(-1) ?? '').trim();
  return /^\.*$/.test(name) ? 'file' : name.slice(-MAX_NAME);
}
