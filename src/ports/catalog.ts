import type { CatalogCounts } from '../domain/catalog/counts.ts';
import type { CatalogIndex } from '../domain/catalog/index.ts';
import type { Brand, Rule, Why } from '../domain/catalog/schema.ts';
import type { FiledReport } from '../domain/catalog/tried/schema.ts';

/** Where the catalog is read from: the YAML folder, the built JSON on disk, the same JSON over HTTP, or memory. */
export interface CatalogSource {
  index(): Promise<CatalogIndex>;
  /** null: no such slug. */
  brand(slug: string): Promise<Brand | null>;
  rules(): Promise<Rule[]>;
  why(): Promise<Why>;
  /** What people tried with a brand; never mixed with what is documented. Empty: nobody has reported. */
  tried(slug: string): Promise<FiledReport[]>;
  /** How much is known. */
  counts(): Promise<CatalogCounts>;
}
