import { isValidPhoneNumber } from 'libphonenumber-js/max';
import type { LintRule } from '../types.ts';

/** Digits that only the own network understands, such as 611. */
export const SHORT_CODE = /^[*#]?\d{3,6}#?$/;

/** A mistyped hotline sends people to strangers. Short codes such as 611 are a kind of their own. */
export const phoneNumberIsPossible: LintRule = {
  id: 'phone-number-is-possible',
  severity: 'error',
  doc: 'phone-numbers',
  check: ({ brands }) =>
    brands.flatMap((brand) =>
      brand.products.flatMap((product, at) =>
        product.channels.flatMap((channel, index) => {
          const number = channel.value.value;
          if (channel.kind !== 'phone' || number === null || SHORT_CODE.test(number)) return [];
          if (number.startsWith('+') && isValidPhoneNumber(number)) return [];
          return [{ slug: brand.slug, path: ['products', at, 'channels', index, 'value'], facts: { number } }];
        }),
      ),
    ),
};
