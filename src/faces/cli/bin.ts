import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { jsonCatalog } from '../../adapters/catalog-json/source.ts';
import { packagedFonts } from '../../adapters/pdf-typst/fonts.ts';
import { typstPdf } from '../../adapters/pdf-typst/maker.ts';
import { defaultDataDir } from '../../adapters/store/data-dir.ts';
import { echo, SimoffError } from '../../domain/errors.ts';
import type { CatalogSource } from '../../ports/catalog.ts';
import type { PdfMaker } from '../../ports/pdf.ts';
import type { Io } from './io.ts';
import { ask, exists, line, write } from './node-io.ts';
import { run } from './run.ts';

const here = import.meta.dirname;
/** The built command lies in dist/cli, beside dist/catalog and dist/web; from source it is three folders below the root. */
const built = existsSync(join(here, '../catalog/index.json')) && existsSync(join(here, 'bin.js'));
const root = built ? join(here, '../..') : join(here, '../../..');

function catalog(): CatalogSource {
  if (built) return jsonCatalog(join(here, '../catalog'));
  let source: Promise<CatalogSource> | null = null;
  const load = (): Promise<CatalogSource> => {
    source ??= import('../../adapters/catalog-yaml/source.ts').then((module) =>
      module.yamlCatalog(join(root, 'catalog')),
    );
    return source;
  };
  return {
    index: async () => (await load()).index(),
    brand: async (slug) => (await load()).brand(slug),
    rules: async () => (await load()).rules(),
    why: async () => (await load()).why(),
    tried: async (slug) => (await load()).tried(slug),
    counts: async () => (await load()).counts(),
  };
}

/** Where cases lie. */
function folderOf(given: string | undefined): string {
  return given ?? defaultDataDir(process.env, process.platform, homedir());
}

/** The compiler is loaded at the first page only. */
function pdf(): PdfMaker {
  const fonts = built ? [join(root, 'dist/fonts')] : packagedFonts(join(root, 'node_modules'));
  const templates = built ? join(here, 'templates') : join(root, 'src/adapters/pdf-typst/templates');
  return typstPdf({ fonts, templates });
}

/** Reads at most `limit` bytes and one more, so that too much is noticed without being read. */
function readLimited(descriptor: number, limit: number): Uint8Array {
  const chunks: Buffer[] = [];
  let total = 0;
  while (total <= limit) {
    const chunk = Buffer.allocUnsafe(Math.min(65_536, limit + 1 - total));
    const read = readChunk(descriptor, chunk);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    total += read;
  }
  return Buffer.concat(chunks, total);
}

function readChunk(descriptor: number, chunk: Buffer): number {
  try {
    return readSync(descriptor, chunk, 0, chunk.length, null);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'EOF') return 0;
    if (code === 'EAGAIN') {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      return readChunk(descriptor, chunk);
    }
    throw cause;
  }
}

const io: Io = {
  out: (text) => void process.stdout.write(text),
  note: (text) => void process.stderr.write(text),
  stdin: async (limit) => readLimited(0, limit),
  file: (path, limit) => {
    let descriptor: number | null = null;
    try {
      descriptor = openSync(path, 'r');
      return readLimited(descriptor, limit);
    } catch (cause) {
      const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown';
      throw new SimoffError('file-unreadable', { file: echo(path, 200), reason }, { cause });
    } finally {
      if (descriptor !== null) closeSync(descriptor);
    }
  },
  exists,
  write,
  ask,
  line,
  store: async (dataDir) => {
    const { openStore } = await import('../../adapters/store/open.ts');
    const { DATABASE_URL: databaseUrl } = process.env;
    return openStore({ dataDir: folderOf(dataDir), databaseUrl });
  },
  dataDir: folderOf,
  env: process.env,
  now: () => new Date().toISOString(),
  catalog,
  pdf,
  paths: {
    catalog: join(root, 'catalog'),
    web: join(root, 'dist/web'),
    wasm: built ? join(here, 'zxing_reader.wasm') : join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'),
  },
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), io);
