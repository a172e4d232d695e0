import { LINT_RULES } from './rules.ts';
import type { CatalogFile, Finding, Hit, LintInput } from './types.ts';

/** Runs every rule; findings point at file and line, in the order of the rules. */
export function lintCatalog(input: LintInput): Finding[] {
  const byName = new Map(input.files.map((file) => [file.file, file]));
  const fileOf = (hit: Hit): CatalogFile | undefined => byName.get(hit.slug) ?? byName.get(`carriers/${hit.slug}.yaml`);
  return LINT_RULES.flatMap((rule) =>
    rule.check(input).map((hit) => {
      const file = fileOf(hit);
      return {
        rule: rule.id,
        severity: rule.severity,
        file: file?.file ?? hit.slug,
        line: hit.line ?? file?.line(hit.path) ?? 1,
        path: hit.path.join('.'),
        facts: hit.facts ?? {},
      };
    }),
  );
}

/** The input of a catalog that holds only these brands; for a single file and for tests. */
export function onlyBrands(brands: LintInput['brands'], today: string, files: readonly CatalogFile[] = []): LintInput {
  return { brands, rules: [], retired: [], tried: [], slugs: [], files, today };
}
