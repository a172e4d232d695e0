import type { CatalogSource } from '../../ports/catalog.ts';
import type { PdfMaker } from '../../ports/pdf.ts';
import type { Store } from '../../ports/store.ts';

/** Everything the command line touches outside itself, so that a test can stand in for it. */
export interface Io {
  out(text: string): void;
  note(text: string): void;
  /** Up to `limit` bytes of standard input; one byte more tells that there was more. */
  stdin(limit: number): Promise<Uint8Array>;
  file(path: string, limit: number): Uint8Array;
  exists(path: string): boolean;
  /**
   * Writes a new file that only this user can read; its SHA-256, hex. Folders above it are made. Throws `file-exists`,
   * `file-unwritable`; nothing half-written stays.
   */
  write(
    path: string,
    content: Uint8Array | ReadableStream<Uint8Array>,
    options?: { replace: boolean },
  ): Promise<string>;
  /** Asks for a line without showing it; null where nobody sits at a terminal. */
  ask(question: string): Promise<string | null>;
  /** Asks for a line that is shown while it is typed; null where nobody sits at a terminal, or the line was broken off. */
  line(question: string): Promise<string | null>;
  /** The cases in a folder (undefined: the usual one), or in the database that DATABASE_URL names. */
  store(dataDir: string | undefined): Promise<Store>;
  /** The folder in which cases lie (undefined: the usual one). */
  dataDir(given: string | undefined): string;
  env: Readonly<Record<string, string | undefined>>;
  /** The current instant, ISO 8601. */
  now(): string;
  catalog(): CatalogSource;
  /** What makes pages; nothing of it is loaded before the first one. */
  pdf(): PdfMaker;
  /** Folders a running simoff reads: the YAML catalog, the built web app, the barcode reader's wasm. */
  paths: { catalog: string; web: string; wasm: string };
}
