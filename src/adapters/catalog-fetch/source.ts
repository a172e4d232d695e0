import type { CatalogCounts } from '../../domain/catalog/counts.ts';
import type { CatalogIndex } from '../../domain/catalog/index.ts';
import type { Brand, Rule, Why } from '../../domain/catalog/schema.ts';
import type { FiledReport } from '../../domain/catalog/tried/schema.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { CatalogSource } from '../../ports/catalog.ts';

const SLUG = /^[a-z0-9-]+$/;

/**
 * The built catalog over HTTP, below `base` (ends with a slash). It was checked when it was built, so it is only parsed here.
 * Each part is asked for once; a failed answer is not kept, so that a second try can succeed. Throws `catalog-unreachable`.
 */
export function fetchCatalog(base: string): CatalogSource {
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(path: string): Promise<T | null> => {
    const before = kept.get(path) as Promise<T | null> | undefined;
    if (before) return before;
    const asked = get<T>(base + path);
    kept.set(path, asked);
    asked.catch(() => kept.delete(path));
    return asked;
  };
  const whole = async <T>(path: string): Promise<T> => {
    const value = await once<T>(path);
    if (value === null) throw new SimoffError('catalog-unreachable', { part: path });
    return value;
  };
  return {
    index: () => whole<CatalogIndex>('index.json'),
    rules: () => whole<Rule[]>('rules.json'),
    why: () => whole<Why>('why.json'),
    counts: () => whole<CatalogCounts>('counts.json'),
    tried: async (slug) => (SLUG.test(slug) ? ((await once<FiledReport[]>(`tried/${slug}.json`)) ?? []) : []),
    brand: async (slug) => (SLUG.test(slug) ? once<Brand>(`brands/${slug}.json`) : null),
  };
}

/** The parsed answer, or null for 404. */
async function get<T>(url: string): Promise<T | null> {
  const part = url.slice(url.lastIndexOf('/') + 1);
  try {
    const answer = await fetch(url, { credentials: 'same-origin' });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new SimoffError('catalog-unreachable', { part });
    return (await answer.json()) as T;
  } catch (cause) {
    if (cause instanceof SimoffError) throw cause;
    throw new SimoffError('catalog-unreachable', { part }, { cause });
  }
}
