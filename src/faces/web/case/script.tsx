import type { ReactNode } from 'react';
import type { ChecklistView, ScriptView } from '../../../app/prepare-types.ts';
import { LANGUAGE_TAGS } from '../../../locale/say.ts';
import { useSay } from '../language.tsx';

/** The call, line by line: what is said in English, and beside it what it means. */
export function CallScript({ view }: { view: ScriptView }): ReactNode {
  const say = useSay();
  return (
    <div className="script">
      {view.sections.map(({ id, title, lines }) => (
        <section key={id} aria-label={title[say.language]}>
          <h4>{title[say.language]}</h4>
          <ul>
            {lines.map(({ kind, en, zh }) => (
              <li key={`${kind} ${en}`} className={`say-${kind}`}>
                <p lang="en">{en}</p>
                <p lang={LANGUAGE_TAGS.zh}>{zh}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What to have at hand and to do, in order. */
export function ToDo({ view }: { view: ChecklistView }): ReactNode {
  return (
    <div className="todo">
      {view.intro.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {view.sections.map(({ id, title, items }) => (
        <section key={id} aria-label={title}>
          <h4>{title}</h4>
          <ul>
            {items.map(({ text, more, todo }) => (
              <li key={text} className={todo ? 'todo-do' : undefined}>
                <p>{text}</p>
                {more.map((own) => (
                  <p key={own} className="soft">
                    {own}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
