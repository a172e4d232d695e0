import { type ReactNode, useRef } from 'react';
import type { CallView } from '../../../app/case/call.ts';
import { LANGUAGE_TAGS } from '../../../locale/say.ts';
import { useSay } from '../language.tsx';
import { nextLine } from './desk.ts';

interface Props {
  sections: CallView['script']['sections'];
  said: readonly number[];
  onSaid: (said: readonly number[]) => void;
}

/** The script, line by line: what is said is ticked off, what comes next stands out. */
export function ScriptSteps({ sections, said, onSaid }: Props): ReactNode {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const starts = sections.map((_, at) => sections.slice(0, at).reduce((sum, { lines }) => sum + lines.length, 0));
  const count = sections.reduce((sum, { lines }) => sum + lines.length, 0);
  const current = nextLine(count, said);

  const tick = (place: number): void => {
    const ticked = said.includes(place) ? said.filter((own) => own !== place) : [...said, place];
    onSaid(ticked);
    const next = nextLine(count, ticked);
    requestAnimationFrame(() =>
      list.current?.querySelector(`[data-line="${next}"]`)?.scrollIntoView({ block: 'center', behavior: 'auto' }),
    );
  };

  return (
    <div ref={list} className="steps">
      {sections.map(({ id, title, lines }, section) => (
        <section key={id} id={`say-${id}`} tabIndex={-1} aria-labelledby={`say-${id}-title`}>
          <h3 id={`say-${id}-title`}>{title[say.language]}</h3>
          <ul>
            {lines.map(({ kind, en, zh }, at) => {
              const place = (starts[section] ?? 0) + at;
              return (
                <li
                  key={`${kind} ${en}`}
                  data-line={place}
                  className={`say-${kind}`}
                  aria-current={place === current ? 'step' : undefined}
                >
                  <label>
                    <input type="checkbox" checked={said.includes(place)} onChange={() => tick(place)} />
                    <span>
                      <span lang="en">{en}</span>
                      <span lang={LANGUAGE_TAGS.zh}>{zh}</span>
                    </span>
                  </label>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
