import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PAGE_BYTES } from './schema.ts';

/** The raw bytes of a store: every image of a page there is, in the file and in the log beside it (`-wal`). */
export interface RawImage {
  pages: Uint8Array[];
  /** Page by number (1 for the first) as SQLite would see it, then as it stands in the file. */
  versionsOf(page: number): Uint8Array[];
}

const WAL_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const READ_BYTES = 64 * 1024 * 1024;

/** Reads the file at `path` and its `-wal` without SQLite (https://sqlite.org/fileformat2.html, section 4). */
export function readImage(path: string): RawImage {
  const inFile = pagesOf(readAll(path));
  const frames = framesOf(readAll(`${path}-wal`));
  const current = new Map<number, Uint8Array>();
  for (const frame of frames) if (frame.live) current.set(frame.page, frame.bytes);
  return {
    pages: [...inFile, ...frames.map((frame) => frame.bytes)],
    versionsOf: (page) => [current.get(page), inFile[page - 1]].filter((bytes) => bytes !== undefined),
  };
}

function pagesOf(bytes: Uint8Array): Uint8Array[] {
  const pages: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += PAGE_BYTES) pages.push(bytes.subarray(at, at + PAGE_BYTES));
  return pages;
}

/** `live`: of the newest round of the log, as its salts say. */
function framesOf(wal: Uint8Array): { page: number; live: boolean; bytes: Uint8Array }[] {
  const frames = [];
  const view = new DataView(wal.buffer, wal.byteOffset, wal.length);
  const step = FRAME_HEADER_BYTES + PAGE_BYTES;
  for (let at = WAL_HEADER_BYTES; at + FRAME_HEADER_BYTES < wal.length; at += step) {
    const live = view.getBigUint64(at + 8) === view.getBigUint64(16);
    frames.push({ page: view.getUint32(at), live, bytes: wal.subarray(at + FRAME_HEADER_BYTES, at + step) });
  }
  return frames;
}

/** The bytes of a file, none where there is no such file; in pieces, since one read takes at most 2 GiB. */
function readAll(path: string): Uint8Array {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Uint8Array();
    throw error;
  }
  try {
    const bytes = new Uint8Array(fstatSync(file).size);
    let at = 0;
    for (let read = -1; at < bytes.length && read !== 0; at += read) {
      read = readSync(file, bytes, at, Math.min(READ_BYTES, bytes.length - at), at);
    }
    return bytes.subarray(0, at);
  } finally {
    closeSync(file);
  }
}
