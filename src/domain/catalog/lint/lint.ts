import { conflictShowsBoth } from './rules/conflict-shows-both.ts';
import { factNeedsSource } from './rules/fact-needs-source.ts';
import { lookedAtInThePast } from './rules/looked-at-in-the-past.ts';
import { officialNeedsOfficialPage } from './rules/official-needs-official-page.ts';
import { officialUrlOnOfficialDomain } from './rules/official-url-on-official-domain.ts';
import { onlineYesNeedsSteps } from './rules/online-yes-needs-steps.ts';
import { pageIsStale } from './rules/page-is-stale.ts';
import { phoneNumberIsPossible } from './rules/phone-number-is-possible.ts';
import { productIdIsUnique } from './rules/product-id-is-unique.ts';
import { sameHotlineElsewhere } from './rules/same-hotline-elsewhere.ts';
import { unknownHasNoValue } from './rules/unknown-has-no-value.ts';
import type { CatalogFile, Finding, LintInput, LintRule } from './types.ts';

export const LINT_RULES: readonly LintRule[] = [
  factNeedsSource,
  unknownHasNoValue,
  conflictShowsBoth,
  officialNeedsOfficialPage,
  officialUrlOnOfficialDomain,
  phoneNumberIsPossible,
  productIdIsUnique,
  onlineYesNeedsSteps,
  lookedAtInThePast,
  sameHotlineElsewhere,
  pageIsStale,
];

/** Runs every rule; findings point at file and line, in the order of the rules. `files` are those the brands were read from. */
export function lintCatalog(input: LintInput, files: readonly CatalogFile[]): Finding[] {
  const bySlug = new Map(files.map((file) => [file.file.replace(/^.*\//, '').replace(/\.yaml$/, ''), file]));
  return LINT_RULES.flatMap((rule) =>
    rule.check(input).map((hit) => {
      const file = bySlug.get(hit.slug);
      return {
        rule: rule.id,
        severity: rule.severity,
        file: file?.file ?? hit.slug,
        line: file?.line(hit.path) ?? 1,
        path: hit.path.join('.'),
        facts: hit.facts ?? {},
      };
    }),
  );
}
