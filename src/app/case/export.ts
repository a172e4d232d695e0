import { canonical, hashOf } from '../../domain/case/chain.ts';
import { hasher } from '../../domain/case/hasher.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { ReadCase } from '../../ports/case-log.ts';
import type { CaseDeps } from './deps.ts';
import { loadCase } from './load.ts';
import { filesOf as attachmentsOf } from './view.ts';

/*
 * STORED FORMAT. An export is text, one JSON document a line: a head, then per case its head, events, files and secrets, and an
 * end that counts them and bears the SHA-256 of all before and of the counts, so that a file cut short or changed is noticed.
 */
export const EXPORT_FORMAT = 1;

/** What an export holds; `lost`: files and secrets that could not be read any more. */
export interface ExportCounts {
  cases: number;
  events: number;
  files: number;
  secrets: number;
  lost: number;
  /** How many things were found damaged in the cases themselves. */
  problems: number;
}

/**
 * The lines of an export (each with its line break) of one case, or of all. Secrets go along only where the file will be
 * encrypted. What is damaged is left out and counted; everything readable goes along. `counts` is filled on the way.
 */
export async function* exportLines(
  name: string | null,
  options: { secrets: boolean },
  deps: CaseDeps,
  counts: ExportCounts,
): AsyncGenerator<string> {
  const sum = hasher();
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    sum.update(text);
    return text;
  };
  const secrets = options.secrets ? 'included' : 'left-out';
  yield line({ simoff: 'export', format: EXPORT_FORMAT, createdAt: new Date(deps.now).toISOString(), secrets });
  const cases = name === null ? deps.log.readAll() : one((await loadCase(name, deps)).read);
  for await (const read of cases) {
    counts.cases += 1;
    counts.problems += read.problems.length;
    yield line({ case: read.case, head: read.head, problems: read.problems });
    for (const event of read.events) {
      counts.events += 1;
      yield line({ event, hash: hashOf(canonical(event)) });
    }
    for await (const file of filesOf(read, deps, counts)) yield line({ file });
    if (options.secrets) for (const secret of await secretsOf(read.case, deps, counts)) yield line({ secret });
  }
  sum.update(JSON.stringify(counts));
  yield `${JSON.stringify({ end: counts, sha256: sum.hex() })}\n`;
}

export function noCounts(): ExportCounts {
  return { cases: 0, events: 0, files: 0, secrets: 0, lost: 0, problems: 0 };
}

async function* one(read: ReadCase): AsyncGenerator<ReadCase> {
  yield read;
}

/** The files that are there; one that an event names and that is gone counts as lost. */
async function* filesOf({ case: caseId, events }: ReadCase, { blobs }: CaseDeps, counts: ExportCounts) {
  const there = await blobs.list(caseId);
  const named = new Set(events.flatMap(attachmentsOf).map(({ sha256 }) => sha256));
  counts.lost += [...named].filter((sha256) => !there.includes(sha256)).length;
  for (const sha256 of there) {
    const bytes = await blobs.get(caseId, sha256).catch(damaged);
    if (bytes === null) {
      counts.lost += 1;
      continue;
    }
    counts.files += 1;
    yield { case: caseId, sha256, data: base64(bytes) };
  }
}

async function secretsOf(caseId: string, { secrets }: CaseDeps, counts: ExportCounts) {
  const all = await secrets.all(caseId).catch(damaged);
  if (all === null) {
    counts.lost += 1;
    return [];
  }
  counts.secrets += all.size;
  return [...all].map(([reference, { value, salt }]) => ({ case: caseId, reference, value, salt }));
}

function damaged(error: unknown): null {
  if (error instanceof SimoffError) return null;
  throw error;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
