import { SimoffError } from '../../domain/errors.ts';
import type { PictureReader } from '../../ports/picture.ts';
import { decode } from './decode.ts';
import { checkedSize } from './size.ts';

/** Longest side handed to the decoder: enough for the finest bars a phone photo shows, little enough for a phone's memory. */
const LONGEST_SIDE = 4096;

/** Reads codes in whatever of PNG, JPEG, WebP and GIF the browser shows. `wasmUrl`: our own asset, never a foreign address. */
export function browserPictureReader(wasmUrl: string): PictureReader {
  const wasm = { locateFile: () => wasmUrl };
  return {
    async read(bytes) {
      checkedSize(bytes);
      return decode(await pixels(bytes), wasm);
    },
  };
}

/** The picture on white, as the browser unpacks it (turned the way the camera was held). */
async function pixels(bytes: Uint8Array): Promise<ImageData> {
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)])).catch((cause: unknown) => {
    throw new SimoffError('picture-unreadable', {}, { cause });
  });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new SimoffError('picture-unreadable');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}
