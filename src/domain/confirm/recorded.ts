import type { BlobRef } from '../case/events.ts';
import type { CaseState } from '../case/types.ts';

/** What was kept of an answer when it was first seen. */
export interface FirstSight {
  /** Number of the reply in the log. */
  seq: number;
  at: string;
  /** The file with the DNS answers of that day; null: none were asked for. */
  dns: BlobRef | null;
}

export const DNS_FILE = 'dns-answers.json';
export const RESULT_FILE = 'confirm-result.json';

/** When this very file (SHA-256, hex) was first filed in the case; null: never. */
export function firstSightOf(state: CaseState, sha256: string): FirstSight | null {
  for (const event of state.events) {
    if (event.type !== 'reply-received') continue;
    const files = event.data.attachments ?? [];
    if (!files.some((file) => file.sha256 === sha256)) continue;
    return { seq: event.seq, at: event.at, dns: files.find(({ name }) => name === DNS_FILE) ?? null };
  }
  return null;
}
