import { type ReactNode, useId, useState } from 'react';
import type { CallView, EndedCall } from '../../../app/case/call.ts';
import { type EventField, RECORDABLE } from '../../../domain/case/events.ts';
import { RecordField } from '../case/record-field.tsx';
import { useSay } from '../language.tsx';
import { ApiError, ask } from '../machine/api.ts';
import { sentenceOf } from '../parts/problem.tsx';
import { type Desk, minutesOf } from './desk.ts';

interface Props {
  view: CallView;
  desk: Desk;
  change: (change: Partial<Desk>) => void;
  onEnded: (ended: EndedCall) => void;
}

/** What is noted down while the call lasts, and recorded when it is over. What was typed stays until it is recorded. */
export function EndForm({ view, desk, change, onEnded }: Props): ReactNode {
  const say = useSay();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const wrong = error instanceof ApiError && error.code === 'event-field' ? String(error.facts.field) : null;

  const end = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const ended = await ask<EndedCall>(`/cases/${view.case}/call`, say, { json: bodyOf(desk, Date.now()) });
      onEnded(ended);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };

  return (
    <form
      className="record no-print"
      noValidate
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        void end();
      }}
    >
      <h2 id={`${id}-title`}>{say('web.call.note')}</h2>
      <p className="soft">{say('web.call.note.what')}</p>
      {[...view.noted, 'note'].map((name) => (
        <RecordField
          key={name}
          field={fieldOf(name, view)}
          value={desk.typed[name] ?? ''}
          error={wrong === name ? say(`record.wrong.${String((error as ApiError).facts.problem)}`) : null}
          services={[]}
          onChange={(value) => change({ typed: { ...desk.typed, [name]: value } })}
        />
      ))}
      <p className="check">
        <label>
          <input type="checkbox" checked={desk.asked} onChange={(event) => change({ asked: event.target.checked })} />{' '}
          {say('web.call.asked')}
        </label>
      </p>
      {error !== null && wrong === null && (
        <p className="problem" role="alert">
          {sentenceOf(error, say)}
        </p>
      )}
      <p className="question-row">
        <button type="submit" className="button" aria-disabled={busy}>
          {say(busy ? 'web.case.recording' : 'web.call.end')}
        </button>
      </p>
    </form>
  );
}

/** Of the outcomes, those a call can have. */
function fieldOf(name: string, { outcomes }: CallView): EventField {
  const all: readonly EventField[] = RECORDABLE['contact-logged'];
  const field = all.find((own) => own.name === name) ?? { name, kind: 'words' };
  return name === 'outcome' ? { ...field, values: outcomes.map(({ value }) => value) } : field;
}

function bodyOf(desk: Desk, now: number) {
  const minutes = minutesOf(desk, now);
  const typed = Object.entries(desk.typed).filter(([, value]) => value.trim() !== '');
  return {
    at: desk.began === null ? null : new Date(desk.began).toISOString(),
    asked: desk.asked,
    set: { ...Object.fromEntries(typed), ...(minutes === null ? {} : { minutes: String(minutes) }) },
  };
}
