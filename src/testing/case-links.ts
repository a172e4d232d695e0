import { chained, type Head, type Link } from '../domain/case/chain.ts';
import type { NewEvent } from '../domain/case/events.ts';

const AT = '2026-11-24T09:00:00.000Z';

/** Events with notes, chained behind `head`; for tests of what stores them. */
export function notes(caseId: string, head: Head, texts: readonly string[]): Link[] {
  const events = texts.map((note): NewEvent => ({ type: 'note-added', at: AT, on: '2026-11-24', data: { note } }));
  return chained(caseId, head, events, AT);
}

/** Where a chain ends that ends with these links. */
export function headOf(links: readonly Link[]): Head {
  const last = links.at(-1);
  if (!last) throw new Error('no links');
  return { seq: last.event.seq, hash: last.hash };
}
