import type { ReactNode } from 'react';
import type { CheckView } from '../../../app/check.ts';
import type { DecideView, OptionView } from '../../../app/decide.ts';
import { showCost, showDate, spanLeft } from '../format.ts';
import { useSay } from '../language.tsx';
import { Sureness } from '../parts/sources.tsx';
import { ChannelValue, openSentence } from './channels.tsx';
import { lineName, optionName } from './names.ts';
import { Timeline } from './timeline.tsx';

interface Props {
  view: DecideView;
  option: OptionView;
  /** null: how to reach the carrier is not shown here. */
  check: CheckView | null;
  /** What chooses this option, where it can be chosen. */
  children?: ReactNode;
}

/** The recommended option on one screen: what to do, by when, what it costs, and how to reach whoever does it. */
export function Hero({ view, option, check, children }: Props): ReactNode {
  const say = useSay();
  const dates: [code: string, date: string | null][] = [
    [option.actOn === option.lastDayToAct ? 'actOnLast' : 'actOn', option.actOn],
    ['lastDay', option.actOn === option.lastDayToAct ? null : option.lastDayToAct],
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
                  <time dateTime={date}>{showDate(date, say.language, 'medium')}</time>
                  <span>
                    {say('web.plan.day', {
                      weekday: showDate(date, say.language, 'weekday'),
                      left: spanLeft(date, view.today, say),
                    })}
                  </span>
                </dd>
              </div>
            ),
        )}
      </dl>
      <dl className="hero-more">
        {option.cost && (
          <div className="hero-date">
            <dt>{say('web.plan.cost', { date: showDate(view.horizon, say.language, 'medium') })}</dt>
            <dd>
              <strong>{showCost(option.cost, say)}</strong>
            </dd>
          </div>
        )}
        {check && option.kind !== 'keep' && <Reach view={view} option={option} check={check} />}
      </dl>
      {children}
    </div>
  );
}

/** Whom to turn to first: who sold or holds the line, else the carrier by its best channel from here and now. */
function Reach({ view, option, check }: Props & { check: CheckView }): ReactNode {
  const say = useSay();
  const [channel] = check.channels;
  if (view.contact) {
    return (
      <div className="hero-date hero-reach">
        <dt>{say('web.plan.contact')}</dt>
        <dd>
          <strong>{view.contact.seller ?? say(`web.plan.contact.${view.contact.first}`)}</strong>
        </dd>
      </div>
    );
  }
  if (!channel) return null;
  const asks = option.kind === 'cancel' || option.kind === 'suspend';
  return (
    <div className="hero-date hero-reach">
      <dt>{say(asks ? 'web.plan.by' : 'web.plan.contactBy', { kind: channel.kindName, carrier: view.carrierName })}</dt>
      <dd>
        <span>
          <ChannelValue channel={channel} />{' '}
          {channel.confidence !== 'official' && <Sureness confidence={channel.confidence} />}
        </span>
        {channel.label && <span>{channel.label}</span>}
        <span>{openSentence(channel, check.now, say)}</span>
      </dd>
    </div>
  );
}

/** What happens with an option: its reasons, warnings and dated payments. */
export function OptionDetails({ option }: { option: OptionView }): ReactNode {
  return (
    <>
      <p>{option.why}</p>
      {option.warnings.length > 0 && (
        <ul className="notes">
          {option.warnings.map((warning) => (
            <li key={warning.code + warning.message}>{warning.message}</li>
          ))}
        </ul>
      )}
      <Timeline option={option} />
    </>
  );
}
