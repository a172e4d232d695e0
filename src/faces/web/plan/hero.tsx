import type { ReactNode } from 'react';
import type { DecideView, OptionView } from '../../../app/decide.ts';
import { readable, showCost, showDate, spanLeft } from '../format.ts';
import { useSay } from '../language.tsx';
import { lineName, optionName } from './names.ts';
import { Timeline } from './timeline.tsx';

/** The recommended option: what, when, why, and what to mind. */
export function Hero({ view, option }: { view: DecideView; option: OptionView }): ReactNode {
  const say = useSay();
  const dates: [code: string, date: string | null][] = [
    ['actOn', option.actOn],
    ['lastDay', option.lastDayToAct],
    ['endsOn', option.endsOn],
    ['numberSafe', option.numberSafeUntil],
  ];
  return (
    <div className="hero">
      <p className="hero-line">{lineName(view, say)}</p>
      <p className="hero-what">{optionName(option, say)}</p>
      <dl className="hero-dates">
        {dates.map(
          ([code, date]) =>
            date !== null && (
              <div key={code} className={`hero-date hero-${code}`}>
                <dt>{say(`web.plan.${code}`)}</dt>
                <dd>
                  <time dateTime={date}>{showDate(date, say.language, 'weekday')}</time>
                  <span>{spanLeft(date, view.today, say)}</span>
                </dd>
              </div>
            ),
        )}
        {option.cost && (
          <div className="hero-date">
            <dt>{say('web.plan.cost', { date: showDate(view.horizon, say.language) })}</dt>
            <dd>
              <strong>{showCost(option.cost, say)}</strong>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

/** What happens with an option: its reasons, warnings and dated payments. */
export function OptionDetails({ option }: { option: OptionView }): ReactNode {
  const say = useSay();
  return (
    <>
      <p>{readable(option.why, say.language)}</p>
      {option.warnings.length > 0 && (
        <ul className="notes">
          {option.warnings.map((warning) => (
            <li key={warning.code + warning.message}>{readable(warning.message, say.language)}</li>
          ))}
        </ul>
      )}
      <Timeline option={option} />
    </>
  );
}
