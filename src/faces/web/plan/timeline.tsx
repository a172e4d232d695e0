import type { ReactNode } from 'react';
import type { OptionView } from '../../../app/decide.ts';
import { showDate, showUsd } from '../format.ts';
import { useSay } from '../language.tsx';
import { FoldedSources } from '../parts/sources.tsx';

/** What has to be paid and when, in the worst case; losses that are no payment are named beside. */
export function Timeline({ option }: { option: OptionView }): ReactNode {
  const say = useSay();
  if (option.timeline.length === 0) return null;
  return (
    <details className="timeline">
      <summary>{say('web.plan.timeline', { count: option.timeline.length })}</summary>
      <ol>
        {option.timeline.map((entry) => (
          <li key={`${entry.date} ${entry.reason} ${entry.amountUsd}`}>
            <time dateTime={entry.date}>{showDate(entry.date, say.language)}</time>
            <span className="sum">{amount(entry)}</span>
            <span>{entry.text}</span>
            <FoldedSources sources={entry.sources} />
          </li>
        ))}
      </ol>
    </details>
  );

  function amount(entry: OptionView['timeline'][number]): string {
    if (entry.lostUsd !== null) return say('web.plan.lost', { usd: showUsd(entry.lostUsd, say.language) });
    return entry.amountUsd === null ? say('web.cost.unknown') : showUsd(entry.amountUsd, say.language);
  }
}
