import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import bwip, { toBuffer } from 'bwip-js/node';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifyPicture } from '../../app/identify.ts';
import { INDEX } from '../../domain/identify/index.fixture.ts';
import { LIMITS } from '../../domain/limits.ts';
import { sayer } from '../../locale/say.ts';
import { nodePictureReader } from './node.ts';
import { checkedSize, pictureSize } from './size.ts';

const wasm = new URL('../../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url).pathname;
const reader = nodePictureReader(wasm);
/** Photos drawn in a browser: turned, blurred, noisy, unevenly lit; all numbers are invented. */
const photo = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

const LPA = 'LPA:1$smdp.example.com$FICTION-7';
const ICCID = '8901260123456789011';
const WHITE = { backgroundcolor: 'ffffff', padding: 10, scale: 3 };
const qr = (over = {}) => toBuffer({ bcid: 'qrcode', text: LPA, ...WHITE, ...over });
const bars = (over = {}) =>
  toBuffer({ bcid: 'code128', text: ICCID, height: 12, includetext: true, ...WHITE, ...over });
const texts = async (bytes: Uint8Array) => (await reader.read(bytes)).map(({ text }) => text);

interface Drawn {
  width: number;
  height: number;
  /** 0 black to 255 white. */
  grey: Uint8Array;
}

/** A grey or palette PNG from pixels, with the filter of each row chosen in turn. */
function png(
  { width, height, grey }: Drawn,
  over: { claim?: number; idat?: Buffer; interlaced?: number } = {},
): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    const filter = row % 5;
    rows[row * (width + 1)] = filter;
    for (let at = 0; at < width; at += 1) {
      const here = grey[row * width + at] ?? 0;
      const left = at === 0 ? 0 : (grey[row * width + at - 1] ?? 0);
      const up = row === 0 ? 0 : (grey[(row - 1) * width + at] ?? 0);
      const corner = at === 0 || row === 0 ? 0 : (grey[(row - 1) * width + at - 1] ?? 0);
      const near = [left, up, corner].sort(
        (a, b) => Math.abs(left + up - corner - a) - Math.abs(left + up - corner - b),
      );
      rows[row * (width + 1) + at + 1] = here - ([0, left, up, (left + up) >> 1, near[0] ?? 0][filter] ?? 0);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(over.claim ?? width, 0);
  header.writeUInt32BE(over.claim ?? height, 4);
  header.set([8, 0, 0, 0, over.interlaced ?? 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const data = over.idat ?? deflateSync(rows);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A QR code turned by some degrees, of five rows filtered in the five ways of the format. */
function turnedQr(degrees: number): Drawn {
  const [code] = bwip.raw('qrcode', LPA, '') as unknown as { pixs: number[]; pixx: number; pixy: number }[];
  if (!code) throw new Error('no code drawn');
  const module = 6;
  const side = Math.ceil((code.pixx + 10) * module * 1.4);
  const grey = new Uint8Array(side * side);
  const turn = (degrees * Math.PI) / 180;
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const [fromX, fromY] = [x - side / 2, y - side / 2];
      const column = Math.floor((fromX * Math.cos(turn) + fromY * Math.sin(turn)) / module + code.pixx / 2);
      const row = Math.floor((fromY * Math.cos(turn) - fromX * Math.sin(turn)) / module + code.pixy / 2);
      const inside = column >= 0 && row >= 0 && column < code.pixx && row < code.pixy;
      const dark = inside && code.pixs[row * code.pixx + column] === 1;
      grey[y * side + x] = Math.round((dark ? 40 : 235) * (0.75 + (0.25 * x) / side));
    }
  return { width: side, height: side, grey };
}

describe('reads', () => {
  test('a QR code and a Code 128', async () => {
    expect(await reader.read(await qr())).toEqual([{ format: 'QRCode', text: LPA }]);
    expect(await reader.read(await bars())).toEqual([{ format: 'Code128', text: ICCID }]);
  });

  test('codes on transparent ground', async () => {
    const transparent = await toBuffer({ bcid: 'qrcode', text: LPA, scale: 3, padding: 10 });
    expect(await texts(transparent)).toEqual([LPA]);
  });

  test.each([0, 3, -7, 15, 90, 180, 200])('a QR code turned by %i degrees', async (degrees) => {
    expect(await texts(png(turnedQr(degrees)))).toEqual([LPA]);
  });

  test.each([
    ['activation-sheet-8-degrees.jpg', [LPA]],
    ['card-holder-6-degrees.jpg', [ICCID]],
    ['both-sideways.jpg', [LPA, ICCID]],
  ])('%s', async (name, expected) => {
    expect((await texts(photo(name))).sort()).toEqual([...expected].sort());
  });

  test('a DataMatrix', async () => {
    expect(await texts(await toBuffer({ bcid: 'datamatrix', text: ICCID, ...WHITE }))).toEqual([ICCID]);
  });

  test('nothing in an empty picture', async () => {
    expect(await texts(png({ width: 60, height: 40, grey: new Uint8Array(2400).fill(255) }))).toEqual([]);
  });
});

describe('refuses', () => {
  const tiny = { width: 1, height: 1, grey: new Uint8Array([255]) };
  const code = (bytes: Uint8Array) => reader.read(bytes).then(String, (error: { code: string }) => error.code);

  test('a header that claims 60000 × 60000 pixels', async () => {
    expect(await code(png(tiny, { claim: 60_000 }))).toBe('picture-too-large');
  });

  test('data that unpack to more than the header claims', async () => {
    const idat = deflateSync(Buffer.alloc(50_000_000));
    expect(await code(png(tiny, { idat }))).toBe('picture-unreadable');
    expect(await code(png(tiny, { idat, interlaced: 1 }))).toBe('picture-unreadable');
  });

  test('too many bytes', async () => {
    expect(await code(new Uint8Array(LIMITS.pictureBytes + 1))).toBe('picture-too-large');
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('8901260123456789011')],
    ['a PDF', new TextEncoder().encode('%PDF-1.7')],
    ['a cut PNG header', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')],
    ['a cut JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['a JPEG without a frame', new Uint8Array([0xff, 0xd8, 0xff, 0xd9])],
    ['a picture without extent', png({ width: 0, height: 0, grey: new Uint8Array() })],
  ])('%s', async (_, bytes) => {
    expect(await code(bytes)).toBe('picture-unreadable');
  });

  test('a picture cut in the middle', async () => {
    const whole = await qr();
    expect(await code(whole.subarray(0, Math.floor(whole.length / 2)))).toBe('picture-unreadable');
  });

  test('WebP, which only browsers unpack here', async () => {
    const webp = photo('activation-sheet.webp');
    expect(pictureSize(webp)).toEqual({ format: 'webp', width: 420, height: 340 });
    expect(await code(webp)).toBe('picture-unreadable');
  });

  test('any bytes without a crash, and reads on afterwards', async () => {
    const start = fc.constantFrom(
      '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
      '\xff\xd8\xff\xc0\0\x11\x08\0\x10\0\x10',
      'GIF89a\x10\0\x10\0',
      '',
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
        const bytes = Buffer.concat([Buffer.from(head, 'latin1'), rest]);
        expect(['picture-unreadable', 'picture-too-large', '']).toContain(await code(bytes));
      }),
    );
    expect(await texts(await qr())).toEqual([LPA]);
  });
});

test('sizes are read from the header', () => {
  expect(checkedSize(photo('card-holder-6-degrees.jpg'))).toEqual({ format: 'jpeg', width: 620, height: 300 });
  expect(pictureSize(Buffer.from('GIF89a\x10\0\x20\0', 'latin1'))).toEqual({ format: 'gif', width: 16, height: 32 });
});

describe('what a picture is', () => {
  const say = sayer('en', {});

  test('an activation sheet, without its secret', async () => {
    const view = await identifyPicture(photo('activation-sheet-8-degrees.jpg'), reader, INDEX, say);
    expect(view).toMatchObject({ kind: 'lpa', valid: true, normalized: 'LPA:1$smdp.example.com$***' });
    expect(JSON.stringify(view)).not.toContain('FICTION');
  });

  test('a card and its activation code: the card first', async () => {
    const view = await identifyPicture(photo('both-sideways.jpg'), reader, INDEX, say);
    expect(view).toMatchObject({ kind: 'iccid', normalized: ICCID, also: [{ kind: 'lpa' }] });
    expect(view.candidates[0]?.carrier).toBe('t-mobile');
  });

  test('a picture without a code', async () => {
    const blank = png({ width: 60, height: 40, grey: new Uint8Array(2400).fill(255) });
    const view = await identifyPicture(blank, reader, INDEX, say);
    expect(view).toMatchObject({ kind: 'unknown', valid: false, problems: [{ code: 'no-code-in-picture' }] });
  });
});
