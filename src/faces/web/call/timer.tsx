import { type ReactNode, useEffect, useState } from 'react';
import { useSay } from '../language.tsx';
import { clockOf, type Desk } from './desk.ts';

/** How long the call has lasted; always in sight. */
export function Timer({ desk, change }: { desk: Desk; change: (change: Partial<Desk>) => void }): ReactNode {
  const say = useSay();
  const { began, ended } = desk;
  const running = began !== null && ended === null;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    const beat = window.setInterval(() => setNow(Date.now()), 500);
    return () => window.clearInterval(beat);
  }, [running]);

  return (
    <p className="timer no-print">
      <span className="digits" role="timer" aria-label={say('web.call.timer')}>
        {clockOf(began === null ? 0 : (ended ?? now) - began)}
      </span>
      {running ? (
        <button type="button" className="button quiet" onClick={() => change({ ended: Date.now() })}>
          {say('web.call.timer.stop')}
        </button>
      ) : (
        <button
          type="button"
          className="button quiet"
          onClick={() => change({ began: began ?? Date.now(), ended: null })}
        >
          {say(began === null ? 'web.call.timer.start' : 'web.call.timer.on')}
        </button>
      )}
    </p>
  );
}
