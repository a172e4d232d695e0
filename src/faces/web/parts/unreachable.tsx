import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { ApiError } from '../machine/api.ts';
import { linkTo } from '../router.ts';
import { Problem, sentenceOf } from './problem.tsx';

/** What stands in place of cases where they cannot be had: no simoff on this machine, no access, or an error. */
export function Unreachable({ error, again }: { error: unknown; again: () => void }): ReactNode {
  const say = useSay();
  if (!(error instanceof ApiError) || !['none', 'gone', 'refused'].includes(error.code)) {
    return <Problem error={error} again={again} />;
  }
  return (
    <div className="unreachable" role="status">
      <p>{sentenceOf(error, say)}</p>
      <p className="command">
        <code>{say('web.machine.command')}</code>
      </p>
      <p className="question-row">
        <button type="button" className="button quiet" onClick={again}>
          {say('web.again')}
        </button>
        <a href={linkTo({ page: 'start' })}>{say('web.lost.start')}</a>
      </p>
    </div>
  );
}
