import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { RecordedView } from '../../../app/case/answers.ts';
import type { CaseView } from '../../../app/case/view.ts';
import type { EventField, RecordableType } from '../../../domain/case/events.ts';
import { useSay } from '../language.tsx';
import { ApiError, ask } from '../machine/api.ts';
import { sentenceOf } from '../parts/problem.tsx';
import { arranged, beginning, type Typed } from './defaults.ts';
import { FilePicker } from './file-picker.tsx';
import { RecordField } from './record-field.tsx';
import { Refused } from './refused.tsx';

interface Props {
  view: CaseView;
  event: RecordableType;
  preset: Typed;
  onDone: (recorded: RecordedView) => void;
  onCancel: () => void;
  /** The case is not as this page shows it: somebody wrote meanwhile. */
  onChanged: () => void;
}

/** Refusals after which the case may look different from what the person sees. */
const CHANGED = ['case-changed', 'case-refused'];

/** Records one event. What was typed stays until it is recorded. */
export function RecordForm({ view, event, preset, onDone, onCancel, onChanged }: Props): ReactNode {
  const say = useSay();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const [typed, setTyped] = useState<Typed>(() => atFirst(event, preset, view));
  const [on, setOn] = useState(view.today);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const wrong = fieldOf(error);
  const { first, further } = arranged(event, typed);

  useEffect(() => title.current?.focus(), []);
  useEffect(() => {
    if (error === null) return;
    const field = fieldOf(error);
    const at = field === null ? null : form.current?.querySelector<HTMLElement>(`[name="${field}"]`);
    const place = at ?? form.current?.querySelector<HTMLElement>('.problem');
    place?.closest('details')?.setAttribute('open', '');
    place?.focus();
  }, [error]);

  const submit = async (submitted: FormEvent): Promise<void> => {
    submitted.preventDefault();
    if (busy) return;
    if (on === '') {
      setError(new ApiError('bad-date'));
      return;
    }
    setBusy(true);
    setError(null);
    try {
      const recorded = await ask<RecordedView>(`/cases/${view.case}/record`, say, {
        form: bodyOf(event, on === view.today ? '' : on, typed, files),
      });
      onDone(recorded);
    } catch (problem) {
      setError(problem);
      if (problem instanceof ApiError && CHANGED.includes(problem.code)) onChanged();
    } finally {
      setBusy(false);
    }
  };

  return (
    <form ref={form} className="record" noValidate aria-labelledby={`${id}-title`} onSubmit={submit}>
      <h2 id={`${id}-title`} ref={title} tabIndex={-1}>
        {say(`record.do.${event}`)}
      </h2>
      <p className="soft">{say(`web.case.about.${event}`)}</p>
      {error !== null && wrong === null && <Refused sentence={sentenceOf(error, say)} />}
      <div className="field">
        <label htmlFor={`${id}-on`}>{say('record.label.at')}</label>
        <input
          id={`${id}-on`}
          name="at"
          type="date"
          required
          value={on}
          aria-invalid={wrong === 'at'}
          aria-describedby={wrong === 'at' ? `${id}-on-error` : undefined}
          onChange={(own) => setOn(own.target.value)}
        />
        {wrong === 'at' && (
          <p id={`${id}-on-error`} className="field-error">
            {say('web.f.error.date')}
          </p>
        )}
      </div>
      {first.map(input)}
      <FilePicker
        files={files}
        required={event === 'evidence-attached'}
        error={wrong === 'attach' ? errorOf('attach') : null}
        onChange={setFiles}
      />
      {further.length > 0 && (
        <details className="more-fields">
          <summary>{say('web.case.moreFields')}</summary>
          {further.map(input)}
        </details>
      )}
      <div className="question-row">
        <button type="submit" className="button" aria-disabled={busy}>
          {say(busy ? 'web.case.recording' : 'web.case.record')}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {say('web.case.cancel')}
        </button>
      </div>
    </form>
  );

  function input(field: EventField): ReactNode {
    return (
      <RecordField
        key={field.name}
        field={field}
        value={typed[field.name] ?? ''}
        error={wrong === field.name ? errorOf(field.name) : null}
        services={view.servicesLeft}
        onChange={(value) => setTyped({ ...typed, [field.name]: value })}
      />
    );
  }

  function errorOf(field: string): string {
    const problem = error instanceof ApiError ? error.facts.problem : null;
    return say('web.case.wrong', {
      what: say(field === 'attach' ? 'web.case.wrong.attach' : `record.wrong.${String(problem)}`),
    });
  }
}

/** The first account still tied to the number is the next one to move. */
function atFirst(event: RecordableType, preset: Typed, view: CaseView): Typed {
  const [service] = view.servicesLeft;
  const first = beginning(event, preset, view);
  return event === 'account-unlinked' && service !== undefined ? { service, ...first } : first;
}

/** The field an answer is about; null where it is about the whole. */
function fieldOf(error: unknown): string | null {
  if (!(error instanceof ApiError)) return null;
  if (error.code === 'bad-instant' || error.code === 'bad-date') return 'at';
  return error.code === 'event-field' && typeof error.facts.field === 'string' ? error.facts.field : null;
}

function bodyOf(event: string, at: string, set: Typed, files: readonly File[]): FormData {
  const body = new FormData();
  body.set('event', event);
  body.set('at', at);
  body.set('set', JSON.stringify(set));
  for (const file of files) body.append('attach', file);
  return body;
}
