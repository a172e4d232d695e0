import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useSay } from '../language.tsx';
import { ApiError, ask } from '../machine/api.ts';
import { Busy } from '../parts/busy.tsx';
import { useLoaded } from '../parts/loaded.ts';
import { Problem, sentenceOf } from '../parts/problem.tsx';
import { Refused } from './refused.tsx';
import { changedSituation, TOLD_FIELDS, type Told, type ToldField, toldOf } from './told.ts';

interface Props {
  caseId: string;
  /** The field a person came for; null: the first. */
  focus: string | null;
  onDone: () => void;
  onCancel: () => void;
}

type Situation = Readonly<Record<string, unknown>>;

/** What was told about the line, to be completed or corrected. */
export function ToldForm(props: Props): ReactNode {
  const say = useSay();
  const path = `/cases/${props.caseId}/situation`;
  const situation = useLoaded(path, () => ask<Situation>(path, say));
  if (situation.state === 'busy') return <Busy>{say('web.busy.page')}</Busy>;
  if (situation.state === 'failed') return <Problem error={situation.error} again={situation.again} />;
  return <Fields {...props} path={path} situation={situation.value} />;
}

function Fields({
  path,
  situation,
  focus,
  onDone,
  onCancel,
}: Props & { path: string; situation: Situation }): ReactNode {
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const [before] = useState(() => toldOf(situation));
  const [told, setTold] = useState<Told>(before);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const wrong = error instanceof ApiError && error.code === 'situation-field' ? fieldOf(error) : null;

  useEffect(() => {
    const place = focus === null ? null : form.current?.querySelector<HTMLElement>(`[name="${focus}"]`);
    (place ?? form.current?.querySelector<HTMLElement>('input'))?.focus();
  }, [focus]);
  useEffect(() => {
    if (error === null) return;
    const place = wrong === null ? null : form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`);
    place?.closest('details')?.setAttribute('open', '');
    (place ?? form.current?.querySelector<HTMLElement>('.problem'))?.focus();
  }, [error, wrong]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      // Another window may have told something else meanwhile: only what was changed here is laid on top of it.
      const now = await ask<Situation>(path, say);
      await ask(path, say, { method: 'PUT', json: changedSituation(now, before, told) });
      onDone();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form ref={form} className="record" noValidate onSubmit={submit}>
      <p className="soft">{say('web.case.told.hint')}</p>
      {error !== null && wrong === null && <Refused sentence={sentenceOf(error, say)} />}
      {TOLD_FIELDS.filter(({ more }) => !more).map(input)}
      <details className="more-fields">
        <summary>{say('web.case.told.more')}</summary>
        {TOLD_FIELDS.filter(({ more }) => more).map(input)}
      </details>
      <div className="question-row">
        <button type="submit" className="button" aria-disabled={busy}>
          {say(busy ? 'web.case.recording' : 'web.case.told.save')}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {say('web.case.cancel')}
        </button>
      </div>
    </form>
  );

  function input(field: ToldField): ReactNode {
    return (
      <ToldInput
        key={field.path}
        field={field}
        value={told[field.path] ?? ''}
        error={wrong === field.path ? sentenceOf(error, say) : null}
        onChange={(value) => setTold({ ...told, [field.path]: value })}
      />
    );
  }
}

/** The field of the form an error names; null where it is about something the form does not show. */
function fieldOf({ facts }: ApiError): string | null {
  const path = typeof facts.path === 'string' ? facts.path : '';
  return TOLD_FIELDS.find((field) => path === field.path || path.startsWith(`${field.path}.`))?.path ?? null;
}

interface InputProps {
  field: ToldField;
  value: string | readonly string[];
  error: string | null;
  onChange: (value: string | readonly string[]) => void;
}

function ToldInput({ field, value, error, onChange }: InputProps): ReactNode {
  const say = useSay();
  const id = useId();
  const described = [error === null ? null : `${id}-error`, field.secret ? `${id}-hint` : null]
    .filter(Boolean)
    .join(' ');
  const common = {
    id,
    name: field.path,
    'aria-invalid': error !== null,
    'aria-describedby': described === '' ? undefined : described,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (field.kind === 'checks') return <Checks field={field} value={value} onChange={onChange} />;
  const text = typeof value === 'string' ? value : '';
  return (
    <div className={`field field-${field.kind}`}>
      <label htmlFor={id}>{say(field.label)}</label>
      {control()}
      {error !== null && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
      {field.secret && (
        <p id={`${id}-hint`} className="soft">
          {say('web.case.told.secret')}
        </p>
      )}
    </div>
  );

  function control(): ReactNode {
    if (field.kind === 'lines') return <textarea {...common} rows={3} value={text} />;
    if (field.kind === 'date') return <input {...common} type="date" value={text} />;
    if (field.kind !== 'choice')
      return <input {...common} type="text" autoComplete="off" spellCheck={false} value={text} />;
    return (
      <select {...common} value={text}>
        <option value="">{say('web.q.unknown')}</option>
        {field.options?.map((option) => (
          <option key={option.value} value={option.value}>
            {say(option.label)}
          </option>
        ))}
      </select>
    );
  }
}

function Checks({ field, value, onChange }: Omit<InputProps, 'error'>): ReactNode {
  const say = useSay();
  const ticked = typeof value === 'string' ? [] : value;
  const known = field.options ?? [];
  // What a person wrote by name stays in sight too.
  const others = ticked.filter((own) => !known.some((option) => option.value === own));
  return (
    <fieldset className="field options">
      <legend>{say(field.label)}</legend>
      {[...known, ...others.map((own) => ({ value: own, label: own }))].map((option) => (
        <label key={option.value} className="option">
          <input
            type="checkbox"
            name={field.path}
            checked={ticked.includes(option.value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...ticked, option.value] : ticked.filter((own) => own !== option.value))
            }
          />
          <span>{say(option.label)}</span>
        </label>
      ))}
    </fieldset>
  );
}
