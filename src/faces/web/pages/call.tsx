import { type ReactNode, useState } from 'react';
import type { CallView, EndedCall } from '../../../app/case/call.ts';
import { AfterCall } from '../call/after.tsx';
import { Branches } from '../call/branches.tsx';
import { useDesk } from '../call/desk.ts';
import { EndForm } from '../call/end-form.tsx';
import { Numbers } from '../call/numbers.tsx';
import { ScriptSteps } from '../call/script-steps.tsx';
import { Timer } from '../call/timer.tsx';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { Busy } from '../parts/busy.tsx';
import { useLoaded } from '../parts/loaded.ts';
import { Page, Section } from '../parts/page.tsx';
import { Unreachable } from '../parts/unreachable.tsx';
import { linkTo } from '../router.ts';

/** One call: whom to dial, what to have at hand, what to say, what to answer, what to write down. */
export function CallPage({ id }: { id: string }): ReactNode {
  const say = useSay();
  const call = useLoaded(
    `call ${id} ${say.language}`,
    () => ask<CallView>(`/cases/${encodeURIComponent(id)}/call`, say),
    id,
  );
  const title =
    call.state === 'ready' ? say('web.call.title', { carrier: call.value.carrierName }) : say('web.call.name');
  return (
    <Page name={`call/${id}`} title={title}>
      <p>
        <a href={linkTo({ page: 'case', id })}>{say('web.case.back')}</a>
      </p>
      {call.state === 'busy' && <Busy>{say('web.busy.case')}</Busy>}
      {call.state === 'failed' && <Unreachable error={call.error} again={call.again} />}
      {call.state === 'ready' && <Call view={call.value} />}
    </Page>
  );
}

function Call({ view }: { view: CallView }): ReactNode {
  const say = useSay();
  const [desk, change, clear] = useDesk(view.case);
  const [ended, setEnded] = useState<EndedCall | null>(null);
  const [before, ...spoken] = view.script.sections;
  if (ended) return <AfterCall ended={ended} />;
  return (
    <div className="call">
      <Section id="call-dial" title={say('web.call.dial', { from: view.fromName })}>
        <Numbers view={view} />
      </Section>
      {before && (
        <Section id="call-ready" title={before.title[say.language]}>
          <ul className="todo">
            {before.lines.map((line) => (
              <li key={line.en}>{line[say.language]}</li>
            ))}
          </ul>
        </Section>
      )}
      <div className="call-bar">
        <Timer desk={desk} change={change} />
        <details className="no-print">
          <summary className="button">{say('web.call.they')}</summary>
          <Branches
            view={view}
            onTaken={({ outcome }) => {
              if (outcome !== null && !desk.typed.outcome) change({ typed: { ...desk.typed, outcome } });
            }}
          />
        </details>
      </div>
      <Section id="call-script" title={say('web.call.script')}>
        <ScriptSteps sections={spoken} said={desk.said} onSaid={(said) => change({ said })} />
      </Section>
      <EndForm
        view={view}
        desk={desk}
        change={change}
        onEnded={(done) => {
          clear();
          setEnded(done);
        }}
      />
    </div>
  );
}
