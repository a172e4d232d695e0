import { type ReactNode, useRef, useState } from 'react';
import type { RecordedView } from '../../../app/case/answers.ts';
import type { ButtonView, CaseView } from '../../../app/case/view.ts';
import type { Language } from '../../../locale/say.ts';
import { DeleteCase } from '../case/delete-case.tsx';
import { Documents, type Prepared, type PreparedView } from '../case/documents.tsx';
import { Else } from '../case/else.tsx';
import { caseName, showLine } from '../case/names.ts';
import { Alarms, Damage, NextStep } from '../case/next-step.tsx';
import { Online } from '../case/online.tsx';
import { type Opened, stepOf } from '../case/opened.ts';
import { RecordForm } from '../case/record-form.tsx';
import { Checklist, Dates } from '../case/standing.tsx';
import { Timeline } from '../case/timeline.tsx';
import { PATH_OF_MISSING } from '../case/told.ts';
import { ToldForm } from '../case/told-form.tsx';
import { Transcript } from '../case/transcript.tsx';
import { useCase } from '../case/use-case.ts';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { Busy } from '../parts/busy.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { Unreachable } from '../parts/unreachable.tsx';
import { readableAll } from '../plan/prose.ts';
import { go, linkTo } from '../router.ts';

/** One line, remembered and led to its end: the next step first, then everything it rests on. */
export function CasePage({ id }: { id: string }): ReactNode {
  const say = useSay();
  const { view, error, reload } = useCase(id);
  if (view) return <Whole view={view} error={error} reload={reload} />;
  if (error === null) return <Busy>{say('web.busy.case')}</Busy>;
  return (
    <Page name="case" title={say('web.case.title')}>
      <Unreachable error={error} again={() => void reload()} />
    </Page>
  );
}

interface Props {
  view: CaseView;
  /** Why it could not be read again. */
  error: unknown;
  reload: () => Promise<void>;
}

function Whole({ view, error, reload }: Props): ReactNode {
  const say = useSay();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [told, setTold] = useState<{ focus: string | null; from: HTMLElement | null } | null>(null);
  const [prepared, setPrepared] = useState<Prepared>({ state: 'no' });
  const [news, setNews] = useState<{ said: string; warnings: readonly string[]; language: Language } | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const composed = view.events.some(({ type, takenBackBy }) => type === 'document-composed' && takenBackBy === null);

  return (
    <Page name={`case/${view.case}`} title={caseName(view, say)}>
      <div ref={page}>
        <p className="case-line">
          {view.line !== null && <span className="digits">{showLine(view.line)}</span>}
          <span className="soft">{say('web.case.reference', { case: view.case })}</span>
        </p>
        {error !== null && <Problem error={error} again={() => void reload()} />}
        <Damage view={view} />
        <div role="status" className="news">
          {news?.language === say.language &&
            [news.said, ...news.warnings].map((sentence) => <p key={sentence}>{sentence}</p>)}
        </div>
        <NextStep view={view} onPress={press} />
        {opened?.slot === 'top' && form(opened)}
        <Alarms view={view} onPress={press} />
        <Dates view={view} />
        <Checklist view={view} />
        {view.chosen && view.chosen.kind !== 'keep' && (
          <p className="no-print">
            <a className="button quiet" href={linkTo({ page: 'call', id: view.case })}>
              {say('web.case.call')}
            </a>
          </p>
        )}
        {view.chosen?.kind === 'cancel' && (
          <Section id="online" title={say('web.online')}>
            <Online caseId={view.case} onEnded={reload} />
          </Section>
        )}
        {view.chosen && (
          <Documents
            prepared={prepared.state === 'ready' && prepared.language !== say.language ? { state: 'no' } : prepared}
            before={composed}
            onPrepare={() => void prepare()}
            onMissing={(field, from) => setTold({ focus: PATH_OF_MISSING[field] ?? null, from })}
            caseId={view.case}
            onChanged={(said) => void changed(said)}
            onAsked={(via, from) => {
              const purpose = view.chosen && view.chosen.kind !== 'keep' ? { purpose: view.chosen.kind } : {};
              setOpened({ event: 'request-sent', preset: { via, ...purpose }, slot: 'top', from });
            }}
          />
        )}
        <Section id="told" title={say('web.case.told')}>
          {told ? (
            <ToldForm
              caseId={view.case}
              focus={told.focus}
              onDone={() => void toldMore()}
              onCancel={() => {
                told.from?.focus();
                setTold(null);
              }}
            />
          ) : (
            <p className="question-row first-row no-print">
              <button
                type="button"
                className="button quiet"
                onClick={(event) => setTold({ focus: null, from: event.currentTarget })}
              >
                {say('record.do.situation-recorded')}
              </button>
              <a href={linkTo({ page: 'choose', id: view.case })}>
                {say(view.chosen ? 'web.case.chooseAgain' : 'record.do.decide')}
              </a>
            </p>
          )}
        </Section>
        <Section id="transcript" title={say('web.act.transcript')}>
          <Transcript caseId={view.case} onKept={(said) => void changed(said)} />
        </Section>
        <Timeline view={view} onTakenBack={({ name }) => void after(say('web.case.tookBack', { name }), [])} />
        <Else view={view} onChoose={(event, from) => setOpened({ event, preset: {}, slot: 'else', from })}>
          {opened?.slot === 'else' && form(opened)}
        </Else>
        <p className="question-row no-print">
          <button type="button" className="button quiet" onClick={() => window.print()}>
            {say('web.plan.print')}
          </button>
          <DeleteCase view={view} />
        </p>
      </div>
    </Page>
  );

  function form(open: Opened): ReactNode {
    return (
      <RecordForm
        key={`${open.event} ${JSON.stringify(open.preset)}`}
        view={view}
        event={open.event}
        preset={open.preset}
        onDone={(recorded) => void done(recorded, open)}
        onChanged={() => void reload()}
        onCancel={() => {
          open.from?.focus();
          setOpened(null);
        }}
      />
    );
  }

  function press(button: ButtonView, from: HTMLElement): void {
    const step = stepOf(button);
    if (step.to === 'form') setOpened({ event: step.event, preset: button.preset, slot: 'top', from });
    if (step.to === 'choose') go({ page: 'choose', id: view.case });
    if (step.to === 'export') go({ page: 'settings' });
    if (step.to === 'prepare') void prepare();
    if (step.to === 'details') setTold({ focus: null, from });
    if (step.to === 'timeline') bring('#timeline');
  }

  async function done({ warnings }: RecordedView, { event }: Opened): Promise<void> {
    setOpened(null);
    await after(
      say('web.case.recorded', { name: say(`record.event.${event}`) }),
      warnings.map(({ message }) => message),
    );
  }

  async function toldMore(): Promise<void> {
    setTold(null);
    if (prepared.state === 'ready') await prepare();
    await after(say('web.case.recorded', { name: say('record.event.situation-recorded') }), []);
  }

  /** Reads the case again and says what happened, where the person goes on at the same place. */
  async function changed(said: string): Promise<void> {
    await reload();
    setNews(said === '' ? null : { said, warnings: [], language: say.language });
  }

  /** Reads the case again, says what happened, and brings the next step into sight. */
  async function after(said: string, warnings: readonly string[]): Promise<void> {
    await reload();
    setNews({ said, warnings, language: say.language });
    bring('#next-step');
  }

  async function prepare(): Promise<void> {
    setPrepared({ state: 'busy' });
    try {
      const texts = await ask<PreparedView>(`/cases/${view.case}/prepare`, say, { method: 'POST' });
      setPrepared({
        state: 'ready',
        language: say.language,
        view: { ...texts, missing: readableAll(texts.missing, say.language) },
      });
      await reload();
    } catch (problem) {
      setPrepared({ state: 'failed', error: problem });
    }
    bring('#documents');
  }

  function bring(selector: string): void {
    requestAnimationFrame(() => {
      const place = page.current?.querySelector<HTMLElement>(selector);
      place?.setAttribute('tabindex', '-1');
      place?.focus({ preventScroll: true });
      place?.scrollIntoView({ block: selector === '#next-step' ? 'center' : 'start' });
    });
  }
}
