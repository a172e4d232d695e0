import { type Head, hashOf } from '../../domain/case/chain.ts';

/** What the row of a case says, as text that can be found and proven in the raw bytes of a damaged file. */
export interface Mark {
  case: string;
  /** The place in the order in which the cases were opened. */
  opened: number;
  head: Head;
}

export const MARK_START = 'simoff:[';
const CHECK_CHARS = 16;

/** `simoff:[…]` with a check over the rest at the end. */
export function markOf({ case: caseId, opened, head }: Mark): string {
  const rest = [caseId, opened, head.seq, head.hash];
  return `simoff:${JSON.stringify([...rest, check(rest)])}`;
}

/** The mark in `text`, which begins with one; null where it is damaged. */
export function readMark(text: string): Mark | null {
  const end = text.indexOf('"]');
  if (end < 0) return null;
  try {
    const [caseId, opened, seq, hash, given] = JSON.parse(text.slice('simoff:'.length, end + 2));
    if (given !== check([caseId, opened, seq, hash])) return null;
    return { case: caseId, opened, head: { seq, hash } };
  } catch {
    return null;
  }
}

function check(rest: unknown[]): string {
  return hashOf(JSON.stringify(rest)).slice(0, CHECK_CHARS);
}
