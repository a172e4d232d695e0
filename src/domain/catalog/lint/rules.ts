/** Every rule, in the order in which findings are shown: what costs people money first, what is only old last. */
import { conflictShowsBoth } from './rules/conflict-shows-both.ts';
import { daysInRange } from './rules/days-in-range.ts';
import { factNeedsSource } from './rules/fact-needs-source.ts';
import { hoursNeedZone } from './rules/hours-need-zone.ts';
import { lookedAtInThePast } from './rules/looked-at-in-the-past.ts';
import { moneyInRange } from './rules/money-in-range.ts';
import { networkAnswersAll } from './rules/network-answers-all.ts';
import { officialNeedsOfficialPage } from './rules/official-needs-official-page.ts';
import { officialSourceOnOfficialDomain } from './rules/official-source-on-official-domain.ts';
import { officialUrlOnOfficialDomain } from './rules/official-url-on-official-domain.ts';
import { onlineNoSaysInstead } from './rules/online-no-says-instead.ts';
import { onlineYesNeedsSteps } from './rules/online-yes-needs-steps.ts';
import { pageIsStale } from './rules/page-is-stale.ts';
import { phoneNumberIsPossible } from './rules/phone-number-is-possible.ts';
import { productIdIsUnique } from './rules/product-id-is-unique.ts';
import { rangeInOrder } from './rules/range-in-order.ts';
import { redirectLeadsSomewhere } from './rules/redirect-leads-somewhere.ts';
import { sameHotlineElsewhere } from './rules/same-hotline-elsewhere.ts';
import { shortCodeStaysInside } from './rules/short-code-stays-inside.ts';
import { slugIsListed } from './rules/slug-is-listed.ts';
import { slugIsPermanent } from './rules/slug-is-permanent.ts';
import { textInBothLanguages } from './rules/text-in-both-languages.ts';
import { triedFitsTheCatalog } from './rules/tried-fits-the-catalog.ts';
import { triedHoldsNoPerson } from './rules/tried-holds-no-person.ts';
import { unknownHasNoValue } from './rules/unknown-has-no-value.ts';
import type { LintRule } from './types.ts';

export const LINT_RULES: readonly LintRule[] = [
  factNeedsSource,
  unknownHasNoValue,
  conflictShowsBoth,
  officialNeedsOfficialPage,
  officialUrlOnOfficialDomain,
  phoneNumberIsPossible,
  shortCodeStaysInside,
  hoursNeedZone,
  moneyInRange,
  daysInRange,
  rangeInOrder,
  textInBothLanguages,
  productIdIsUnique,
  onlineYesNeedsSteps,
  networkAnswersAll,
  slugIsPermanent,
  redirectLeadsSomewhere,
  triedHoldsNoPerson,
  triedFitsTheCatalog,
  lookedAtInThePast,
  slugIsListed,
  onlineNoSaysInstead,
  officialSourceOnOfficialDomain,
  sameHotlineElsewhere,
  pageIsStale,
];
