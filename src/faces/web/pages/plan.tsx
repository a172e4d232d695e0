import type { ReactNode } from 'react';
import { readable, showDate } from '../format.ts';
import { useSay } from '../language.tsx';
import { Busy } from '../parts/busy.tsx';
import { useLoaded } from '../parts/loaded.ts';
import { Page, Section } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { FoldedSources } from '../parts/sources.tsx';
import { Ask } from '../plan/ask.tsx';
import { Channels } from '../plan/channels.tsx';
import { type Plan, planOf } from '../plan/compute.ts';
import { CostChart } from '../plan/cost-chart.tsx';
import { Hero, OptionDetails } from '../plan/hero.tsx';
import { How } from '../plan/how.tsx';
import { optionName } from '../plan/names.ts';
import { Needs, Online, Sourced } from '../plan/online.tsx';
import { Others } from '../plan/others.tsx';
import { Yours } from '../plan/yours.tsx';
import { linkTo } from '../router.ts';
import { useDraft } from '../state/draft.ts';
import { NoBrand } from './no-brand.tsx';

/** The plan: the recommended option first, then how to do it, then everything it rests on. */
export function PlanPage(): ReactNode {
  const say = useSay();
  const draft = useDraft();
  const plan = useLoaded(`${say.language} ${JSON.stringify(draft)}`, () => planOf(draft, say));
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
  const { decided, checked } = plan;
  const product = plan.brand.products.find((own) => own.id === decided.product) ?? null;
  const best = decided.options.find(
    (option) => option.kind === decided.recommended && option.target === decided.recommendedTarget,
  );
  const others = decided.options.filter((option) => option !== best);
  const title = best ? optionName(best, say) : say('web.plan.none');

  return (
    <Page name="plan" title={say('web.plan.title')}>
      {best ? <Hero view={decided} option={best} /> : <p className="lead">{say('web.plan.none.lead')}</p>}
      {decided.contact && (
        <Section id="contact" title={say('web.plan.contact')}>
          <p>
            <strong>{say(`web.plan.contact.${decided.contact.first}`)}</strong>
          </p>
          {decided.contact.why.map((why) => (
            <p key={why.code}>{why.message}</p>
          ))}
        </Section>
      )}
      {best && (
        <Section id="why-best" title={say('web.plan.why')}>
          <p className="unseen">{title}</p>
          <OptionDetails option={best} />
        </Section>
      )}
      <Section id="costs" title={say('web.plan.chart')}>
        <CostChart view={decided} />
      </Section>
      <Section id="reach" title={say('web.plan.reach')}>
        {best && <How kind={best.kind} product={product} />}
        <Channels view={checked} />
      </Section>
      <Section id="online" title={say('web.group.online')}>
        <Online online={checked.online} />
      </Section>
      {checked.needs.length > 0 && (
        <Section id="needs" title={say('web.group.needs')}>
          <Needs needs={checked.needs} />
        </Section>
      )}
      {checked.traps.length > 0 && (
        <Section id="traps" title={say('web.group.traps')}>
          <Sourced texts={checked.traps} />
        </Section>
      )}
      {decided.questionsForCarrier.length > 0 && (
        <Section id="ask" title={say('web.plan.ask')}>
          <Ask view={decided} />
        </Section>
      )}
      <Section id="others" title={say('web.plan.others')}>
        <Others options={others} today={decided.today} />
      </Section>
      <Section id="unsure" title={say('web.plan.unsure')}>
        <Unsure plan={plan} />
      </Section>
      <Section id="yours" title={say('web.plan.yours')}>
        <Yours plan={plan} />
      </Section>
      <p className="soft">
        {say('web.plan.reckoned', {
          today: showDate(decided.today, say.language),
          zone: plan.zone,
          horizon: showDate(decided.horizon, say.language),
        })}
      </p>
    </Page>
  );
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
            <p>{readable(unknown.message, say.language)}</p>
          </li>
        ))}
      </ul>
      {checked.unknowns.length > 0 && (
        <details>
          <summary>{say('web.plan.unsure.reach', { count: checked.unknowns.length })}</summary>
          <ul className="text-facts">
            {checked.unknowns.map((unknown) => (
              <li key={unknown.message}>
                <p>{readable(unknown.message, say.language)}</p>
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
