import { type ReactNode, useEffect, useRef } from 'react';
import type { EndedCall } from '../../../app/case/call.ts';
import { LANGUAGE_TAGS } from '../../../locale/say.ts';
import { useSay } from '../language.tsx';
import { Copy } from '../parts/copy.tsx';
import { linkTo } from '../router.ts';

/** The call is recorded: where the case stands, and the message that puts in writing what was said. */
export function AfterCall({ ended }: { ended: EndedCall }): ReactNode {
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { followUp, nextAction, stageName } = ended;
  return (
    <section aria-labelledby="after-call">
      <h2 id="after-call" ref={title} tabIndex={-1}>
        {say('web.call.recorded')}
      </h2>
      <p>
        <strong>{stageName}</strong> {nextAction?.message}
      </p>
      {followUp && (
        <>
          <h3>{say('web.call.followUp')}</h3>
          <p>{say('web.call.followUp.what')}</p>
          <p className="soft">{followUp.to ?? say('web.call.followUp.noAddress')}</p>
          <pre className="text" lang="en">
            {`${followUp.subject}\n\n${followUp.body}`}
          </pre>
          <div className="question-row">
            <Copy text={followUp.body} label={say('web.case.copyAll')} of={say('record.value.follow-up')} />
            <p className="no-print">
              <a className="button quiet" href={followUp.mailto}>
                {say('web.call.followUp.mail')}
              </a>
            </p>
          </div>
          {say.language === 'zh' && (
            <details>
              <summary>{say('web.call.followUp.means')}</summary>
              <pre className="text" lang={LANGUAGE_TAGS.zh}>
                {followUp.bodyZh}
              </pre>
            </details>
          )}
        </>
      )}
      <p className="question-row">
        <a className="button" href={linkTo({ page: 'case', id: ended.case })}>
          {say('web.case.back')}
        </a>
      </p>
    </section>
  );
}
