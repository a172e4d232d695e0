import type { ReactNode } from 'react';
import type { OptionView } from '../../../app/decide.ts';
import { showCost, timeLeft } from '../format.ts';
import { useSay } from '../language.tsx';
import { OptionDetails } from './hero.tsx';
import { optionName } from './names.ts';

const FIRST_SHOWN = 3;

interface Props {
  options: readonly OptionView[];
  today: string;
  /** What chooses an option, where one can be chosen. */
  choose?: ((option: OptionView) => ReactNode) | undefined;
}

/** The options that are not recommended, each with its cost and reason, folded; the possible ones first, as decide ranks them. */
export function Others({ options, today, choose }: Props): ReactNode {
  const say = useSay();
  const first = options.slice(0, FIRST_SHOWN);
  const rest = options.slice(FIRST_SHOWN);
  return (
    <>
      <ul className="others">{first.map(item)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{say('web.plan.moreOthers', { count: rest.length })}</summary>
          <ul className="others">{rest.map(item)}</ul>
        </details>
      )}
    </>
  );

  function item(option: OptionView): ReactNode {
    return (
      <li key={`${option.kind} ${option.target}`} className={option.feasible ? undefined : 'impossible'}>
        <details>
          <summary>
            <span className="other-name">{optionName(option, say)}</span>
            <span className="other-cost">{option.cost ? showCost(option.cost, say) : say('web.plan.impossible')}</span>
            {option.actOn !== null && (
              <span className="soft">{say('web.plan.other.act', { left: timeLeft(option.actOn, today, say) })}</span>
            )}
          </summary>
          <OptionDetails option={option} />
          {option.feasible && choose?.(option)}
        </details>
      </li>
    );
  }
}
