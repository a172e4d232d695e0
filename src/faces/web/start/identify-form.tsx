import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { IdentifyView } from '../../../app/identify.ts';
import type { Say } from '../../../locale/say.ts';
import { useSay } from '../language.tsx';
import { Busy } from '../parts/busy.tsx';
import { sentenceOf } from '../parts/problem.tsx';
import { IdentifyResult } from './identify-result.tsx';
import { recognisePicture, recogniseText } from './recognise.ts';

/** A pause in typing after which the text is looked at. */
const PAUSE_MS = 300;

type Seen =
  | { state: 'nothing' }
  | { state: 'busy'; picture: boolean }
  | { state: 'found'; view: IdentifyView }
  | { state: 'failed'; error: unknown };
type Input = { text: string } | { picture: Blob };

/** The one field: a number, an activation code or a name, or a picture of the card; the answer stands below at once. */
export function IdentifyForm({
  chosen,
  onChoose,
}: {
  chosen: string | null;
  onChoose: (slug: string) => void;
}): ReactNode {
  const say = useSay();
  const id = useId();
  const [text, setText] = useState('');
  const [input, setInput] = useState<Input>({ text: '' });
  const seen = useRecognised(input, say);
  const answer = useRef<HTMLDivElement>(null);
  const fromPicture = seen.state === 'found' && 'picture' in input;

  useEffect(() => {
    // On a phone the answer to a picture stands below the edge of the screen, where nobody looks for it.
    if (fromPicture) answer.current?.scrollIntoView({ block: 'nearest' });
  }, [fromPicture]);

  const take = useCallback((picture: Blob | undefined): void => {
    if (picture) setInput({ picture });
  }, []);
  const typed = (next: string): void => {
    setText(next);
    setInput({ text: next });
  };
  const over = usePictures(take);
  const failed = seen.state === 'failed';

  return (
    <>
      <form className={over ? 'card card-over' : 'card'} onSubmit={(event) => event.preventDefault()}>
        <label htmlFor={id}>{say('web.field.label')}</label>
        <textarea
          id={id}
          rows={2}
          value={text}
          placeholder={say('web.field.placeholder')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-invalid={failed}
          aria-describedby={`${id}-hint ${id}-error`}
          onChange={(event) => typed(event.target.value)}
          onKeyDown={submitOnEnter(() => setInput({ text }))}
        />
        <p id={`${id}-error`} className="field-error" role="alert">
          {failed && sentenceOf(seen.error, say)}
        </p>
        <div className="card-row">
          <span className="file">
            <input
              id={`${id}-file`}
              type="file"
              accept="image/*"
              onChange={(event) => {
                take(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
            <label htmlFor={`${id}-file`}>{say('web.field.photo')}</label>
          </span>
          <p id={`${id}-hint`} className="card-hint">
            {say('web.field.hint')}
          </p>
        </div>
      </form>
      <div ref={answer} className="answer" aria-live="polite">
        {seen.state === 'busy' && <Busy>{say(seen.picture ? 'web.busy.picture' : 'web.busy.text')}</Busy>}
        {seen.state === 'found' && <IdentifyResult view={seen.view} chosen={chosen} onChoose={onChoose} />}
      </div>
    </>
  );
}

/**
 * Takes a picture dropped or pasted anywhere on the page: a file let go beside the field would otherwise open in place of
 * the page. Says whether one is being dragged over it. Text goes where the browser puts it.
 */
function usePictures(take: (picture: Blob | undefined) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const ended = new AbortController();
    const on = <K extends 'dragover' | 'dragleave' | 'drop' | 'paste'>(
      type: K,
      run: (event: WindowEventMap[K]) => void,
    ): void => window.addEventListener(type, run, { signal: ended.signal });
    const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

    on('dragover', (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      setOver(false);
      if (!hasFile(event)) return;
      event.preventDefault();
      take(event.dataTransfer?.files[0]);
    });
    on('paste', (event) => {
      const [file] = event.clipboardData?.files ?? [];
      if (!file) return;
      event.preventDefault();
      take(file);
    });
    return () => ended.abort();
  }, [take]);
  return over;
}

/** Looks at what was given last; an answer to something older is dropped. */
function useRecognised(input: Input, say: Say): Seen {
  const [seen, setSeen] = useState<Seen>({ state: 'nothing' });
  useEffect(() => {
    let current = true;
    const show = (next: Seen): void => {
      if (current) setSeen(next);
    };
    const run = (): void => {
      show({ state: 'busy', picture: 'picture' in input });
      const asked = 'picture' in input ? recognisePicture(input.picture, say) : recogniseText(input.text, say);
      asked.then(
        (view) => show({ state: 'found', view }),
        (error: unknown) => show({ state: 'failed', error }),
      );
    };
    if ('text' in input && input.text.trim() === '') show({ state: 'nothing' });
    const empty = 'text' in input && input.text.trim() === '';
    const timer = empty ? undefined : setTimeout(run, 'picture' in input ? 0 : PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [input, say]);
  return seen;
}

/** Enter looks at once, Shift and Enter begin a new line; Enter that ends a Chinese input stays with the input method. */
function submitOnEnter(submit: () => void) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
}
