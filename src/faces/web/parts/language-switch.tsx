import type { ReactNode } from 'react';
import { LANGUAGE_TAGS, LANGUAGES } from '../../../locale/say.ts';
import { useSpoken } from '../language.tsx';

/** One button per language, each named in its own. */
export function LanguageSwitch(): ReactNode {
  const { say, failed, switchTo } = useSpoken();
  return (
    <>
      <fieldset className="languages">
        <legend className="unseen">{say('web.language')}</legend>
        {LANGUAGES.map((language) => (
          <button
            key={language}
            type="button"
            lang={LANGUAGE_TAGS[language]}
            aria-pressed={language === say.language}
            onClick={() => switchTo(language)}
          >
            {say(`web.language.${language}`)}
          </button>
        ))}
      </fieldset>
      <p className="languages-failed" role="alert">
        {failed && say('web.language.failed')}
      </p>
    </>
  );
}
