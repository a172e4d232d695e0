import { APPLICATION_ID, PAGE_BYTES } from './schema.ts';

/** Length of a SQLite header (https://sqlite.org/fileformat2.html, section 1.3). */
export const HEADER_BYTES = 100;

/** Bytes of the header that are the same in every file of ours, by their offset. */
const FIXED = new Map<number, number>();
const fix = (offset: number, bytes: Iterable<number>): void => {
  let at = offset;
  for (const byte of bytes) FIXED.set(at++, byte);
};
const big32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
fix(0, new TextEncoder().encode('SQLite format 3\0'));
fix(16, [PAGE_BYTES >>> 8, PAGE_BYTES & 255]);
// No reserved bytes, the payload fractions that SQLite prescribes, schema format 4, no auto-vacuum, UTF-8.
fix(20, [0, 64, 32, 32]);
fix(44, big32(4));
fix(52, big32(0));
fix(56, big32(1));
fix(64, big32(0));
fix(68, big32(APPLICATION_ID));
fix(
  72,
  Array.from({ length: 20 }, () => 0),
);

/** The offsets that tell whose file it is: the magic text and the application id. */
const NAMES_US = [...Array.from({ length: 16 }, (_, at) => at), 68, 69, 70, 71];

/**
 * What the first bytes of a file say: `ours`; `damaged` where it is ours but for a byte in the name or any in the rest, or is cut off;
 * `foreign` otherwise.
 */
export function kindOf(header: Uint8Array): 'ours' | 'damaged' | 'foreign' {
  const differs = (at: number): boolean => at < header.length && header[at] !== FIXED.get(at);
  if (NAMES_US.filter(differs).length > 1) return 'foreign';
  const journal = [header[18], header[19]].every((version) => version === 1 || version === 2);
  return journal && header.length >= HEADER_BYTES && ![...FIXED.keys()].some(differs) ? 'ours' : 'damaged';
}
