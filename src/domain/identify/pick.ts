import { type Reading, readAsLabelled, readingsOf, SURE } from './reading.ts';
import type { Chunk, Group } from './scan.ts';

/** An identifier in the text: its best reading, and what else the same digits could be. */
export interface Found {
  reading: Reading;
  others: Reading[];
  start: number;
  end: number;
}

/** No identifier has more digits; longer runs are not taken apart. */
const MOST_DIGITS = 34;
/** Below this a reading is not worth a mention (sixteen digits are sooner a bank card than a device). */
const GUESS = 25;
/** A label in front outweighs every difference in structure, but makes no impossible thing possible. */
const LABEL_BONUS = 100;
const PHONE_GROUPS = /^(?:10|11|13|3,7|3,3,4|1,10|1,3,7|1,3,3,4|4,3,4|3,4,4|3,8|2,11|2,3,4,4)$/;

/** The identifiers of one chunk of digits, in order. `alone`: the text holds no other digits. */
export function pick(chunk: Chunk, alone: boolean): Found[] {
  const whole = readSpan(chunk, 0, chunk.groups.length, alone);
  if (whole && whole.reading.rank >= SURE) return [whole];
  const sure = split(chunk);
  if (sure.length > 0) return sure;
  return whole ? [whole] : forced(chunk);
}

/** Left to right: at each group the best sure reading that begins there, or on to the next group. */
function split(chunk: Chunk): Found[] {
  const found: Found[] = [];
  let at = 0;
  while (at < chunk.groups.length) {
    let best: Found | null = null;
    let next = at + 1;
    let digits = 0;
    for (let end = at + 1; end <= chunk.groups.length; end += 1) {
      digits += chunk.groups[end - 1]?.digits.length ?? 0;
      if (digits > MOST_DIGITS) break;
      const here = readSpan(chunk, at, end, false);
      if (!here || here.reading.rank < SURE || (best && here.reading.rank < best.reading.rank)) continue;
      best = here;
      next = end;
    }
    if (best) found.push(best);
    at = next;
  }
  return found;
}

function readSpan(chunk: Chunk, from: number, to: number, anyGrouping: boolean): Found | null {
  const groups = chunk.groups.slice(from, to);
  const digits = groups.map((group) => group.digits).join('');
  if (digits.length > MOST_DIGITS) return null;
  const label = from === 0 ? chunk.label : null;
  const maybePhone = anyGrouping || label === 'msisdn' || PHONE_GROUPS.test(groups.map(lengthOf).join());
  const readings = readingsOf(digits, { plus: groups[0]?.plus === true, maybePhone })
    .map((reading) => (reading.kind === label ? { ...reading, rank: reading.rank + LABEL_BONUS } : reading))
    .filter((reading) => reading.rank >= GUESS)
    .sort((a, b) => b.rank - a.rank);
  const [reading, ...rest] = readings;
  if (!reading) return null;
  return { reading, others: rest.filter((other) => other.valid && other.rank >= SURE), ...span(groups) };
}

function forced(chunk: Chunk): Found[] {
  const digits = chunk.groups.map((group) => group.digits).join('');
  if (!chunk.label || digits.length < 8 || digits.length > 40) return [];
  const reading = readAsLabelled(chunk.label, digits, chunk.groups[0]?.plus === true);
  return [{ reading, others: [], ...span(chunk.groups) }];
}

function span(groups: Group[]): { start: number; end: number } {
  return { start: groups[0]?.start ?? 0, end: groups.at(-1)?.end ?? 0 };
}

function lengthOf(group: Group): number {
  return group.digits.length;
}
