import { readFileSync } from 'node:fs';
import { SimoffError } from '../../domain/errors.ts';
import type { PictureReader } from '../../ports/picture.ts';
import { decode } from './decode.ts';
import { flattenPng } from './png.ts';
import { checkedSize } from './size.ts';

/** Reads codes in PNG, JPEG and GIF with the decoder's wasm from this path. The decoder has no WebP: that is `picture-unreadable`. */
export function nodePictureReader(wasmPath: string): PictureReader {
  let wasm: { wasmBinary: ArrayBuffer } | null = null;
  return {
    async read(bytes) {
      const { format, width, height } = checkedSize(bytes);
      if (format === 'webp') throw new SimoffError('picture-unreadable');
      wasm ??= { wasmBinary: new Uint8Array(readFileSync(wasmPath)).buffer };
      return decode(format === 'png' ? flattenPng(bytes, width, height) : new Uint8Array(bytes), wasm);
    },
  };
}
