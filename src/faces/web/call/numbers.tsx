import type { ReactNode } from 'react';
import type { CallNumber, CallView } from '../../../app/case/call.ts';
import { useSay } from '../language.tsx';

/** Whom to dial: only numbers with a source behind them can be pressed. */
export function Numbers({ view }: { view: CallView }): ReactNode {
  const say = useSay();
  const rest = view.numbers.filter(({ dial, display }) => !dial && display !== null);
  return (
    <>
      {view.noNumber !== null && <p className="problem">{view.noNumber}</p>}
      <ul className="numbers">
        {view.numbers
          .filter(({ dial }) => dial)
          .map((number) => (
            <Dial key={number.value} number={number} />
          ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{say('web.call.others')}</summary>
          <ul className="numbers">
            {rest.map(({ value, display, verified, rank }) => (
              <li key={value}>
                <span className="digits">{display}</span>{' '}
                <span className="soft">
                  {verified ? rank.map(({ message }) => message).join(' ') : say('web.call.unverified')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Dial({ number }: { number: CallNumber }): ReactNode {
  const say = useSay();
  const { value, display, label, state, voiceMenu, carrierHours, openNow } = number;
  return (
    <li>
      <a className="dial digits" href={`tel:${value}`}>
        {display}
      </a>{' '}
      <span className="soft">{label}</span>
      <p className={openNow === 'no' ? 'soon' : undefined}>{state}</p>
      {carrierHours !== null && <p className="soft">{carrierHours}</p>}
      <p>
        {voiceMenu.text === null ? say('web.call.menuUnknown') : say('web.call.menu', { menu: voiceMenu.text })}{' '}
        {voiceMenu.note !== null && <span className="soft">{voiceMenu.note}</span>}
      </p>
    </li>
  );
}
