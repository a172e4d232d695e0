import type { Facts } from '../../errors.ts';
import type { Brand, Retired, Rule } from '../schema.ts';
import type { FiledReport } from '../tried/schema.ts';

export type Severity = 'error' | 'warning';

/** One thing a check found. The sentence stands in the locale under `lint.<rule>`. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** Path below the catalog folder. */
  file: string;
  /** 1-based. */
  line: number;
  /** Dotted path inside the file. */
  path: string;
  facts: Facts;
}

export interface CatalogFile {
  /** Path below the catalog folder. */
  file: string;
  /** The line on which a path stands, or the nearest line above it. */
  line(path: readonly (string | number)[]): number;
  text: string;
}

export interface LintInput {
  brands: readonly Brand[];
  rules: readonly Rule[];
  retired: readonly Retired[];
  tried: readonly FiledReport[];
  /** Every slug that was ever published; empty: no list is kept. */
  slugs: readonly string[];
  /** The files as text, those with wrong content included. */
  files: readonly CatalogFile[];
  /** `YYYY-MM-DD`; staleness is counted from here. */
  today: string;
}

/** Where a rule found something, before file and line are known. */
export interface Hit {
  /** The slug of a brand, or the path of another file below the catalog folder. */
  slug: string;
  path: readonly (string | number)[];
  facts?: Facts;
  /** Where the rule itself knows the line. */
  line?: number;
}

/** One check in one file. `doc` is the heading in docs/catalog.md that explains it. */
export interface LintRule {
  id: string;
  severity: Severity;
  doc: string;
  check(input: LintInput): Hit[];
}
