import { type ReactNode, useState } from 'react';
import { useSay } from '../language.tsx';

/** Copies a text and says so; where the browser refuses, the text can still be marked by hand. `of`: what it is, for whoever hears only the button. */
export function Copy({ text, label, of }: { text: string; label: string; of?: string }): ReactNode {
  const say = useSay();
  const [done, setDone] = useState<'no' | 'copied' | 'refused'>('no');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setDone('copied');
    } catch {
      setDone('refused');
    }
  };
  return (
    <p className="no-print">
      <button
        type="button"
        className="button quiet"
        aria-label={of === undefined ? undefined : say('web.case.copyOf', { label, of })}
        onClick={copy}
      >
        {label}
      </button>{' '}
      <span role="status">{done !== 'no' && say(`web.plan.copy.${done}`)}</span>
    </p>
  );
}
