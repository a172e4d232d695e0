import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Imported } from '../../../app/case/import.ts';
import { Refused } from '../case/refused.tsx';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { sentenceOf } from '../parts/problem.tsx';
import { linkTo } from '../router.ts';

/** Takes cases over from an export, and says what was new. */
export function ImportForm({ onDone }: { onDone: () => void }): ReactNode {
  const say = useSay();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<'no' | 'busy' | { cases: readonly Imported[] }>('no');
  const [error, setError] = useState<unknown>(null);
  const [missing, setMissing] = useState(false);

  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>('.problem')?.focus();
  }, [error]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (state === 'busy') return;
    setError(null);
    setMissing(file === null);
    if (file === null) {
      form.current?.querySelector<HTMLElement>('[type=file]')?.focus();
      return;
    }
    setState('busy');
    try {
      const body = new FormData();
      body.set('file', file);
      if (passphrase !== '') body.set('passphrase', passphrase);
      setState(await ask<{ cases: readonly Imported[] }>('/import', say, { form: body }));
      onDone();
    } catch (problem) {
      setError(problem);
      setState('no');
    }
  };

  return (
    <form ref={form} noValidate onSubmit={submit}>
      <p>{say('web.settings.import.what')}</p>
      {error !== null && <Refused sentence={sentenceOf(error, say)} />}
      <div className="field">
        <label htmlFor={`${id}-file`}>{say('web.settings.import.file')}</label>
        <input
          id={`${id}-file`}
          type="file"
          name="file"
          aria-invalid={missing}
          aria-describedby={missing ? `${id}-error` : undefined}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
        {missing && (
          <p id={`${id}-error`} className="field-error">
            {say('web.settings.wrong.file')}
          </p>
        )}
      </div>
      <div className="field">
        <label htmlFor={`${id}-passphrase`}>
          {say('web.settings.passphrase')} <span className="soft">{say('web.settings.import.if-locked')}</span>
        </label>
        <input
          id={`${id}-passphrase`}
          type="password"
          name="unlock"
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
      </div>
      <div className="question-row">
        <button type="submit" className="button" aria-disabled={state === 'busy'}>
          {say(state === 'busy' ? 'web.settings.import.busy' : 'web.settings.import.do')}
        </button>
      </div>
      <div role="status">{typeof state !== 'string' && <Result cases={state.cases} />}</div>
    </form>
  );
}

function Result({ cases }: { cases: readonly Imported[] }): ReactNode {
  const say = useSay();
  const sum = (of: (own: Imported) => number): number => cases.reduce((all, own) => all + of(own), 0);
  const added = sum((own) => own.added);
  const damaged = sum((own) => own.problems);
  return (
    <>
      <p>
        {added === 0
          ? say('web.settings.import.nothing', { count: cases.length })
          : say('web.settings.import.done', { cases: cases.filter((own) => own.added > 0).length, count: added })}{' '}
        <a href={linkTo({ page: 'cases' })}>{say('web.nav.cases')}</a>
      </p>
      {damaged > 0 && <p>{say('web.settings.import.damaged', { count: damaged })}</p>}
    </>
  );
}
