import { useCallback, useEffect, useState } from 'react';

/** What became of something that takes time. `again` tries once more. */
export type Loaded<T> =
  | { state: 'busy' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown; again: () => void };

/** Starts `load` when `key` changes; an answer that comes too late for its key is dropped. */
export function useLoaded<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<{ key: string; loaded: Loaded<T> } | null>(null);
  const again = useCallback(() => {
    setResult(null);
    setAttempt((before) => before + 1);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` names everything `load` depends on.
  useEffect(() => {
    let current = true;
    load().then(
      (value) => current && setResult({ key, loaded: { state: 'ready', value } }),
      (error: unknown) => current && setResult({ key, loaded: { state: 'failed', error, again } }),
    );
    return () => {
      current = false;
    };
  }, [key, attempt]);

  return result?.key === key ? result.loaded : { state: 'busy' };
}
