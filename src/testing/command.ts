/** The command line with everything around it in memory. */
import { createHash } from 'node:crypto';
import { memoryPdf } from '../adapters/pdf-memory/maker.ts';
import { memoryStore } from '../adapters/store-memory/store.ts';
import { SimoffError } from '../domain/errors.ts';
import type { Io } from '../faces/cli/io.ts';
import { run } from '../faces/cli/run.ts';
import type { CatalogSource } from '../ports/catalog.ts';
import type { PdfMaker } from '../ports/pdf.ts';
import type { Store } from '../ports/store.ts';

export interface Ran {
  code: number;
  out: string;
  note: string;
}

export interface Machine {
  /** Runs one command line. */
  run(argv: readonly string[]): Promise<Ran>;
  /** Runs it with `--json` and gives the document; throws where the exit code is not the one expected. */
  json(argv: readonly string[], code?: number): Promise<never>;
  /** Everything on the disk of this machine: what was put there and what was written. */
  files: Map<string, Uint8Array>;
}

interface Setting {
  catalog: CatalogSource;
  files?: Record<string, string | Uint8Array>;
  env?: Record<string, string>;
  now?: string;
  /** Absent: a fresh one in memory that lasts as long as the machine. */
  store?: Store;
  /** Absent: one that makes no real pages. */
  pdf?: PdfMaker;
  /** What a person types at the terminal, line by line; then it is broken off. */
  typed?: string[];
}

/** A machine with a clock that stands, on which commands can be run one after another. */
export function command({
  catalog,
  files: given = {},
  env = {},
  now,
  store = memoryStore(),
  pdf = memoryPdf(),
  typed = [],
}: Setting): Machine {
  const files = new Map(Object.entries(given).map(([path, content]) => [path, bytesOf(content)]));
  const start = async (argv: readonly string[]): Promise<Ran> => {
    let out = '';
    let note = '';
    const io: Io = {
      out: (text) => {
        out += text;
      },
      note: (text) => {
        note += text;
      },
      stdin: async (limit) => (files.get('-') ?? new Uint8Array()).slice(0, limit + 1),
      file: (path, limit) => {
        const bytes = files.get(path);
        if (bytes === undefined) throw new SimoffError('file-unreadable', { file: path, reason: 'ENOENT' });
        return bytes.slice(0, limit + 1);
      },
      exists: (path) => files.has(path),
      write: async (path, content, options) => {
        if (files.has(path) && !options?.replace) throw new SimoffError('file-exists', { file: path });
        const bytes =
          content instanceof Uint8Array ? content : new Uint8Array(await new Response(content).arrayBuffer());
        files.set(path, bytes);
        return createHash('sha256').update(bytes).digest('hex');
      },
      ask: async () => null,
      line: async () => typed.shift() ?? null,
      store: async () => ({ ...store, close: async () => undefined }),
      dataDir: (given) => given ?? '/nowhere',
      env,
      now: () => now ?? '2026-11-24T12:00:00Z',
      catalog: () => catalog,
      pdf: () => pdf,
      paths: { catalog: '/nowhere', web: '/nowhere', wasm: '/nowhere' },
    };
    return { code: await run(argv, io), out, note };
  };
  return {
    run: start,
    files,
    json: async (argv, code = 0) => {
      const ran = await start([...argv, '--json']);
      if (ran.code !== code) throw new Error(`exit ${ran.code}: ${argv.join(' ')}\n${ran.out}${ran.note}`);
      return JSON.parse(ran.out) as never;
    },
  };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
