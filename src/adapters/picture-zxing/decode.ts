import { prepareZXingModule, purgeZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import { SimoffError } from '../../domain/errors.ts';
import type { PictureCode } from '../../ports/picture.ts';

/**
 * The codes that cards, holders and activation sheets carry. Product codes (EAN, UPC) are left out: they name a box in a shop.
 * Every further format costs time on pictures full of detail.
 */
const OPTIONS: ReaderOptions = {
  formats: ['QRCode', 'DataMatrix', 'Code128', 'Code39', 'Code93', 'ITF'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 16,
  textMode: 'Plain',
};

/** The decoder's module never fetches: it gets its wasm as bytes, or the address of our own asset. */
export type Wasm = { wasmBinary: ArrayBuffer } | { locateFile: (file: string) => string };

/** Every code in the picture, each once. Throws `picture-unreadable` where the decoder cannot unpack it. */
export async function decode(picture: Uint8Array<ArrayBuffer> | ImageData, wasm: Wasm): Promise<PictureCode[]> {
  prepareZXingModule({ overrides: wasm });
  const results = await readBarcodes(picture, OPTIONS).catch((cause: unknown) => {
    // A module that ran out of memory stays broken; the next picture gets a new one.
    purgeZXingModule();
    throw new SimoffError('picture-unreadable', {}, { cause });
  });
  if (results.some((result) => !result.isValid && result.text === '')) throw new SimoffError('picture-unreadable');
  const codes = results.map(({ format, text }) => ({ format: String(format), text }));
  return codes.filter((code, at) => codes.findIndex((other) => other.text === code.text) === at);
}
