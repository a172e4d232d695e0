import type { CatalogIndex } from '../domain/catalog/index.ts';
import type { Brand, Rule, Why } from '../domain/catalog/schema.ts';

/** Where the catalog is read from: the YAML folder, the built JSON on disk, the same JSON over HTTP, or memory. */
export interface CatalogSource {
  index(): Promise<CatalogIndex>;
  /** null: no such slug. */
  brand(slug: string): Promise<Brand | null>;
  rules(): Promise<Rule[]>;
  why(): Promise<Why>;
}
