import type { ReactNode } from 'react';
import type { AlarmView, ButtonView, CaseView } from '../../../app/case/view.ts';
import { countdown, showDate } from '../format.ts';
import { useSay } from '../language.tsx';

interface Props {
  view: CaseView;
  onPress: (button: ButtonView, from: HTMLElement) => void;
}

/** The one thing to do now: a sentence, a date, a button. */
export function NextStep({ view, onPress }: Props): ReactNode {
  const say = useSay();
  const { nextAction, stageName } = view;
  if (!nextAction) return null;
  const { message, date, daysLeft, button } = nextAction;
  return (
    <section className="hero next" aria-labelledby="next-step">
      <p className="hero-line">
        <span className="unseen">{say('web.case.stage')} </span>
        {stageName}
      </p>
      <h2 id="next-step" className="next-what" tabIndex={-1}>
        {message}
      </h2>
      {date !== null && daysLeft !== null && (
        <p className={daysLeft <= 3 ? 'next-date soon' : 'next-date'}>
          <span className="next-left">{countdown(daysLeft, say)}</span>{' '}
          <time dateTime={date}>
            {say('web.case.day', {
              date: showDate(date, say.language, 'medium'),
              weekday: showDate(date, say.language, 'weekday'),
            })}
          </time>
        </p>
      )}
      {button && (
        <p className="no-print">
          <button type="button" className="button" onClick={(event) => onPress(button, event.currentTarget)}>
            {button.label}
          </button>
        </p>
      )}
    </section>
  );
}

/** What needs attention besides, each with what clears it. */
export function Alarms({ view, onPress }: Props): ReactNode {
  const say = useSay();
  if (view.alarms.length === 0) return null;
  return (
    <section className="alarms" aria-labelledby="alarms">
      <h2 id="alarms">{say('web.case.alarms')}</h2>
      <ul>
        {view.alarms.map(({ code, message, since, button, steps }) => (
          <li key={`${code} ${message}`}>
            <p>
              {message}{' '}
              <span className="soft">{say('web.case.since', { date: showDate(since, say.language, 'short') })}</span>
            </p>
            <button
              type="button"
              className="button quiet no-print"
              onClick={(event) => onPress(button, event.currentTarget)}
            >
              {button.label}
            </button>
            {steps.length > 0 && <Ladder steps={steps} onPress={onPress} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is left to do where the carrier does not move, one step after another. */
function Ladder({ steps, onPress }: { steps: AlarmView['steps']; onPress: Props['onPress'] }): ReactNode {
  const say = useSay();
  const current = steps.find(({ done }) => !done)?.code;
  return (
    <ol className="ladder" aria-label={say('web.case.ladder')}>
      {steps.map(({ code, done, message, button }) => (
        <li key={code} aria-current={code === current ? 'step' : undefined} className={done ? 'soft' : undefined}>
          <p>
            {done && <span>{say('web.case.ladder.done')} </span>}
            {message}
          </p>
          {code === current && (
            <button
              type="button"
              className="button quiet no-print"
              onClick={(event) => onPress(button, event.currentTarget)}
            >
              {button.label}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What is damaged, before anything else. */
export function Damage({ view }: { view: CaseView }): ReactNode {
  const say = useSay();
  if (view.problems.length === 0) return null;
  return (
    <section className="problem damage" aria-labelledby="damage">
      <h2 id="damage">{say('web.case.damage')}</h2>
      <ul>
        {view.problems.map(({ code, seq, message }) => (
          <li key={`${code} ${seq}`}>{message}</li>
        ))}
      </ul>
      <p>{say('web.case.damage.what')}</p>
    </section>
  );
}
