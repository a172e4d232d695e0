import { echo, SimoffError } from '../errors.ts';
import { parseDay } from '../time/civil.ts';
import { parseInstant } from '../time/instant.ts';

/** The instant an answer came (ms since 1970): an ISO 8601 instant, or a calendar date (noon in New York, near enough). Throws `bad-instant`. */
export function receivedOf(given: string): number {
  const text = given.trim();
  const at = parseDay(text) === null ? parseInstant(text) : Date.parse(`${text}T17:00:00Z`);
  if (at === null) throw new SimoffError('bad-instant', { given: echo(text) });
  return at;
}
