import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import type { CaseRow } from '../../../app/case/list.ts';
import { caseName, showLine } from '../case/names.ts';
import { datedSpan } from '../format.ts';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { Busy } from '../parts/busy.tsx';
import { useLoaded } from '../parts/loaded.ts';
import { Page } from '../parts/page.tsx';
import { Unreachable } from '../parts/unreachable.tsx';
import { readableAll } from '../plan/prose.ts';
import { linkTo } from '../router.ts';

/** So many rows are made at once: a thousand would hold the page up. */
const STEP = 50;
/** From so many cases on there is something to search. */
const WORTH_SEARCHING = 8;

/** Every case, the most urgent first. */
export function CasesPage(): ReactNode {
  const say = useSay();
  const cases = useLoaded(
    `cases ${say.language}`,
    async () => readableAll((await ask<{ cases: CaseRow[] }>('/cases', say)).cases, say.language),
    'cases',
  );
  return (
    <Page name="cases" title={say('web.cases.title')}>
      {cases.state === 'busy' && <Busy>{say('web.busy.cases')}</Busy>}
      {cases.state === 'failed' && <Unreachable error={cases.error} again={cases.again} />}
      {cases.state === 'ready' && (cases.value.length === 0 ? <NoCase /> : <List rows={cases.value} />)}
    </Page>
  );
}

function NoCase(): ReactNode {
  const say = useSay();
  return (
    <>
      <p className="lead">{say('web.cases.none')}</p>
      <p className="question-row">
        <a className="button" href={linkTo({ page: 'start' })}>
          {say('web.cases.none.go')}
        </a>
        <a href={linkTo({ page: 'settings' })}>{say('web.cases.none.import')}</a>
      </p>
    </>
  );
}

function List({ rows }: { rows: readonly CaseRow[] }): ReactNode {
  const say = useSay();
  const id = useId();
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(STEP);
  const wanted = useDeferredValue(query).trim().toLowerCase();
  const found = wanted === '' ? rows : rows.filter((row) => textOf(row).includes(wanted));
  return (
    <>
      {rows.length >= WORTH_SEARCHING && (
        <search className="finder">
          <div className="field">
            <label htmlFor={id}>{say('web.cases.search')}</label>
            <input id={id} type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
          </div>
        </search>
      )}
      <p role="status" className="soft">
        {say('web.cases.count', { count: found.length })}
      </p>
      <ul className="cases">
        {found.slice(0, shown).map((row) => (
          <li key={row.case}>
            <Row row={row} />
          </li>
        ))}
      </ul>
      {found.length > shown && (
        <p className="question-row">
          <button type="button" className="button quiet" onClick={() => setShown(shown + STEP)}>
            {say('web.cases.more', { count: Math.min(STEP, found.length - shown) })}
          </button>
          <span className="soft">{say('web.cases.shown', { shown, of: found.length })}</span>
        </p>
      )}
    </>
  );

  /** What a person may look for: names in the language of the page, the number, the reference of the case. */
  function textOf(row: CaseRow): string {
    return [caseName(row, say), row.carrier, row.line, row.line?.replaceAll(/\D/g, ''), row.case, row.stageName]
      .join(' ')
      .toLowerCase();
  }
}

function Row({ row }: { row: CaseRow }): ReactNode {
  const say = useSay();
  const { nextAction } = row;
  return (
    <article className="case-row">
      <h2>
        <a href={linkTo({ page: 'case', id: row.case })}>{caseName(row, say)}</a>
      </h2>
      <p className="case-facts">
        {row.line !== null && <span className="digits">{showLine(row.line)}</span>}
        <span className="stage">{row.stageName ?? say('web.cases.unreadable')}</span>
        {row.alarms > 0 && <span className="warns">{say('web.cases.alarms', { count: row.alarms })}</span>}
        {row.problems > 0 && <span className="warns">{say('web.cases.problems', { count: row.problems })}</span>}
      </p>
      {nextAction && (
        <p className="case-next">
          <span>{nextAction.message}</span>{' '}
          {nextAction.date !== null && nextAction.daysLeft !== null && (
            <time dateTime={nextAction.date} className={nextAction.daysLeft <= 3 ? 'soon' : undefined}>
              {datedSpan(nextAction.date, nextAction.daysLeft, say)}
            </time>
          )}
        </p>
      )}
    </article>
  );
}
