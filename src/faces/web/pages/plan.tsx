import type { ReactNode } from 'react';
import { showDate, showZone } from '../format.ts';
import { useSay } from '../language.tsx';
import { Busy } from '../parts/busy.tsx';
import { useLoaded } from '../parts/loaded.ts';
import { Fold, Page, Section } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { FoldedSources } from '../parts/sources.tsx';
import { Ask } from '../plan/ask.tsx';
import { Channels } from '../plan/channels.tsx';
import { type Plan, planOf } from '../plan/compute.ts';
import { CostChart } from '../plan/cost-chart.tsx';
import { Hero, OptionDetails } from '../plan/hero.tsx';
import { How } from '../plan/how.tsx';
import { useKeep } from '../plan/keep.tsx';
import { Needs, Online, Sourced } from '../plan/online.tsx';
import { Others } from '../plan/others.tsx';
import { Actions, Yours } from '../plan/yours.tsx';
import { isAnswered, questionsFor } from '../questions/flow.ts';
import { linkTo } from '../router.ts';
import { readDraft, useDraft } from '../state/draft.ts';
import { NoBrand } from './no-brand.tsx';

/** The plan: the recommended option first, then how to do it, then everything it rests on. */
export function PlanPage(): ReactNode {
  const say = useSay();
  const draft = useDraft();
  const about = JSON.stringify(draft);
  const plan = useLoaded(`${say.language} ${about}`, () => planOf(draft, say), about);
  if (plan.state === 'busy') return <Busy>{say('web.busy.plan')}</Busy>;
  if (plan.state === 'failed') return <Failed error={plan.error} again={plan.again} />;
  if (!plan.value) return <NoBrand />;
  return <Whole plan={plan.value} />;
}

function Failed({ error, again }: { error: unknown; again: () => void }): ReactNode {
  const say = useSay();
  return (
    <Page name="plan" title={say('web.plan.title')}>
      <Problem error={error} again={again} />
      <p>
        <a href={linkTo({ page: 'questions', question: 'place' })}>{say('web.plan.change')}</a>
      </p>
    </Page>
  );
}

function Whole({ plan }: { plan: Plan }): ReactNode {
  const say = useSay();
  const keep = useKeep(plan.situation);
  const { decided, checked } = plan;
  const product = plan.brand.products.find((own) => own.id === decided.product) ?? null;
  const best = decided.options.find(
    (option) => option.kind === decided.recommended && option.target === decided.recommendedTarget,
  );
  const others = decided.options.filter((option) => option !== best);
  const asks = decided.questionsForCarrier.length > 0;

  return (
    <Page name="plan" title={best ? say('web.plan.title') : say('web.plan.none')}>
      {best ? (
        <Hero view={decided} option={best} check={checked}>
          {keep.choose?.(best)}
        </Hero>
      ) : (
        <p className="lead">{say('web.plan.none.lead')}</p>
      )}
      {keep.problem}
      {decided.contact && (
        <Section id="contact" title={say('web.plan.contact')}>
          <p>
            <strong>{decided.contact.seller ?? say(`web.plan.contact.${decided.contact.first}`)}</strong>
          </p>
          {decided.contact.why.map((why) => (
            <p key={why.code}>{why.message}</p>
          ))}
        </Section>
      )}
      {best && (
        <Section id="why-best" title={say('web.plan.why')}>
          <OptionDetails option={best} />
        </Section>
      )}
      <Section id="reach" title={say('web.plan.reach')}>
        {best && <How kind={best.kind} product={product} />}
        <Channels view={checked} />
      </Section>
      {asks && (
        <Section id="ask" title={say('web.plan.ask')}>
          <Ask view={decided} />
        </Section>
      )}
      <Section id="costs" title={say('web.plan.chart')}>
        <CostChart view={decided} />
      </Section>
      <Section id="others" title={say('web.plan.others')}>
        <Others options={others} today={decided.today} choose={keep.choose} />
      </Section>
      <div className="folds">
        <Fold title={say('web.group.online')} gist={say(`web.online.${checked.online.supported}`)}>
          <Online online={checked.online} />
        </Fold>
        {checked.needs.length > 0 && (
          <Fold title={say('web.group.needs')} gist={list(checked.needs.map((need) => need.label))}>
            <Needs needs={checked.needs} />
          </Fold>
        )}
        {checked.traps.length > 0 && (
          <Fold title={say('web.group.traps')} gist={say('web.plan.gist.traps', { count: checked.traps.length })}>
            <Sourced texts={checked.traps} />
          </Fold>
        )}
        <Fold
          title={say('web.plan.unsure')}
          gist={say('web.plan.gist.unsure', { count: decided.unknowns.length + checked.unknowns.length })}
        >
          <Unsure plan={plan} />
        </Fold>
        <Fold title={say('web.plan.yours')} gist={yoursGist()}>
          <Yours plan={plan} />
        </Fold>
      </div>
      {keep.later}
      <Actions plan={plan} />
      <p className="soft">
        {say('web.plan.reckoned', {
          today: showDate(decided.today, say.language),
          zone: showZone(plan.zone, say.language),
          horizon: showDate(decided.horizon, say.language),
        })}
      </p>
    </Page>
  );

  function list(names: string[]): string {
    return [...new Set(names)].join(say('web.plan.gist.join'));
  }

  function yoursGist(): string {
    const { answers } = readDraft();
    const questions = questionsFor(plan.brand, answers);
    const given = questions.filter((question) => isAnswered(question, answers));
    return say('web.plan.gist.yours', { count: given.length, of: questions.length });
  }
}

/** What the dates and sums depend on first, then what is open about the ways to the carrier. */
function Unsure({ plan }: { plan: Plan }): ReactNode {
  const say = useSay();
  const { decided, checked } = plan;
  return (
    <>
      <ul className="text-facts">
        {decided.unknowns.map((unknown) => (
          <li key={unknown.message}>
            <p>{unknown.message}</p>
          </li>
        ))}
      </ul>
      {checked.unknowns.length > 0 && (
        <details>
          <summary>{say('web.plan.unsure.reach', { count: checked.unknowns.length })}</summary>
          <ul className="text-facts">
            {checked.unknowns.map((unknown) => (
              <li key={unknown.message}>
                <p>{unknown.message}</p>
                {unknown.note && <p className="soft">{unknown.note}</p>}
                <FoldedSources sources={unknown.sources} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
