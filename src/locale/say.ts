import type { Facts } from '../domain/errors.ts';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The BCP 47 tag for `lang` attributes and Intl. */
export const LANGUAGE_TAGS: Record<Language, string> = { en: 'en', zh: 'zh-Hans' };

/** Sentences of one language by code. */
export type Messages = Readonly<Record<string, string>>;

/** One sentence by code, with the facts put in place of `{name}`. */
export type Say = ((code: string, facts?: Facts) => string) & { readonly language: Language };

/**
 * The sentences of one language as a function. `{name}` is replaced by the fact of that name, a list by its items joined
 * as the language does. Where `facts.count` is a number and `<code>.one` exists, Intl.PluralRules picks between them.
 * A code without a sentence comes back as the code: a test keeps that from happening.
 */
export function sayer(language: Language, messages: Messages): Say {
  const plural = new Intl.PluralRules(LANGUAGE_TAGS[language]);
  const say = (code: string, facts: Facts = {}): string => {
    const one =
      typeof facts.count === 'number' && plural.select(facts.count) === 'one' ? messages[`${code}.one`] : undefined;
    const sentence = one ?? messages[code] ?? code;
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => shown(facts[name], language));
  };
  return Object.assign(say, { language });
}

function shown(fact: Facts[string] | undefined, language: Language): string {
  if (fact === undefined || fact === null) return '';
  if (typeof fact !== 'object') return String(fact);
  if (fact.length === 0) return '–';
  return new Intl.ListFormat(LANGUAGE_TAGS[language], { type: 'conjunction' }).format(fact);
}
