import type { ReactNode } from 'react';
import type { OptionView } from '../../../app/decide.ts';
import { showCost, timeLeft } from '../format.ts';
import { useSay } from '../language.tsx';
import { OptionDetails } from './hero.tsx';
import { optionName } from './names.ts';

/** The options that are not recommended, each with its cost and reason, folded. */
export function Others({ options, today }: { options: readonly OptionView[]; today: string }): ReactNode {
  const say = useSay();
  return (
    <ul className="others">
      {options.map((option) => (
        <li key={`${option.kind} ${option.target}`} className={option.feasible ? undefined : 'impossible'}>
          <details>
            <summary>
              <span className="other-name">{optionName(option, say)}</span>
              <span className="other-cost">
                {option.cost ? showCost(option.cost, say) : say('web.plan.impossible')}
              </span>
              {option.actOn !== null && (
                <span className="soft">{say('web.plan.other.act', { left: timeLeft(option.actOn, today, say) })}</span>
              )}
            </summary>
            <OptionDetails option={option} />
          </details>
        </li>
      ))}
    </ul>
  );
}
