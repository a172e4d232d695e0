import { SimoffError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';

export type PictureFormat = 'png' | 'jpeg' | 'gif' | 'webp';

export interface PictureSize {
  format: PictureFormat;
  width: number;
  height: number;
}

/**
 * Format and size in pixels from the header alone, before anything is unpacked.
 * Throws `picture-too-large` over LIMITS.pictureBytes or LIMITS.picturePixels, `picture-unreadable` where there is no such header.
 */
export function checkedSize(bytes: Uint8Array): PictureSize {
  if (bytes.length > LIMITS.pictureBytes)
    throw new SimoffError('picture-too-large', { limit: LIMITS.pictureBytes / 1_000_000, unit: 'MB' });
  const size = pictureSize(bytes);
  if (!size || size.width < 1 || size.height < 1) throw new SimoffError('picture-unreadable');
  if (size.width * size.height > LIMITS.picturePixels)
    throw new SimoffError('picture-too-large', { limit: LIMITS.picturePixels / 1_000_000, unit: 'MP' });
  return size;
}

/** Null: not one of the formats, or cut off inside the header. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(view) ?? gif(view) ?? webp(view) ?? jpeg(view);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function png(view: DataView): PictureSize | null {
  if (!startsWith(view, 0, '\x89PNG\r\n\x1a\n') || !startsWith(view, 12, 'IHDR')) return null;
  return { format: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(view: DataView): PictureSize | null {
  if (!startsWith(view, 0, 'GIF8')) return null;
  return { format: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** The three kinds of a WebP's first chunk keep the size in three ways (RFC 9649). */
function webp(view: DataView): PictureSize | null {
  if (!startsWith(view, 0, 'RIFF') || !startsWith(view, 8, 'WEBP')) return null;
  const sized = (width: number, height: number): PictureSize => ({ format: 'webp', width, height });
  if (startsWith(view, 12, 'VP8 ')) return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (startsWith(view, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (startsWith(view, 12, 'VP8X')) return sized(uint24(view, 24) + 1, uint24(view, 27) + 1);
  return null;
}

/** Segment by segment to the start of frame (ITU-T T.81, annex B); thumbnails lie inside segments and are stepped over. */
function jpeg(view: DataView): PictureSize | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff || view.getUint8(at + 1) === 0xff) {
      at += 1;
      continue;
    }
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return { format: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // Scan data or the end before any frame: no size to trust.
    if (marker === 0xda || marker === 0xd9) return null;
    at += marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

function startsWith(view: DataView, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (at + index >= view.byteLength || view.getUint8(at + index) !== text.charCodeAt(index)) return false;
  return true;
}
