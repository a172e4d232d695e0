import type { Text } from '../../schema.ts';
import type { Path } from '../../walk.ts';
import type { LintRule } from '../types.ts';

const HAN = /\p{Script=Han}/u;
/** A Chinese nickname or menu name in an English sentence stands in quotes or brackets. */
const QUOTED = /[“"'‘(（][^”"'’)）]*[”"'’)）]/gu;
/** A name, not a sentence: short, without a full stop inside. */
const LONGEST_NAME = 60;

/** A sentence in one language only leaves half the readers without it. Bare names and menus may be the same in both. */
export const textInBothLanguages: LintRule = {
  id: 'text-in-both-languages',
  severity: 'error',
  doc: 'two-languages',
  check: ({ brands, retired, rules }) => [
    ...brands.flatMap((brand) => wrongTexts(brand).map((path) => ({ slug: brand.slug, path }))),
    ...retired.flatMap((brand) => wrongTexts(brand).map((path) => ({ slug: `retired/${brand.slug}.yaml`, path }))),
    ...rules.flatMap((rule) => wrongTexts(rule).map((path) => ({ slug: `rules/${rule.id}.yaml`, path }))),
  ],
};

function wrongTexts(value: unknown): Path[] {
  return [...textsIn(value)].filter(({ text }) => !isChinese(text) || !isEnglish(text)).map(({ path }) => path);
}

function isChinese({ en, zh }: Text): boolean {
  return HAN.test(zh) || (zh === en && isBareName(en)) || (isMenuPath(en) && bare(zh) === bare(en));
}

/** Menu names stay in English in both. */
function isMenuPath(text: string): boolean {
  return / > /.test(text) && !/[.!?;:]\s/.test(text);
}

function bare(text: string): string {
  return text.replace(/[.。]$/u, '');
}

function isEnglish({ en }: Text): boolean {
  return !HAN.test(en.replace(QUOTED, '')) && /[A-Za-z0-9]/.test(en);
}

function isBareName(text: string): boolean {
  return text.length <= LONGEST_NAME && !/[.!?;:]\s|[.!?;]$/.test(text);
}

function* textsIn(value: unknown, path: Path = []): Generator<{ path: Path; text: Text }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsIn(item, [...path, index]);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  if ('en' in value && 'zh' in value) {
    yield { path, text: value as Text };
    return;
  }
  for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...path, key]);
}
