import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogCounts } from '../../domain/catalog/counts.ts';
import type { CatalogIndex } from '../../domain/catalog/index.ts';
import type { Brand, Rule, Why } from '../../domain/catalog/schema.ts';
import type { FiledReport } from '../../domain/catalog/tried/schema.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { CatalogSource } from '../../ports/catalog.ts';

const SLUG = /^[a-z0-9-]+$/;

/** The SHA-256 of every built file by its path. */
export type Digests = Readonly<Record<string, string>>;

/**
 * The built catalog on disk. Its content was checked when it was built; here each file is only compared with the digest it had
 * then, which costs a hundredth of checking it again. Each part is read when first asked for.
 * Throws `catalog-damaged` where a file is missing, cut off or changed.
 */
export function jsonCatalog(root: string): CatalogSource {
  let known: Digests | null = null;
  const digests = (): Digests => {
    known ??= parsed<Digests>(bytesOf('digests.json'), 'digests.json');
    return known;
  };
  const read = <T>(path: string): T => {
    const bytes = bytesOf(path);
    if (digestOf(bytes) !== digests()[path]) throw new SimoffError('catalog-damaged', { part: path });
    return parsed<T>(bytes, path);
  };
  const once = <T>(path: string): (() => Promise<T>) => {
    let value: T | undefined;
    return async () => {
      value ??= read<T>(path);
      return value;
    };
  };
  /** Only what the build wrote is there: a stray file is no brand. */
  const ofBrand = <T>(folder: string, slug: string): T | null => {
    const path = `${folder}/${slug}.json`;
    return SLUG.test(slug) && Object.hasOwn(digests(), path) ? read<T>(path) : null;
  };
  const brands = new Map<string, Brand>();
  return {
    index: once<CatalogIndex>('index.json'),
    rules: once<Rule[]>('rules.json'),
    why: once<Why>('why.json'),
    counts: once<CatalogCounts>('counts.json'),
    // A list of many cases asks for the same few brands again and again.
    brand: async (slug) => {
      const known = brands.get(slug);
      if (known !== undefined) return known;
      const brand = ofBrand<Brand>('brands', slug);
      if (brand) brands.set(slug, brand);
      return brand;
    },
    tried: async (slug) => ofBrand<FiledReport[]>('tried', slug) ?? [],
  };

  function bytesOf(path: string): Buffer {
    try {
      return readFileSync(join(root, path));
    } catch (cause) {
      throw new SimoffError('catalog-damaged', { part: path }, { cause });
    }
  }
}

/** SHA-256, hex. */
export function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function parsed<T>(bytes: Buffer, path: string): T {
  try {
    return JSON.parse(bytes.toString('utf8')) as T;
  } catch (cause) {
    throw new SimoffError('catalog-damaged', { part: path }, { cause });
  }
}
