import { type ReactNode, useEffect, useRef } from 'react';
import { useSay } from '../language.tsx';

interface Props {
  title: string;
  /** Names the page for the style sheet, up to the first slash; another name is another page. */
  name: string;
  headingId?: string;
  children: ReactNode;
}

let shownBefore = false;

/** One page: its heading gets the focus when a person comes from another page, so that screen readers say where they are. */
export function Page({ title, name, headingId, children }: Props): ReactNode {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = say('web.pageTitle', { page: title });
  }, [title, say]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is named by its title.
  useEffect(() => {
    if (shownBefore) heading.current?.focus({ preventScroll: true });
    if (shownBefore) window.scrollTo(0, 0);
    shownBefore = true;
  }, [name]);

  return (
    <article className={`page page-${name.split('/')[0]}`}>
      <h1 ref={heading} id={headingId} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </article>
  );
}

/** A part of a page that is not the next thing to do: folded behind its heading and a line that says what is in it. */
export function Fold({ title, gist, children }: { title: string; gist?: string; children: ReactNode }): ReactNode {
  return (
    <details className="fold">
      <summary>
        <h2>{title}</h2>
        {gist && <span className="fold-gist">{gist}</span>}
      </summary>
      <div className="section-body">{children}</div>
    </details>
  );
}

/** A part of a page: its heading stands in the margin where there is room. */
export function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }): ReactNode {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="section-body">{children}</div>
    </section>
  );
}
