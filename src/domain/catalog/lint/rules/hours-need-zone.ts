import { isAlwaysOpen } from '../../../time/openday.ts';
import { candidates } from '../../index.ts';
import type { LintRule } from '../types.ts';
import { channelsOf } from '../walk-products.ts';

/** "8 to 10" is another hour in another zone; only a line that never closes needs none. */
export const hoursNeedZone: LintRule = {
  id: 'hours-need-zone',
  severity: 'error',
  doc: 'hours',
  check: ({ brands }) =>
    channelsOf(brands)
      .filter(({ channel }) => candidates(channel.hours).some((hours) => hours.zone === null && !isAlwaysOpen(hours)))
      .map(({ brand, path }) => ({ slug: brand.slug, path: [...path, 'hours'] })),
};
