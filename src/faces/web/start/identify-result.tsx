import type { ReactNode } from 'react';
import type { IdentifyView } from '../../../app/identify.ts';
import { useSay } from '../language.tsx';
import { Sureness } from '../parts/sources.tsx';

const FIRST_SHOWN = 6;

interface Props {
  view: IdentifyView;
  chosen: string | null;
  onChoose: (slug: string) => void;
}

/** What it is, what is wrong with it, and whose it could be; numbers that identify a card are shown masked. */
export function IdentifyResult({ view, chosen, onChoose }: Props): ReactNode {
  const say = useSay();
  const shown = view.kind === 'msisdn' ? view.normalized : view.masked;
  const first = view.candidates.slice(0, FIRST_SHOWN);
  const rest = view.candidates.slice(FIRST_SHOWN);
  const list = (candidates: IdentifyView['candidates']): ReactNode => (
    <ul className="candidates">
      {candidates.map((candidate) => (
        <li key={candidate.carrier}>
          <button
            type="button"
            className="candidate"
            aria-pressed={candidate.carrier === chosen}
            onClick={() => onChoose(candidate.carrier)}
          >
            <span className="candidate-name">{candidate.name}</span>
            <Sureness confidence={candidate.confidence} />
            <span className="candidate-why">
              {candidate.grounds.map((ground) => ground.message).join(say.language === 'en' ? ' ' : '')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );

  return (
    <div className="result">
      {view.kind !== 'unknown' && (
        <p className="result-what">
          <span>{say(`identify.kind.${view.kind}`)}</span>
          <span className="digits">{shown}</span>
        </p>
      )}
      {view.problems.length > 0 && (
        <ul className="notes">
          {view.problems.map((problem) => (
            <li key={problem.code}>{problem.message}</li>
          ))}
        </ul>
      )}
      {view.also.length > 0 && (
        <p className="soft">
          {say('web.result.also', {
            list: view.also.map((also) => `${say(`identify.kind.${also.kind}`)} ${also.masked ?? ''}`.trim()),
          })}
        </p>
      )}
      {first.length > 0 && (
        <>
          <h2 className="result-head">{say('web.result.whose')}</h2>
          {list(first)}
          {rest.length > 0 && (
            <details>
              <summary>{say('web.result.more', { count: rest.length })}</summary>
              {list(rest)}
            </details>
          )}
        </>
      )}
      <p className="soft">{view.choose}</p>
    </div>
  );
}
