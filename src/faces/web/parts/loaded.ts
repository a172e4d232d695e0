import { useCallback, useEffect, useState } from 'react';

/** What became of something that takes time. `again` tries once more. */
export type Loaded<T> =
  | { state: 'busy' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown; again: () => void };

/**
 * Starts `load` when `key` changes; an answer that comes too late for its key is dropped. As long as `about` stays the same,
 * the answer before stays in sight until the new one is there: what a person is at (focus, place on the page) is not lost.
 */
export function useLoaded<T>(key: string, load: () => Promise<T>, about = key): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<{ key: string; about: string; loaded: Loaded<T> } | null>(null);
  const again = useCallback(() => {
    setResult(null);
    setAttempt((before) => before + 1);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` names everything `load` depends on.
  useEffect(() => {
    let current = true;
    load().then(
      (value) => current && setResult({ key, about, loaded: { state: 'ready', value } }),
      (error: unknown) => current && setResult({ key, about, loaded: { state: 'failed', error, again } }),
    );
    return () => {
      current = false;
    };
  }, [key, attempt]);

  const still = result?.key === key || (result?.about === about && result.loaded.state === 'ready');
  return still && result ? result.loaded : { state: 'busy' };
}
