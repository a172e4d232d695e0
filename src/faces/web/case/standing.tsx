import type { ReactNode } from 'react';
import type { CaseView, DeadlineView } from '../../../app/case/view.ts';
import { datedSpan, showDate } from '../format.ts';
import { useSay } from '../language.tsx';
import { Section } from '../parts/page.tsx';
import { FoldedSources, Sureness } from '../parts/sources.tsx';

const FIRST_SHOWN = 4;

/** Every date of the case with what it rests on; those further off, and those that are done, are folded away. */
export function Dates({ view }: { view: CaseView }): ReactNode {
  const say = useSay();
  if (view.deadlines.length === 0) return null;
  const open = view.deadlines.filter(({ done }) => !done);
  const done = view.deadlines.filter((deadline) => deadline.done);
  return (
    <Section id="dates" title={say('web.case.dates')}>
      {open.length > 0 && <ul className="dates">{open.slice(0, FIRST_SHOWN).map(item)}</ul>}
      {open.length > FIRST_SHOWN && (
        <details>
          <summary>{say('web.case.dates.later', { count: open.length - FIRST_SHOWN })}</summary>
          <ul className="dates">{open.slice(FIRST_SHOWN).map(item)}</ul>
        </details>
      )}
      {done.length > 0 && (
        <details>
          <summary>{say('web.case.dates.done', { count: done.length })}</summary>
          <ul className="dates">{done.map(item)}</ul>
        </details>
      )}
    </Section>
  );

  function item(deadline: DeadlineView): ReactNode {
    const { code, date, daysLeft, message, whose, rule, done: over } = deadline;
    return (
      <li key={`${code} ${date} ${message}`}>
        <p className={!over && whose === 'you' && daysLeft <= 3 ? 'date-when soon' : 'date-when'}>
          <time dateTime={date}>{over ? showDate(date, say.language, 'medium') : datedSpan(date, daysLeft, say)}</time>
          {whose !== 'nobody' && <span className="soft">{say(`web.case.whose.${whose}`)}</span>}
        </p>
        <p>{message}</p>
        <p className="soft">
          {rule.title}{' '}
          {rule.confidence !== null && rule.confidence !== 'official' && <Sureness confidence={rule.confidence} />}
        </p>
        <FoldedSources sources={rule.sources} />
      </li>
    );
  }
}

/** What has to be done before the case is closed, and how far each is. */
export function Checklist({ view }: { view: CaseView }): ReactNode {
  const say = useSay();
  if (view.obligations.length === 0) return null;
  return (
    <Section id="obligations" title={say('web.case.obligations')}>
      <ul className="obligations">
        {view.obligations.map(({ id, state, name, message }) => (
          <li key={id} className={`obligation-${state}`}>
            <p>
              <strong>{name}</strong> <span className="sureness">{say(`web.case.state.${state}`)}</span>
            </p>
            <p>{message}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
