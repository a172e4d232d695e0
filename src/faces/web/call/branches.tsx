import { type ReactNode, useState } from 'react';
import type { CallView } from '../../../app/case/call.ts';
import { LANGUAGE_TAGS } from '../../../locale/say.ts';
import { useSay } from '../language.tsx';

interface Props {
  view: CallView;
  /** A branch was taken: the call would end with this outcome, if it ended here. */
  onTaken: (branch: CallView['branches'][number]) => void;
}

/** "They say …": one press shows the answer, and where the script goes on. */
export function Branches({ view: { branches, script }, onTaken }: Props): ReactNode {
  const say = useSay();
  const [open, setOpen] = useState<string | null>(null);
  const taken = branches.find(({ id }) => id === open);
  return (
    <div className="branches">
      <ul aria-label={say('web.call.they')}>
        {branches.map((branch) => (
          <li key={branch.id}>
            <button
              type="button"
              className="button quiet"
              aria-pressed={branch.id === open}
              onClick={() => {
                setOpen(branch.id === open ? null : branch.id);
                if (branch.id !== open) onTaken(branch);
              }}
            >
              <span lang="en">{branch.they.en}</span>
              {say.language === 'zh' && <span className="soft">{branch.they.zh}</span>}
            </button>
          </li>
        ))}
      </ul>
      <div role="status" className="answer">
        {taken && (
          <>
            <p lang="en" className="answer-say">
              {taken.say.en}
            </p>
            <p lang={LANGUAGE_TAGS.zh} className="soft">
              {taken.say.zh}
            </p>
            {taken.advice && <p className="warns">{taken.advice[say.language]}</p>}
            <p>
              <button type="button" className="link" onClick={() => jump(taken.goesOn)}>
                {say('web.call.goOn', { section: titleOf(taken.goesOn) })}
              </button>
            </p>
          </>
        )}
      </div>
    </div>
  );

  function titleOf(section: string): string {
    return script.sections.find(({ id }) => id === section)?.title[say.language] ?? section;
  }
}

function jump(section: string): void {
  const place = document.getElementById(`say-${section}`);
  place?.scrollIntoView({ block: 'start' });
  place?.focus({ preventScroll: true });
}
