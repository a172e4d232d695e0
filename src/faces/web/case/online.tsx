import { type ReactNode, useEffect, useState } from 'react';
import type { OnlineState } from '../../../app/online/run.ts';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { sentenceOf } from '../parts/problem.tsx';

interface Standing {
  running: boolean;
  end: string | null;
  state: OnlineState | null;
}

interface Props {
  caseId: string;
  /** The led browser has come to an end: the case may have changed. */
  onEnded: () => void;
}

/** How often the page asks how far the led browser is. Milliseconds. */
const BEAT_MS = 1_500;

/** Opens the user's own browser beside this page, and says how far it is. */
export function Online({ caseId, onEnded }: Props): ReactNode {
  const say = useSay();
  const [standing, setStanding] = useState<Standing | null>(null);
  const [error, setError] = useState<unknown>(null);
  const path = `/cases/${encodeURIComponent(caseId)}/online`;
  const running = standing?.running === true;

  useEffect(() => {
    if (!running) return;
    const beat = window.setInterval(() => {
      ask<Standing>(path, say)
        .then((now) => {
          setStanding(now);
          if (!now.running) onEnded();
        })
        .catch(setError);
    }, BEAT_MS);
    return () => window.clearInterval(beat);
  }, [running, path, say, onEnded]);

  const press = async (method: 'POST' | 'DELETE'): Promise<void> => {
    setError(null);
    try {
      setStanding(await ask<Standing>(path, say, { method }));
    } catch (problem) {
      setError(problem);
    }
  };

  return (
    <div className="online-led no-print">
      <p>{say('web.online.what')}</p>
      {error !== null && (
        <p className="problem" role="alert">
          {sentenceOf(error, say)}
        </p>
      )}
      <p className="question-row">
        {running ? (
          <button type="button" className="button quiet" onClick={() => void press('DELETE')}>
            {say('web.online.stop')}
          </button>
        ) : (
          <button type="button" className="button quiet" onClick={() => void press('POST')}>
            {say('web.online.start')}
          </button>
        )}
      </p>
      <p role="status">
        {standing?.state && <strong>{standing.state.sentence}</strong>}
        {standing?.end && standing.end !== 'done' && say(`web.online.end.${standing.end}`)}
      </p>
    </div>
  );
}
