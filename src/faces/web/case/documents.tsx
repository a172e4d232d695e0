import type { ReactNode } from 'react';
import type { DocumentView, MessagesView, PrepareView } from '../../../app/prepare-types.ts';
import { LANGUAGE_TAGS, type Language } from '../../../locale/say.ts';
import { useSay } from '../language.tsx';
import { Busy } from '../parts/busy.tsx';
import { Copy } from '../parts/copy.tsx';
import { Section } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { CallScript, ToDo } from './script.tsx';

export type Prepared =
  | { state: 'no' }
  | { state: 'busy' }
  | { state: 'failed'; error: unknown }
  | { state: 'ready'; view: PrepareView; language: Language };

interface Props {
  prepared: Prepared;
  /** They were made before, on another visit. */
  before: boolean;
  onPrepare: () => void;
  onMissing: (field: string, from: HTMLElement) => void;
}

/** Everything to have at hand, to say and to send. */
export function Documents({ prepared, before, onPrepare, onMissing }: Props): ReactNode {
  const say = useSay();
  return (
    <Section id="documents" title={say('web.case.documents')}>
      {prepared.state === 'no' && <p>{say(before ? 'web.case.documents.before' : 'web.case.documents.what')}</p>}
      {prepared.state === 'busy' && <Busy>{say('web.busy.prepare')}</Busy>}
      {prepared.state === 'failed' && <Problem error={prepared.error} />}
      {prepared.state === 'ready' && <Ready view={prepared.view} onMissing={onMissing} />}
      <p className="no-print">
        <button type="button" className="button quiet" onClick={onPrepare}>
          {say(
            prepared.state === 'ready'
              ? 'web.case.prepare.again'
              : before
                ? 'web.case.prepare.show'
                : 'record.do.prepare',
          )}
        </button>
      </p>
    </Section>
  );
}

function Ready({ view, onMissing }: { view: PrepareView; onMissing: Props['onMissing'] }): ReactNode {
  const say = useSay();
  return (
    <>
      {view.missing.length > 0 && (
        <div className="missing">
          <h3>{say('web.case.missing')}</h3>
          <ul>
            {view.missing.map(({ field, sayOnly, label, why, whereToFind }) => (
              <li key={field}>
                {sayOnly ? (
                  <strong>{label}</strong>
                ) : (
                  <button type="button" className="link" onClick={(event) => onMissing(field, event.currentTarget)}>
                    {label}
                  </button>
                )}
                <p>{why}</p>
                <p className="soft">{whereToFind}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="soft">{say('web.case.documents.not-sent')}</p>
      <div className="documents">
        {view.documents.map((document) => (
          <Document key={document.name} document={document} view={view} />
        ))}
      </div>
    </>
  );
}

function Document({ document, view }: { document: DocumentView; view: PrepareView }): ReactNode {
  const say = useSay();
  const title = say(`record.value.${document.kind}`);
  return (
    <details className="document">
      <summary>
        <h3>{document.name === 'seller-message.txt' ? say('web.case.sellerMessage') : title}</h3>
        <span className="soft">{document.name}</span>
      </summary>
      {body()}
      <Copy text={document.text} label={say('web.case.copyAll')} of={title} />
    </details>
  );

  function body(): ReactNode {
    if (document.kind === 'checklist') return <ToDo view={view.checklist} />;
    if (document.kind === 'call-script' && view.script) return <CallScript view={view.script} />;
    if (document.kind === 'chat' && view.chat) return <Messages view={view.chat} of={title} />;
    if (document.kind === 'dm' && view.dm) return <Messages view={view.dm} of={title} />;
    return (
      <pre className="text" lang={LANGUAGE_TAGS[document.language]}>
        {document.text}
      </pre>
    );
  }
}

/** Short messages to copy one by one, with what they mean where the reader is not at home in English. */
function Messages({ view, of }: { view: MessagesView; of: string }): ReactNode {
  const say = useSay();
  return (
    <ol className="messages">
      {view.en.map((text, at) => (
        <li key={text}>
          <p lang="en">{text}</p>
          {say.language === 'zh' && <p className="soft">{view.zh[at]}</p>}
          <Copy text={text} label={say('web.case.copy')} of={say('web.case.message', { of, at: at + 1 })} />
        </li>
      ))}
    </ol>
  );
}
