import type { CatalogSource } from '../../ports/catalog.ts';

/** Everything the command line touches outside itself, so that a test can stand in for it. */
export interface Io {
  out(text: string): void;
  note(text: string): void;
  /** Up to `limit` bytes of standard input; one byte more tells that there was more. */
  stdin(limit: number): Promise<Uint8Array>;
  file(path: string, limit: number): Uint8Array;
  env: Readonly<Record<string, string | undefined>>;
  /** The current instant, ISO 8601. */
  now(): string;
  catalog(): CatalogSource;
  /** Folders a running simoff reads: the YAML catalog, the built web app, the barcode reader's wasm. */
  paths: { catalog: string; web: string; wasm: string };
}
