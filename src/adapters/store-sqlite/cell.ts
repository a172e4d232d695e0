import { PAGE_BYTES } from './schema.ts';

/** A row found in a page: its columns before the last one as text (null: not text), and where the last one lies. */
export interface Cell {
  before: (string | null)[];
  /** Bytes of the whole record, and of it those before the last column. */
  payload: number;
  lead: number;
}

/** A row of ours has at most this many bytes before its last column. */
const REACH = 1024;
const COLUMNS = 4;

/**
 * The row whose last column begins at `start` of `page`. Tries every place a cell could begin at instead of following the pointers of
 * the page, which may be what is damaged (https://sqlite.org/fileformat2.html, sections 1.6 and 2.1). null: there is none.
 */
export function cellBefore(page: Uint8Array, start: number): Cell | null {
  for (let at = start - COLUMNS; at >= Math.max(0, start - REACH); at -= 1) {
    const cell = cellAt(page, at, start);
    if (cell) return cell;
  }
  return null;
}

function cellAt(page: Uint8Array, at: number, start: number): Cell | null {
  const payload = varint(page, at);
  const place = varint(page, payload.next);
  const header = varint(page, place.next);
  if (header.value < COLUMNS + 1 || header.value > 64) return null;
  const body = place.next + header.value;
  const sizes: { size: number; text: boolean }[] = [];
  let next = header.next;
  while (next < body) {
    const type = varint(page, next);
    sizes.push({ size: sizeOf(type.value), text: type.value >= 13 && type.value % 2 === 1 });
    next = type.next;
  }
  const lead = sizes.slice(0, -1).reduce((sum, { size }) => sum + size, 0);
  const last = sizes.at(-1)?.size ?? 0;
  if (next !== body || sizes.length !== COLUMNS || body + lead !== start) return null;
  if (payload.value !== header.value + lead + last) return null;
  let from = body;
  const before = sizes.slice(0, -1).map(({ size, text }) => {
    from += size;
    return text ? new TextDecoder().decode(page.subarray(from - size, from)) : null;
  });
  return { before, payload: payload.value, lead: header.value + lead };
}

/** How many bytes of a record lie in the page itself; the rest is in a chain of overflow pages. */
export function localBytes(payload: number): number {
  const most = PAGE_BYTES - 35;
  if (payload <= most) return payload;
  const least = Math.floor(((PAGE_BYTES - 12) * 32) / 255) - 23;
  const wanted = least + ((payload - least) % (PAGE_BYTES - 4));
  return wanted <= most ? wanted : least;
}

/** The number of the page that `bytes` names at `at`; 0 where it names none. */
export function pageNumber(bytes: Uint8Array, at: number): number {
  if (at + 4 > bytes.length) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
}

function sizeOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? Number.NaN;
}

function varint(bytes: Uint8Array, from: number): { value: number; next: number } {
  let value = 0;
  for (let at = from; at < from + 8; at += 1) {
    const byte = bytes[at] ?? 0;
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, next: at + 1 };
  }
  return { value: Number.NaN, next: from + 9 };
}
