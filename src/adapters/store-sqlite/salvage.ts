import { type Head, hashOf, type StoredRow } from '../../domain/case/chain.ts';
import { cellBefore, localBytes, pageNumber } from './cell.ts';
import { MARK_START, type Mark, readMark } from './mark.ts';
import type { RawImage } from './raw.ts';

export interface SalvagedCase {
  /** null: nothing says when it was opened. */
  opened: number | null;
  /** Where the chain ends; null: nothing whole says so. */
  head: Head | null;
  /** Sorted by place; `json` is null where an event stands that is damaged. */
  rows: StoredRow[];
}

export interface Salvaged {
  cases: Map<string, SalvagedCase>;
  /** Ciphertext by case and name, put together when asked for; null where its chain of pages is broken. */
  sealed: Map<string, Map<string, () => Uint8Array | null>>;
}

/** With the keys of RFC 8785 in order, every event begins so; inside a text the quotation marks would be escaped. */
const EVENT_START = bytesOf('{"at":"');
const AGE_START = bytesOf('age-encryption.org/v1\n');
const MARK_BYTES = 2048;
const HASH_CHARS = 64;

interface Candidate {
  case: string;
  seq: number;
  prev: string | null;
  json: string;
  hash: string;
}

/**
 * Finds events, heads and ciphertext in the raw bytes, without any structure of SQLite that could be damaged. An event is genuine where
 * its hash stands anywhere in those bytes (beside it, in its successor or in the head of its case): no damaged text has such a hash.
 */
export function salvage(image: RawImage): Salvaged {
  const hashes = new Set<string>();
  const candidates: Candidate[] = [];
  const marks: Mark[] = [];
  const sealed: Salvaged['sealed'] = new Map();
  for (const page of image.pages) {
    collectHashes(page, hashes);
    for (const at of occurrences(page, bytesOf(MARK_START))) {
      const mark = readMark(new TextDecoder().decode(page.subarray(at, at + MARK_BYTES)));
      if (mark) marks.push(mark);
    }
    for (const at of occurrences(page, EVENT_START)) candidates.push(...eventsAt(image, page, at));
    for (const at of occurrences(page, AGE_START)) collectSealed(image, page, at, sealed);
  }
  for (const { prev } of candidates) if (prev !== null) hashes.add(prev);
  return { cases: casesOf(candidates, hashes, marks), sealed };
}

function casesOf(candidates: Candidate[], hashes: Set<string>, marks: Mark[]): Map<string, SalvagedCase> {
  const genuine = Map.groupBy(
    candidates.filter(({ hash }) => hashes.has(hash)),
    (candidate) => candidate.case,
  );
  const broken = Map.groupBy(
    candidates.filter(({ hash }) => !hashes.has(hash)),
    (candidate) => candidate.case,
  );
  const newest = new Map<string, Mark>();
  for (const mark of marks) {
    if (mark.head.seq >= (newest.get(mark.case)?.head.seq ?? 0)) newest.set(mark.case, mark);
  }
  const cases = new Map<string, SalvagedCase>();
  for (const id of new Set([...newest.keys(), ...genuine.keys()])) {
    const mark = newest.get(id);
    const head = mark?.head ?? null;
    const rows = rowsOf(genuine.get(id) ?? [], broken.get(id) ?? [], head);
    cases.set(id, { opened: mark?.opened ?? null, head, rows });
  }
  return cases;
}

/** One row for each place. Where several events claim it (one was never committed), the one its successor or the head names. */
function rowsOf(genuine: Candidate[], broken: Candidate[], head: Head | null): StoredRow[] {
  const bySeq = Map.groupBy(genuine, ({ seq }) => seq);
  const last = head?.seq ?? Math.max(0, ...bySeq.keys());
  const rows = new Map<number, StoredRow>();
  for (const { seq, hash } of broken) if (seq >= 1 && seq <= last) rows.set(seq, { seq, hash, json: null });
  let named = head?.hash ?? null;
  for (const seq of [...bySeq.keys()].filter((given) => given <= last).sort((a, b) => b - a)) {
    const claims = bySeq.get(seq) ?? [];
    const chosen = claims.find(({ hash }) => hash === named) ?? claims[0];
    if (!chosen) continue;
    rows.set(seq, { seq, hash: chosen.hash, json: chosen.json });
    named = chosen.prev;
  }
  return [...rows.values()].sort((a, b) => a.seq - b.seq);
}

/** The event that begins at `at`; where it goes on in other pages, with the newest and with the older images of them. */
function eventsAt(image: RawImage, page: Uint8Array, at: number): Candidate[] {
  const newest = textFrom(page, at, (number) => image.versionsOf(number)[0]);
  const within = newest?.buffer === page.buffer;
  const older = within ? null : textFrom(page, at, (number) => image.versionsOf(number).at(-1));
  return [newest, older].map(eventOf).filter((event) => event !== null);
}

function eventOf(bytes: Uint8Array | null): Candidate | null {
  if (!bytes) return null;
  const json = new TextDecoder().decode(bytes);
  try {
    const event = JSON.parse(json);
    if (typeof event.case !== 'string' || !Number.isInteger(event.seq)) return null;
    return { case: event.case, seq: event.seq, prev: event.prev, json, hash: hashOf(json) };
  } catch {
    return null;
  }
}

/** The bytes of the JSON object that begins at `at`, across pages: a byte that cannot stand in JSON begins the number of the next page. */
function textFrom(
  first: Uint8Array,
  start: number,
  pageOf: (number: number) => Uint8Array | undefined,
): Uint8Array | null {
  const parts: Uint8Array[] = [];
  const seen = new Set<Uint8Array>();
  let page = first;
  let from = start;
  let depth = 0;
  let quoted = false;
  let escaped = false;
  for (let at = start; ; at += 1) {
    const byte = page[at];
    if (byte === undefined || byte < 0x20) {
      const inFirst = page === first && parts.length === 0;
      if (inFirst !== (byte !== undefined)) return null;
      parts.push(page.subarray(from, at));
      const next = pageOf(pageNumber(page, inFirst ? at : 0));
      if (!next || seen.has(next)) return null;
      seen.add(next);
      page = next;
      from = 4;
      at = 3;
      continue;
    }
    if (escaped) escaped = false;
    else if (quoted && byte === 0x5c) escaped = true;
    else if (byte === 0x22) quoted = !quoted;
    else if (!quoted && byte === 0x7b) depth += 1;
    else if (!quoted && byte === 0x7d) depth -= 1;
    if (depth > 0) continue;
    parts.push(page.subarray(from, at + 1));
    return parts.length > 1 ? Buffer.concat(parts) : (parts[0] ?? null);
  }
}

function collectSealed(image: RawImage, page: Uint8Array, at: number, into: Salvaged['sealed']): void {
  const cell = cellBefore(page, at);
  const [, caseId, name] = cell?.before ?? [];
  if (!cell || typeof caseId !== 'string' || typeof name !== 'string') return;
  const names = into.get(caseId) ?? new Map<string, () => Uint8Array | null>();
  into.set(caseId, names);
  names.set(name, () => {
    const local = localBytes(cell.payload) - cell.lead;
    const parts = [page.subarray(at, at + local)];
    let left = cell.payload - cell.lead - local;
    let next = left > 0 ? pageNumber(page, at + local) : 0;
    while (left > 0) {
      const [more] = image.versionsOf(next);
      if (!more) return null;
      parts.push(more.subarray(4, 4 + left));
      left -= more.length - 4;
      next = pageNumber(more, 0);
    }
    return Buffer.concat(parts);
  });
}

/** Every run of 64 hexadecimal digits; of a longer run every part of that length. */
function collectHashes(page: Uint8Array, into: Set<string>): void {
  let from = 0;
  for (let at = 0; at <= page.length; at += 1) {
    const byte = page[at] ?? 0;
    if ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66)) continue;
    for (let start = from; start + HASH_CHARS <= at; start += 1) {
      into.add(Buffer.from(page.subarray(start, start + HASH_CHARS)).toString('latin1'));
    }
    from = at + 1;
  }
}

function occurrences(page: Uint8Array, wanted: Uint8Array): number[] {
  const buffer = Buffer.from(page.buffer, page.byteOffset, page.length);
  const found: number[] = [];
  for (let at = buffer.indexOf(wanted); at >= 0; at = buffer.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
