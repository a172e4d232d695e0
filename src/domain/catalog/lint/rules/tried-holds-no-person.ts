import { CHARGES_AFTER, TRIED_OUTCOMES, TRIED_ROUTES } from '../../tried/words.ts';
import type { Hit, LintRule } from '../types.ts';

const KEYS = ['product', 'route', 'month', 'minutes', 'attempts', 'outcome', 'chargeAfterClosing'];
const WORDS = new Set([...KEYS, ...TRIED_ROUTES, ...TRIED_OUTCOMES, ...CHARGES_AFTER, 'null']);
/** The one remark a file may bear. */
const EDITOR_LINE = /^# yaml-language-server: \$schema=[./\w-]+$/;
const MAIL = /[^\s@]+@[^\s@]+/;
const MONTH = /\b20\d{2}-\d{2}\b/g;

/**
 * Reports are about carriers, never about people. Looks at the text itself, remarks and unknown keys included: a mail address, a
 * number longer than any a report needs, or a word outside the closed lists (a name is one).
 */
export const triedHoldsNoPerson: LintRule = {
  id: 'tried-holds-no-person',
  severity: 'error',
  doc: 'tried',
  check: ({ files, brands, tried }) => {
    const products = new Set([
      ...brands.flatMap((brand) => brand.products.map(({ id }) => id)),
      // A wrong product is told by another rule; a report whose form is right holds a slug there.
      ...tried.map(({ product }) => product),
    ]);
    return files
      .filter(({ file }) => file.startsWith('tried/'))
      .flatMap(({ file, text }): Hit[] =>
        text.split('\n').flatMap((line, at) => {
          const kind = personIn(line, products);
          return kind ? [{ slug: file, path: [], line: at + 1, facts: { kind } }] : [];
        }),
      );
  },
};

function personIn(line: string, products: ReadonlySet<string>): 'mail' | 'number' | 'word' | null {
  if (EDITOR_LINE.test(line.trim())) return null;
  if (MAIL.test(line)) return 'mail';
  const plain = line.replace(MONTH, ' ');
  if (/\d(?:[\s().-]*\d){3,}/.test(plain)) return 'number';
  const words = plain.match(/[\p{L}][\p{L}\p{N}-]*/gu) ?? [];
  return words.every((word) => WORDS.has(word) || products.has(word)) ? null : 'word';
}
