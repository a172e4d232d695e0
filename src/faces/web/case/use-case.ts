import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseView } from '../../../app/case/view.ts';
import type { Say } from '../../../locale/say.ts';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { readableAll } from '../plan/prose.ts';

export interface Shown {
  /** The case as it was read last; null before that. */
  view: CaseView | null;
  /** Why it could not be read just now; what was read before stays in sight. */
  error: unknown;
  /** Reads it again. */
  reload(): Promise<void>;
}

/** One case, read again when the language changes and when the person comes back from another window. */
export function useCase(id: string): Shown {
  const say = useSay();
  const [shown, setShown] = useState<{ view: CaseView | null; error: unknown }>({ view: null, error: null });
  const latest = useRef(0);

  const reload = useCallback(async () => {
    latest.current += 1;
    const own = latest.current;
    try {
      const view = readableCase(await ask<CaseView>(`/cases/${encodeURIComponent(id)}`, say), say);
      if (own === latest.current) setShown({ view, error: null });
    } catch (error) {
      if (own === latest.current) setShown(({ view }) => ({ view, error }));
    }
  }, [id, say]);

  useEffect(() => {
    void reload();
    const back = (): void => {
      if (document.visibilityState === 'visible') void reload();
    };
    window.addEventListener('focus', back);
    document.addEventListener('visibilitychange', back);
    return () => {
      window.removeEventListener('focus', back);
      document.removeEventListener('visibilitychange', back);
    };
  }, [reload]);

  return { ...shown, reload };
}

/** Sentences with dates as people write them; what a person wrote stays as written. */
export function readableCase(view: CaseView, say: Say): CaseView {
  return { ...readableAll(view, say.language), events: view.events };
}
