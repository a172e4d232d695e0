import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { type CaseEvent, EVENT_FORMAT, type NewEvent } from './events.ts';

/** Where a chain ends: the number of its events and the hash of the last; the empty chain has `{ seq: 0, hash: null }`. */
export interface Head {
  seq: number;
  hash: string | null;
}

export const EMPTY_HEAD: Head = { seq: 0, hash: null };

/** An event with its canonical JSON (RFC 8785) and the SHA-256 of that, hex. */
export interface Link {
  event: CaseEvent;
  json: string;
  hash: string;
}

/** What can be wrong with a stored chain; the sentence of each stands under `record.problem.<code>`. */
export const CHAIN_PROBLEMS = ['event-damaged', 'event-missing', 'chain-broken', 'head-differs'] as const;
export type ChainProblemCode = (typeof CHAIN_PROBLEMS)[number];

export interface ChainProblem {
  code: ChainProblemCode;
  /** The place in the chain. */
  seq: number;
}

/** The canonical JSON of an event, or of any plain JSON value. */
export function canonical(value: unknown): string {
  return canonicalize(value) ?? '';
}

/** SHA-256 of a text's UTF-8 bytes, hex. */
export function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The events put behind `head`, each bearing the hash of the one before. */
export function chained(caseId: string, head: Head, events: readonly NewEvent[], recordedAt: string): Link[] {
  let { seq, hash } = head;
  return events.map((given) => {
    seq += 1;
    const event = { format: EVENT_FORMAT, case: caseId, seq, ...given, recordedAt, prev: hash } as CaseEvent;
    const json = canonical(event);
    hash = hashOf(json);
    return { event, json, hash };
  });
}

/** A stored row: what the store says of the place and the hash, and the JSON as it stands (null: unreadable). */
export interface StoredRow {
  seq: number;
  hash: string;
  json: string | null;
}

/**
 * The readable events of stored rows (sorted by seq), and everything wrong with the chain. `head`: what the store says the
 * chain ends with, null where it says nothing. An event counts as readable only where its JSON has the hash the row names.
 */
export function verifyRows(
  caseId: string,
  rows: readonly StoredRow[],
  head: Head | null,
): { events: CaseEvent[]; head: Head; problems: ChainProblem[] } {
  const events: CaseEvent[] = [];
  const problems: ChainProblem[] = [];
  let expected = 1;
  let prev: string | null = null;
  for (const row of rows) {
    for (; expected < row.seq; expected += 1) {
      problems.push({ code: 'event-missing', seq: expected });
      prev = null;
    }
    const event = row.json !== null && hashOf(row.json) === row.hash ? parsed(row.json) : null;
    if (!event || event.case !== caseId || event.seq !== row.seq) {
      problems.push({ code: 'event-damaged', seq: row.seq });
    } else {
      const gap = prev === null && row.seq > 1;
      if (!gap && event.prev !== prev) problems.push({ code: 'chain-broken', seq: row.seq });
      events.push(event);
    }
    prev = row.hash;
    expected = row.seq + 1;
  }
  const last = rows.at(-1);
  const seen: Head = last ? { seq: last.seq, hash: last.hash } : EMPTY_HEAD;
  if (head && (head.seq !== seen.seq || head.hash !== seen.hash)) {
    problems.push({ code: 'head-differs', seq: head.seq });
  }
  return { events, head: head && head.seq > seen.seq ? head : seen, problems };
}

function parsed(json: string): CaseEvent | null {
  try {
    return JSON.parse(json) as CaseEvent;
  } catch {
    return null;
  }
}
