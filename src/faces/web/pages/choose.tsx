import { type ReactNode, useState } from 'react';
import type { DecideView, OptionView } from '../../../app/decide.ts';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { Busy } from '../parts/busy.tsx';
import { useLoaded } from '../parts/loaded.ts';
import { Page, Section } from '../parts/page.tsx';
import { sentenceOf } from '../parts/problem.tsx';
import { Unreachable } from '../parts/unreachable.tsx';
import { CostChart } from '../plan/cost-chart.tsx';
import { Hero, OptionDetails } from '../plan/hero.tsx';
import { choose } from '../plan/keep.tsx';
import { optionName } from '../plan/names.ts';
import { Others } from '../plan/others.tsx';
import { readableAll } from '../plan/prose.ts';
import { go, linkTo } from '../router.ts';

/** Every option for a case as of today, to choose one. */
export function ChoosePage({ id }: { id: string }): ReactNode {
  const say = useSay();
  const decided = useLoaded(
    `decide ${id} ${say.language}`,
    async () => readableAll(await ask<DecideView>(`/cases/${encodeURIComponent(id)}/decide`, say), say.language),
    id,
  );
  return (
    <Page name={`choose/${id}`} title={say('record.do.decide')}>
      <p>
        <a href={linkTo({ page: 'case', id })}>{say('web.case.back')}</a>
      </p>
      {decided.state === 'busy' && <Busy>{say('web.busy.plan')}</Busy>}
      {decided.state === 'failed' && <Unreachable error={decided.error} again={decided.again} />}
      {decided.state === 'ready' && <Options id={id} view={decided.value} />}
    </Page>
  );
}

function Options({ id, view }: { id: string; view: DecideView }): ReactNode {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const best = view.options.find(
    (option) => option.kind === view.recommended && option.target === view.recommendedTarget,
  );

  const take = async (option: OptionView): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await choose(id, option, say);
      go({ page: 'case', id });
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  const button = (option: OptionView): ReactNode => (
    <p className="choose-this no-print">
      <button
        type="button"
        className="button"
        aria-label={say('web.plan.chooseOf', { option: optionName(option, say) })}
        aria-disabled={busy}
        onClick={() => void take(option)}
      >
        {say(busy ? 'web.case.recording' : 'web.plan.choose')}
      </button>
    </p>
  );

  return (
    <>
      {error !== null && (
        <div className="problem" role="alert">
          <p>{sentenceOf(error, say)}</p>
        </div>
      )}
      {best ? (
        <Hero view={view} option={best} check={null}>
          {button(best)}
        </Hero>
      ) : (
        <p className="lead">{say('web.plan.none.lead')}</p>
      )}
      {best && (
        <Section id="why-best" title={say('web.plan.why')}>
          <OptionDetails option={best} />
        </Section>
      )}
      <Section id="others" title={say('web.plan.others')}>
        <Others options={view.options.filter((option) => option !== best)} today={view.today} choose={button} />
      </Section>
      <Section id="costs" title={say('web.plan.chart')}>
        <CostChart
          view={view}
          answer={<a href={linkTo({ page: 'case', id })}>{say('record.do.situation-recorded')}</a>}
        />
      </Section>
    </>
  );
}
