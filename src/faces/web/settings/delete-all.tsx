import { type ReactNode, useRef, useState } from 'react';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { Confirm } from '../parts/confirm.tsx';
import { forgetDraft } from '../state/draft.ts';
import { forgetKept } from '../state/kept.ts';

/** Deletes every case after a second yes. `count`: how many there are. */
export function DeleteAll({ count, onDone }: { count: number; onDone: () => void }): ReactNode {
  const say = useSay();
  const button = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [deleted, setDeleted] = useState<number | null>(null);

  const close = (): void => {
    setAsked(false);
    setBusy(false);
    button.current?.focus();
  };
  const remove = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const gone = await ask<{ deleted: string[] }>('/cases?yes=true', say, { method: 'DELETE' });
      forgetDraft();
      forgetKept();
      setDeleted(gone.deleted.length);
      close();
      onDone();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };

  return (
    <>
      <p>{count === 0 ? say('web.settings.delete.none') : say('web.settings.delete.what', { count })}</p>
      <p className="question-row first-row">
        <button ref={button} type="button" className="button quiet" onClick={() => setAsked(true)}>
          {say('web.settings.delete')}
        </button>
        <span role="status">{deleted !== null && say('web.settings.deleted', { count: deleted })}</span>
      </p>
      {asked && (
        <Confirm
          title={say('web.settings.delete.title')}
          yes={say('web.settings.delete.yes', { count })}
          busy={busy}
          error={error}
          onYes={() => void remove()}
          onNo={close}
        >
          <p>{say('web.settings.delete.sure', { count })}</p>
        </Confirm>
      )}
    </>
  );
}
