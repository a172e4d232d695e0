import { type ReactNode, useState } from 'react';
import type { CaseView, EventView } from '../../../app/case/view.ts';
import type { BlobRef } from '../../../domain/case/events.ts';
import { showBytes, showDate } from '../format.ts';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { Section } from '../parts/page.tsx';
import { sentenceOf } from '../parts/problem.tsx';
import { Refused } from './refused.tsx';
import { factsOf } from './value.ts';

/** So many entries are in sight at first; a long case has thousands. */
const STEP = 20;
/** What no press of a button can take back. */
const FOR_GOOD = ['pack-sealed'];

interface Props {
  view: CaseView;
  onTakenBack: (event: EventView) => void;
}

/** Everything that happened, the newest first. */
export function Timeline({ view, onTakenBack }: Props): ReactNode {
  const say = useSay();
  const [shown, setShown] = useState(STEP);
  const [revealed, setRevealed] = useState<readonly EventView[] | null>(null);
  const [error, setError] = useState<{ seq: number | null; error: unknown } | null>(null);
  const open = new Map(revealed?.map((event) => [event.seq, event]));
  const newest = [...view.events].reverse();
  const hides = JSON.stringify(view.events.map(({ data }) => data)).includes('••');

  const reveal = async (): Promise<void> => {
    setError(null);
    try {
      setRevealed((await ask<CaseView>(`/cases/${view.case}/reveal`, say, { method: 'POST' })).events);
    } catch (problem) {
      setError({ seq: null, error: problem });
    }
  };
  const takeBack = async (event: EventView): Promise<void> => {
    setError(null);
    try {
      await ask(`/cases/${view.case}/undo`, say, { json: { seq: event.seq } });
      onTakenBack(event);
    } catch (problem) {
      setError({ seq: event.seq, error: problem });
    }
  };

  return (
    <Section id="timeline" title={say('web.case.timeline')}>
      {hides && (
        <p className="no-print">
          <button type="button" className="button quiet" onClick={() => (revealed ? setRevealed(null) : void reveal())}>
            {say(revealed ? 'web.case.hide' : 'web.case.reveal')}
          </button>
        </p>
      )}
      {error !== null && error.seq === null && <Refused sentence={sentenceOf(error.error, say)} />}
      <ol className="events" reversed>
        {newest.slice(0, shown).map((event) => (
          <li key={event.seq} className={event.takenBackBy === null ? undefined : 'taken-back'}>
            <Entry
              event={open.get(event.seq) ?? event}
              caseId={view.case}
              onTakeBack={isFixed(event) ? null : () => void takeBack(event)}
            />
            {error?.seq === event.seq && <Refused sentence={sentenceOf(error.error, say)} />}
          </li>
        ))}
      </ol>
      {newest.length > shown && (
        <p>
          <button type="button" className="button quiet" onClick={() => setShown(shown + 10 * STEP)}>
            {say('web.case.timeline.more', { count: newest.length - shown })}
          </button>
        </p>
      )}
    </Section>
  );
}

/** The first entry is what the case is about; what was taken back cannot be taken back twice. */
function isFixed({ seq, type, takenBackBy }: EventView): boolean {
  return takenBackBy !== null || FOR_GOOD.includes(type) || (seq === 1 && type === 'situation-recorded');
}

interface EntryProps {
  event: EventView;
  caseId: string;
  /** null: it stays. */
  onTakeBack: (() => void) | null;
}

function Entry({ event, caseId, onTakeBack }: EntryProps): ReactNode {
  const say = useSay();
  const { seq, name, on, data, takenBackBy } = event;
  const files = (data.attachments ?? []) as (Omit<BlobRef, 'name'> & { name: string })[];
  const date = showDate(on, say.language, 'medium');
  return (
    <>
      <p className="event-head">
        <time dateTime={on}>{date}</time>
        <strong>{takenBackBy === null ? name : <del>{name}</del>}</strong>
        <span className="soft">{say('web.case.entry', { seq })}</span>
        {onTakeBack && (
          <button
            type="button"
            className="link no-print"
            aria-label={say('web.case.takeBackOf', { name, date, seq })}
            onClick={onTakeBack}
          >
            {say('web.case.takeBack')}
          </button>
        )}
      </p>
      {takenBackBy !== null && <p className="soft">{say('web.case.takenBackBy', { seq: takenBackBy })}</p>}
      <dl className="event-facts">
        {factsOf(event, say).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {files.length > 0 && (
        <ul className="files">
          {files.map((file) => (
            <li key={file.sha256 + file.name}>
              <a href={`./api/cases/${caseId}/files/${file.sha256}`} download={file.name}>
                {say('web.case.file', { name: file.name, size: showBytes(file.bytes, say.language) })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
