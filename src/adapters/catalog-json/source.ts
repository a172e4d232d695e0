import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogIndex } from '../../domain/catalog/index.ts';
import type { Brand, Rule, Why } from '../../domain/catalog/schema.ts';
import type { CatalogSource } from '../../ports/catalog.ts';

const SLUG = /^[a-z0-9-]+$/;

/** The built catalog on disk: checked when it was built, so it is only parsed here. Each part is read when first asked for. */
export function jsonCatalog(root: string): CatalogSource {
  const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
  const once = <T>(path: string): (() => Promise<T>) => {
    let value: T | undefined;
    return async () => {
      value ??= read<T>(path);
      return value;
    };
  };
  return {
    index: once<CatalogIndex>('index.json'),
    rules: once<Rule[]>('rules.json'),
    why: once<Why>('why.json'),
    brand: async (slug) => {
      if (!SLUG.test(slug)) return null;
      try {
        return read<Brand>(`brands/${slug}.json`);
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw cause;
      }
    },
  };
}
