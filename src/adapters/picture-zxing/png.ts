import { inflateSync } from 'node:zlib';
import { SimoffError } from '../../domain/errors.ts';

/**
 * A PNG as a grey picture on white (PGM, which the decoder also reads): the decoder itself shows transparent ground as black
 * and unpacks without a limit. Layout: W3C PNG, third edition. Interlaced pictures come back as they are.
 * Takes a PNG whose size has been checked. Throws `picture-unreadable` where it is damaged or unpacks to more than it claims.
 */
export function flattenPng(bytes: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const chunks = chunksOf(bytes);
  const header = chunks.find((chunk) => chunk.type === 'IHDR')?.data;
  const [depth = 0, colour = 0, , , interlaced = 0] = header?.subarray(8) ?? [];
  const channels = CHANNELS[colour];
  if (!channels || ![1, 2, 4, 8, 16].includes(depth)) throw new SimoffError('picture-unreadable');
  const stride = Math.ceil((width * channels * depth) / 8);
  const packed = Buffer.concat(chunks.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.data));
  // Seven interlaced passes have at most a filter byte and a padded byte per row more.
  const expected = (stride + 1) * height;
  const rows = inflate(packed, interlaced === 0 ? expected : 2 * expected + 64);
  if (interlaced !== 0) return new Uint8Array(bytes);
  if (rows.length < expected) throw new SimoffError('picture-unreadable');
  unfilter(rows, stride, height, Math.max(1, (channels * depth) / 8));
  return pgm(rows, { width, height, stride, depth, colour, channels }, palette(chunks));
}

interface Layout {
  width: number;
  height: number;
  stride: number;
  depth: number;
  colour: number;
  channels: number;
}

/** By colour type: grey, colour, palette, grey with alpha, colour with alpha. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function chunksOf(bytes: Uint8Array): { type: string; data: Uint8Array }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: { type: string; data: Uint8Array }[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) break;
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function inflate(packed: Uint8Array, limit: number): Uint8Array {
  try {
    return inflateSync(packed, { maxOutputLength: limit });
  } catch (cause) {
    throw new SimoffError('picture-unreadable', {}, { cause });
  }
}

/** Undoes the five row filters in place; each row begins with the number of its filter. */
function unfilter(rows: Uint8Array, stride: number, height: number, step: number): void {
  for (let row = 0; row < height; row += 1) {
    const start = row * (stride + 1) + 1;
    const filter = rows[start - 1] ?? 0;
    if (filter > 4) throw new SimoffError('picture-unreadable');
    if (filter === 0) continue;
    for (let at = 0; at < stride; at += 1) {
      const left = at < step ? 0 : (rows[start + at - step] ?? 0);
      const up = row === 0 ? 0 : (rows[start + at - stride - 1] ?? 0);
      const corner = row === 0 || at < step ? 0 : (rows[start + at - stride - 1 - step] ?? 0);
      const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
      rows[start + at] = (rows[start + at] ?? 0) + guess;
    }
  }
}

function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** The grey of each palette entry, laid over white. */
function palette(chunks: readonly { type: string; data: Uint8Array }[]): number[] {
  const colours = chunks.find((chunk) => chunk.type === 'PLTE')?.data ?? new Uint8Array();
  const alphas = chunks.find((chunk) => chunk.type === 'tRNS')?.data ?? new Uint8Array();
  return Array.from({ length: Math.floor(colours.length / 3) }, (_, entry) => {
    const [red = 0, green = 0, blue = 0] = colours.subarray(entry * 3, entry * 3 + 3);
    return onWhite(grey(red, green, blue), alphas[entry] ?? 255);
  });
}

function pgm(rows: Uint8Array, layout: Layout, entries: readonly number[]): Uint8Array<ArrayBuffer> {
  const { width, height, stride } = layout;
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const out = new Uint8Array(head.length + width * height);
  out.set(head);
  const pixel = layout.depth < 8 ? narrowPixel(rows, layout, entries) : widePixel(rows, layout, entries);
  let at = head.length;
  for (let row = 0; row < height; row += 1) {
    const start = row * (stride + 1) + 1;
    for (let column = 0; column < width; column += 1) {
      out[at] = pixel(start, column);
      at += 1;
    }
  }
  return out;
}

type Pixel = (start: number, column: number) => number;

/** Several pixels in a byte: grey or palette. */
function narrowPixel(rows: Uint8Array, { depth, colour }: Layout, entries: readonly number[]): Pixel {
  const most = (1 << depth) - 1;
  return (start, column) => {
    const bit = column * depth;
    const value = ((rows[start + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & most;
    return colour === 3 ? (entries[value] ?? 0) : Math.round((value * 255) / most);
  };
}

/** One or two bytes per channel; of two the first is enough. */
function widePixel(rows: Uint8Array, { depth, colour, channels }: Layout, entries: readonly number[]): Pixel {
  const size = depth / 8;
  const value = (start: number, column: number, channel: number): number =>
    rows[start + (column * channels + channel) * size] ?? 0;
  return (start, column) => {
    const first = value(start, column, 0);
    if (colour === 3) return entries[first] ?? 0;
    const shade = channels < 3 ? first : grey(first, value(start, column, 1), value(start, column, 2));
    return channels === 2 || channels === 4 ? onWhite(shade, value(start, column, channels - 1)) : shade;
  };
}

function grey(red: number, green: number, blue: number): number {
  return (red * 77 + green * 150 + blue * 29) >> 8;
}

function onWhite(shade: number, alpha: number): number {
  return 255 - Math.round(((255 - shade) * alpha) / 255);
}
