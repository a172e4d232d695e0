import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { browserPictureReader } from '../../../adapters/picture-zxing/browser.ts';

/** The decoder comes with the page, as a file of its own. */
export const webPictureReader = browserPictureReader(wasmUrl);
