import { type DragEvent, type ReactNode, useId, useState } from 'react';
import type { TranscriptView } from '../../../app/case/transcript.ts';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { Busy } from '../parts/busy.tsx';
import { sentenceOf } from '../parts/problem.tsx';

interface Props {
  caseId: string;
  onKept: (said: string) => void;
}

const WAYS = ['chat', 'phone', 'email', 'social', 'store', 'online', 'app'] as const;

/** A chat, a mail, a letter as it was saved: dropped here, it is kept as evidence together with its text. */
export function Transcript({ caseId, onKept }: Props): ReactNode {
  const say = useSay();
  const id = useId();
  const [via, setVia] = useState<(typeof WAYS)[number]>('chat');
  const [over, setOver] = useState(false);
  const [state, setState] = useState<'no' | 'busy'>('no');
  const [kept, setKept] = useState<TranscriptView['files']>([]);
  const [error, setError] = useState<unknown>(null);

  const keep = async (files: FileList | null): Promise<void> => {
    if (!files || files.length === 0 || state === 'busy') return;
    setState('busy');
    setError(null);
    try {
      const form = new FormData();
      form.set('set', JSON.stringify({ via }));
      for (const file of files) form.append('attach', file);
      const view = await ask<TranscriptView>(`/cases/${encodeURIComponent(caseId)}/transcript`, say, { form });
      setKept(view.files);
      onKept(say('web.act.kept'));
    } catch (problem) {
      setError(problem);
    } finally {
      setState('no');
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void keep(event.dataTransfer.files);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside does the same by keyboard.
    <div
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{say('web.act.transcript.what')}</p>
      <div className="field">
        <label htmlFor={`${id}-via`}>{say('web.act.transcript.via')}</label>
        <select
          id={`${id}-via`}
          value={via}
          onChange={(event) => setVia(WAYS.find((own) => own === event.target.value) ?? 'chat')}
        >
          {WAYS.map((way) => (
            <option key={way} value={way}>
              {say(`check.kind.${way}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-files`}>{say('web.act.transcript.files')}</label>
        <input id={`${id}-files`} type="file" multiple onChange={(event) => void keep(event.target.files)} />
      </div>
      {state === 'busy' && <Busy>{say('web.case.recording')}</Busy>}
      {error !== null && (
        <p className="problem" role="alert">
          {sentenceOf(error, say)}
        </p>
      )}
      <div role="status">
        <ul>
          {kept.map(({ name, message }) => (
            <li key={name}>
              <strong>{name}</strong> {message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
