import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { loadBrowserMessages } from '../../locale/messages.ts';
import { LANGUAGE_TAGS, LANGUAGES, type Language, type Say, sayer } from '../../locale/say.ts';
import { showNotLoaded } from './not-loaded.ts';

const KEY = 'simoff.language';

interface Spoken {
  say: Say;
  /** The language asked for last could not be loaded. */
  failed: boolean;
  switchTo(language: Language): void;
}

const SpokenContext = createContext<Spoken | null>(null);

/** The language to begin with: the one chosen before, else the first of the browser's that simoff speaks, else English. */
export function firstLanguage(remembered: string | null, preferred: readonly string[]): Language {
  const known = LANGUAGES.find((language) => language === remembered);
  if (known) return known;
  const spoken = preferred.map((tag) => LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language));
  return spoken.find((language) => language !== undefined) ?? 'en';
}

/**
 * Loads the sentences of one language, then shows what is inside. The other language is loaded when it is asked for. Where
 * none can be loaded there is nothing to say: the page stays empty, and the sentence in index.html shows.
 */
export function Speaking({ children }: { children: ReactNode }): ReactNode {
  const [say, setSay] = useState<Say | null>(null);
  const [failed, setFailed] = useState(false);

  const load = (language: Language): void => {
    loadBrowserMessages(language).then(
      (messages) => {
        document.documentElement.lang = LANGUAGE_TAGS[language];
        setFailed(false);
        setSay(() => sayer(language, messages));
      },
      () => setFailed(true),
    );
  };
  const switchTo = (language: Language): void => {
    remember(language);
    load(language);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first language is chosen once.
  useEffect(() => load(firstLanguage(remembered(), navigator.languages)), []);

  useEffect(() => {
    if (failed && !say) showNotLoaded();
  }, [failed, say]);

  if (!say) return null;
  return <SpokenContext value={{ say, failed, switchTo }}>{children}</SpokenContext>;
}

/** The sentences of the language the page is in. */
export function useSay(): Say {
  return useSpoken().say;
}

export function useSpoken(): Spoken {
  const spoken = use(SpokenContext);
  if (!spoken) throw new Error('outside of Speaking');
  return spoken;
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // A browser that keeps nothing still shows the page.
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The choice lasts as long as the page.
  }
}
