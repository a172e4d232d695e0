import type { ReactNode } from 'react';
import type { DocumentView, MessagesView, PrepareView } from '../../../app/prepare-types.ts';
import { LANGUAGE_TAGS, type Language } from '../../../locale/say.ts';
import { useSay } from '../language.tsx';
import { Busy } from '../parts/busy.tsx';
import { Copy } from '../parts/copy.tsx';
import { Section } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { Downloads, type PdfView } from './downloads.tsx';
import { OnlineSteps } from './online-steps.tsx';
import { CallScript, ToDo } from './script.tsx';
import { SendMail } from './send-mail.tsx';

export type PreparedView = PrepareView & {
  pdfs: readonly PdfView[];
  pdfProblem: { message: string } | null;
  mailto: string | null;
};

export type Prepared =
  | { state: 'no' }
  | { state: 'busy' }
  | { state: 'failed'; error: unknown }
  | { state: 'ready'; view: PreparedView; language: Language };

interface Props {
  prepared: Prepared;
  /** They were made before, on another visit. */
  before: boolean;
  onPrepare: () => void;
  onMissing: (field: string, from: HTMLElement) => void;
  caseId: string;
  /** Something was sent, or a file was kept. */
  onChanged: (said: string) => void;
  /** It was sent by hand: the form that records it. */
  onAsked: (via: string, from: HTMLElement) => void;
}

/** Everything to have at hand, to say and to send. */
export function Documents({ prepared, before, onPrepare, ...rest }: Props): ReactNode {
  const say = useSay();
  return (
    <Section id="documents" title={say('web.case.documents')}>
      {prepared.state === 'no' && <p>{say(before ? 'web.case.documents.before' : 'web.case.documents.what')}</p>}
      {prepared.state === 'busy' && <Busy>{say('web.busy.prepare')}</Busy>}
      {prepared.state === 'failed' && <Problem error={prepared.error} />}
      {prepared.state === 'ready' && <Ready view={prepared.view} {...rest} />}
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

type ReadyProps = { view: PreparedView } & Pick<Props, 'onMissing' | 'caseId' | 'onChanged' | 'onAsked'>;

function Ready({ view, onMissing, ...rest }: ReadyProps): ReactNode {
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
      <Downloads caseId={rest.caseId} pdfs={view.pdfs} pdfProblem={view.pdfProblem} mailto={view.mailto} />
      <div className="documents">
        {view.documents.map((document) => (
          <Document key={document.name} document={document} view={view} {...rest} />
        ))}
      </div>
    </>
  );
}

/** How a document goes out. */
const VIA: Partial<Record<DocumentView['kind'], string>> = {
  chat: 'chat',
  dm: 'social',
  letter: 'letter',
  'second-request': 'letter',
  email: 'email',
  'store-sheet': 'store',
  'online-steps': 'online',
};

function Document({
  document,
  view,
  caseId,
  onChanged,
  onAsked,
}: { document: DocumentView; view: PreparedView } & Omit<ReadyProps, 'view' | 'onMissing'>): ReactNode {
  const say = useSay();
  const title = say(`record.value.${document.kind}`);
  const via = document.purpose === null ? undefined : VIA[document.kind];
  return (
    <details className="document">
      <summary>
        <h3>{document.name === 'seller-message.txt' ? say('web.case.sellerMessage') : title}</h3>
        <span className="soft">{document.name}</span>
      </summary>
      {body()}
      <Copy text={document.text} label={say('web.case.copyAll')} of={title} />
      {document.name === 'email.txt' && (
        <details className="no-print">
          <summary>{say('web.send.title')}</summary>
          <SendMail caseId={caseId} onSent={() => onChanged('')} />
        </details>
      )}
      {via !== undefined && (
        <p className="no-print">
          <button type="button" className="button quiet" onClick={(event) => onAsked(via, event.currentTarget)}>
            {say(`web.act.did.${via}`)}
          </button>
        </p>
      )}
    </details>
  );

  function body(): ReactNode {
    if (document.kind === 'checklist') return <ToDo view={view.checklist} />;
    if (document.kind === 'call-script' && view.script) return <CallScript view={view.script} />;
    if (document.kind === 'online-steps' && view.onlineSteps) {
      return <OnlineSteps caseId={caseId} view={view.onlineSteps} onKept={onChanged} />;
    }
    if (document.kind === 'chat' && view.chat && document.name !== 'seller-message.txt')
      return <Messages view={view.chat} of={title} />;
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
    <>
      {view.to !== null && <Where to={view.to} />}
      <ol className="messages">
        {view.en.map((text, at) => (
          <li key={text}>
            <p lang="en">{text}</p>
            {say.language === 'zh' && <p className="soft">{view.zh[at]}</p>}
            <Copy text={text} label={say('web.case.copy')} of={say('web.case.message', { of, at: at + 1 })} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Where to write: the carrier's own page or account, as the catalog has it. */
function Where({ to }: { to: string }): ReactNode {
  const say = useSay();
  return (
    <p>
      {say('web.act.writeTo')}{' '}
      {/^https:\/\//.test(to) ? (
        <a href={to} target="_blank" rel="noopener noreferrer">
          {to.replace(/^https:\/\//, '')}
        </a>
      ) : (
        <strong>{to}</strong>
      )}
    </p>
  );
}
