import type { LintRule } from '../types.ts';
import { channelsOf } from '../walk-products.ts';
import { SHORT_CODE } from './phone-number-is-possible.ts';

/** 611 is the carrier only on its own network: elsewhere the same digits reach somebody else, or nobody. */
export const shortCodeStaysInside: LintRule = {
  id: 'short-code-stays-inside',
  severity: 'error',
  doc: 'phone-numbers',
  check: ({ brands }) =>
    channelsOf(brands)
      .filter(
        ({ channel }) =>
          channel.kind === 'phone' &&
          SHORT_CODE.test(channel.value.value ?? '') &&
          channel.fromAbroad?.value === 'yes' &&
          !channel.fromAbroad.note,
      )
      .map(({ brand, channel, path }) => ({
        slug: brand.slug,
        path: [...path, 'fromAbroad'],
        facts: { number: channel.value.value },
      })),
};
