import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useState,
} from 'react';
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
  const [over, setOver] = useState(false);
  const seen = useRecognised(input, say);

  const take = (picture: Blob | undefined | null): void => {
    if (picture) setInput({ picture });
  };
  const typed = (next: string): void => {
    setText(next);
    setInput({ text: next });
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) take(file);
    else typed(event.dataTransfer.getData('text'));
  };
  const onPaste = (event: ClipboardEvent): void => {
    const [file] = event.clipboardData.files;
    if (!file) return;
    event.preventDefault();
    take(file);
  };
  const failed = seen.state === 'failed';

  return (
    <>
      <form
        className={over ? 'card card-over' : 'card'}
        onSubmit={(event) => event.preventDefault()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
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
          onPaste={onPaste}
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
      <div className="answer" aria-live="polite">
        {seen.state === 'busy' && <Busy>{say(seen.picture ? 'web.busy.picture' : 'web.busy.text')}</Busy>}
        {seen.state === 'found' && <IdentifyResult view={seen.view} chosen={chosen} onChoose={onChoose} />}
      </div>
    </>
  );
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
