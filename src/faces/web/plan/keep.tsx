import { type ReactNode, useState } from 'react';
import type { OptionView } from '../../../app/decide.ts';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { useServer } from '../machine/server.ts';
import { sentenceOf } from '../parts/problem.tsx';
import type { SituationJson } from '../questions/situation.ts';
import { go, linkTo } from '../router.ts';
import { keptAs, rememberKept } from '../state/kept.ts';
import { optionName } from './names.ts';

interface Keep {
  /** Keeps the plan as a case and chooses an option for it; undefined where no case can be kept. */
  choose: ((option: OptionView) => ReactNode) | undefined;
  /** Keeps it and leaves the choice for later; says where it is kept already. */
  later: ReactNode;
  problem: ReactNode;
}

/** What makes a case of a plan, where simoff runs on this machine. Nothing is asked a second time. */
export function useKeep(situation: SituationJson): Keep {
  const say = useSay();
  const server = useServer();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const kept = keptAs(situation);
  if (server !== 'ready') return { choose: undefined, later: server === 'locked' && <Locked />, problem: null };

  const keep = async (option: OptionView | null): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const id = kept ?? (await ask<{ case: string }>('/cases', say, { json: situation })).case;
      rememberKept(situation, id);
      if (option) await choose(id, option, say);
      go({ page: 'case', id });
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };

  return {
    choose: (option) => (
      <p className="choose-this no-print">
        <button
          type="button"
          className="button"
          aria-label={say('web.plan.chooseOf', { option: optionName(option, say) })}
          aria-disabled={busy}
          onClick={() => void keep(option)}
        >
          {say(busy ? 'web.case.recording' : 'web.plan.choose')}
        </button>
        <span>{say(kept === null ? 'web.plan.choose.hint' : 'web.plan.choose.kept')}</span>
      </p>
    ),
    later: (
      <p className="keep-later no-print">
        {kept === null ? (
          <button type="button" className="button quiet" aria-disabled={busy} onClick={() => void keep(null)}>
            {say('web.plan.keep')}
          </button>
        ) : (
          <a className="button quiet" href={linkTo({ page: 'case', id: kept })}>
            {say('web.plan.kept')}
          </a>
        )}{' '}
        <span className="soft">{say('web.plan.keep.hint')}</span>
      </p>
    ),
    problem: error !== null && (
      <div className="problem" role="alert">
        <p>{sentenceOf(error, say)}</p>
      </div>
    ),
  };
}

function Locked(): ReactNode {
  const say = useSay();
  return <p className="soft no-print">{say('web.plan.keep.locked')}</p>;
}

/** Chooses an option for a case. Throws ApiError. */
export async function choose(
  caseId: string,
  { kind, target }: Pick<OptionView, 'kind' | 'target'>,
  say: ReturnType<typeof useSay>,
): Promise<void> {
  await ask(`/cases/${caseId}/decide`, say, { json: { choose: target === null ? kind : `${kind}:${target}` } });
}
