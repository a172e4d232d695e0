import type { ReactNode } from 'react';
import type { CheckView, SourcedText } from '../../../app/check.ts';
import { useSay } from '../language.tsx';
import { FoldedSources, Sureness } from '../parts/sources.tsx';

/** Whether it can be cancelled online, and how; what guides claim otherwise. */
export function Online({ online }: { online: CheckView['online'] }): ReactNode {
  const say = useSay();
  return (
    <>
      <p>
        <span className={`online online-${online.supported}`}>{say(`web.online.${online.supported}`)}</span>{' '}
        <Sureness confidence={online.confidence} />
      </p>
      <p>{online.answer}</p>
      {online.note && <p>{online.note}</p>}
      {online.how && <p>{online.how}</p>}
      {online.url && (
        <p>
          <a href={online.url} target="_blank" rel="noopener noreferrer">
            {online.url.replace(/^https:\/\//, '')}
          </a>
        </p>
      )}
      <FoldedSources sources={online.sources} />
      {online.alternatives.map((other) => (
        <div key={other.value}>
          <p>{say('web.plan.otherPages', { value: say(`web.online.${other.value}`) })}</p>
          <FoldedSources sources={other.sources} />
        </div>
      ))}
      {online.exclusions.length > 0 && (
        <>
          <h3>{say('web.group.exclusions')}</h3>
          <Sourced texts={online.exclusions} />
        </>
      )}
      {online.steps.length > 0 && (
        <>
          <h3>{say('web.group.steps')}</h3>
          <ol className="steps">
            {online.steps.map((step) => (
              <li key={step.title}>
                <strong>{step.title}</strong> {step.detail === null && <Sureness confidence="unknown" />}
                {step.detail && <p>{step.detail}</p>}
                {step.note && <p className="soft">{step.note}</p>}
                <FoldedSources sources={step.sources} />
              </li>
            ))}
          </ol>
        </>
      )}
      {online.confirmation.text && (
        <>
          <h3>{say('web.fact.online.confirmation')}</h3>
          <Sourced texts={[online.confirmation]} />
        </>
      )}
      {online.claims.length > 0 && (
        <>
          <h3>{say('web.group.claims')}</h3>
          <ul className="text-facts">
            {online.claims.map((claim) => (
              <li key={claim.claim}>
                <blockquote>
                  <p>{claim.claim}</p>
                  <FoldedSources sources={claim.sources} />
                </blockquote>
                <Sourced texts={[claim.answer]} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Sentences with how sure they are and what they rest on. */
export function Sourced({ texts }: { texts: readonly SourcedText[] }): ReactNode {
  return (
    <ul className="text-facts">
      {texts.map((text) => (
        <li key={text.text ?? text.note}>
          <p>
            {text.text} {text.confidence !== 'official' && <Sureness confidence={text.confidence} />}
          </p>
          {text.note && <p className="soft">{text.note}</p>}
          <FoldedSources sources={text.sources} />
        </li>
      ))}
    </ul>
  );
}

/** What the carrier asks for, and why. */
export function Needs({ needs }: { needs: CheckView['needs'] }): ReactNode {
  const say = useSay();
  return (
    <ul className="needs">
      {needs.map((need) => (
        <li key={need.field + need.why}>
          <strong>{need.label}</strong>
          {need.routes && (
            <span className="soft">
              {' '}
              {say('web.plan.needRoutes', { routes: need.routes.map((route) => say(`web.route.${route}`)) })}
            </span>
          )}
          <p>{need.why}</p>
          {need.where && <p>{need.where}</p>}
          <FoldedSources sources={need.sources} />
        </li>
      ))}
    </ul>
  );
}
