import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useSay } from '../language.tsx';
import { sentenceOf } from './problem.tsx';

interface Props {
  title: string;
  /** What exactly will happen. */
  children: ReactNode;
  /** The button that does it. */
  yes: string;
  busy: boolean;
  error: unknown;
  onYes: () => void;
  onNo: () => void;
}

/** Asks a second time before something that cannot be taken back. The safe answer has the focus; Escape is a no. */
export function Confirm({ title, children, yes, busy, error, onYes, onNo }: Props): ReactNode {
  const say = useSay();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      {error !== null && (
        <p className="field-error" role="alert">
          {sentenceOf(error, say)}
        </p>
      )}
      <div className="question-row">
        {/* biome-ignore lint/a11y/noAutofocus: in a dialog the focus has to go somewhere, and here to the safe answer. */}
        <button type="button" className="button" autoFocus onClick={onNo}>
          {say('web.case.keepIt')}
        </button>
        <button type="button" className="button danger" aria-disabled={busy} onClick={() => !busy && onYes()}>
          {yes}
        </button>
      </div>
    </dialog>
  );
}
