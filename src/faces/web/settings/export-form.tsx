import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Refused } from '../case/refused.tsx';
import { useSay } from '../language.tsx';
import { askFile } from '../machine/api.ts';
import { sentenceOf } from '../parts/problem.tsx';
import { saveFile } from '../parts/save-file.ts';
import { strengthOf } from './strength.ts';

type Wrong = 'empty' | 'differs';

/** Saves every case in one file: encrypted, unless a person decides otherwise. */
export function ExportForm(): ReactNode {
  const say = useSay();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [locked, setLocked] = useState(true);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [state, setState] = useState<'no' | 'busy' | 'done'>('no');
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>('.problem')?.focus();
  }, [error]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (state === 'busy') return;
    const found: Wrong | null = !locked ? null : passphrase === '' ? 'empty' : passphrase === again ? null : 'differs';
    setWrong(found);
    setError(null);
    if (found) {
      form.current?.querySelector<HTMLElement>(found === 'empty' ? '[name=passphrase]' : '[name=again]')?.focus();
      return;
    }
    setState('busy');
    try {
      const body = new FormData();
      if (locked) body.set('passphrase', passphrase);
      const { blob, name } = await askFile('/export', say, body);
      saveFile(blob, name);
      setState('done');
    } catch (problem) {
      setError(problem);
      setState('no');
    }
  };

  return (
    <form ref={form} noValidate onSubmit={submit}>
      <p>{say('web.settings.export.what')}</p>
      {error !== null && <Refused sentence={sentenceOf(error, say)} />}
      <fieldset className="field options">
        <legend>{say('web.settings.export.how')}</legend>
        {(['locked', 'open'] as const).map((option) => (
          <label key={option} className="option">
            <input
              type="radio"
              name="how"
              value={option}
              checked={locked === (option === 'locked')}
              onChange={() => setLocked(option === 'locked')}
            />
            <span>{say(`web.settings.export.${option}`)}</span>
          </label>
        ))}
      </fieldset>
      {locked ? (
        <>
          {secret('passphrase', passphrase, setPassphrase, wrong === 'empty')}
          <p id={`${id}-hint`} className="soft">
            {passphrase === ''
              ? say('web.settings.passphrase.hint')
              : say(`web.settings.strength.${strengthOf(passphrase)}`)}
          </p>
          {secret('again', again, setAgain, wrong === 'differs')}
        </>
      ) : (
        <div className="problem">
          <p>{say('web.settings.export.open.what')}</p>
        </div>
      )}
      <div className="question-row">
        <button type="submit" className="button" aria-disabled={state === 'busy'}>
          {say(state === 'busy' ? 'web.settings.export.busy' : 'web.settings.export.do')}
        </button>
        <span role="status">
          {state === 'done' && say(locked ? 'web.settings.export.done' : 'web.settings.export.done-open')}
        </span>
      </div>
    </form>
  );

  function secret(name: 'passphrase' | 'again', value: string, set: (value: string) => void, bad: boolean): ReactNode {
    const described = [bad ? `${id}-${name}-error` : null, name === 'passphrase' ? `${id}-hint` : null];
    return (
      <div className="field">
        <label htmlFor={`${id}-${name}`}>{say(`web.settings.${name}`)}</label>
        <input
          id={`${id}-${name}`}
          name={name}
          type="password"
          autoComplete="new-password"
          value={value}
          aria-invalid={bad}
          aria-describedby={described.filter(Boolean).join(' ') || undefined}
          onChange={(event) => set(event.target.value)}
        />
        {bad && (
          <p id={`${id}-${name}-error`} className="field-error">
            {say(`web.settings.wrong.${name === 'again' ? 'differs' : 'empty'}`)}
          </p>
        )}
      </div>
    );
  }
}
