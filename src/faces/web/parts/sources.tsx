import type { ReactNode } from 'react';
import type { Confidence, Source } from '../../../domain/catalog/schema.ts';
import { showDate, showPageDate } from '../format.ts';
import { useSay } from '../language.tsx';

/** How sure a value is, as a word with a mark of its own: never by colour alone. */
export function Sureness({ confidence }: { confidence: Confidence }): ReactNode {
  const say = useSay();
  return <span className={`sureness sureness-${confidence}`}>{say(`web.sure.${confidence}`)}</span>;
}

/** The pages a value rests on: whose page, where, the date it bears, and when we looked. */
export function Sources({ sources, checkedOn }: { sources: readonly Source[]; checkedOn?: string }): ReactNode {
  const say = useSay();
  if (sources.length === 0) return null;
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={source.url}>
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            {shortUrl(source.url)}
          </a>{' '}
          <span className="soft">{about(source, checkedOn)}</span>
        </li>
      ))}
    </ul>
  );

  function about(source: Source, looked: string | undefined): string {
    const parts = [
      say(`web.publisher.${source.publisher}`),
      source.pageDate === null
        ? say('web.source.undated')
        : say('web.source.dated', { date: showPageDate(source.pageDate, say.language) }),
    ];
    if (looked) parts.push(say('web.source.looked', { date: showDate(looked, say.language) }));
    return parts.join(say('web.source.join'));
  }
}

/** The same, folded away behind a word. */
export function FoldedSources(props: { sources: readonly Source[]; checkedOn?: string }): ReactNode {
  const say = useSay();
  if (props.sources.length === 0) return null;
  return (
    <details className="folded-sources">
      <summary>{say('web.source.count', { count: props.sources.length })}</summary>
      <Sources {...props} />
    </details>
  );
}

/** Host and the end of the path: enough to see whose page it is. */
export function shortUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  const path = decodeURI(pathname).replace(/\/$/, '');
  const own = host.replace(/^www\./, '');
  return path.length > 34 ? `${own}/…${path.slice(-28)}` : own + path;
}
