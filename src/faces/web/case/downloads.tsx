import { type ReactNode, useState } from 'react';
import type { DocumentView } from '../../../app/prepare-types.ts';
import { useSay } from '../language.tsx';

/** A page that was made of a document. */
export interface PdfView {
  kind: DocumentView['kind'];
  name: string;
}

interface Props {
  caseId: string;
  pdfs: readonly PdfView[];
  pdfProblem: { message: string } | null;
  mailto: string | null;
}

/** The address of a file of the case, in the language of the page. */
function useFileLink(caseId: string, signed: boolean): (name: string) => string {
  const { language } = useSay();
  return (name) => `./api/cases/${encodeURIComponent(caseId)}/${name}?lang=${language}${signed ? '&signed=true' : ''}`;
}

/** Everything at once, the pages to print, and the dates for a calendar. */
export function Downloads({ caseId, pdfs, pdfProblem, mailto }: Props): ReactNode {
  const say = useSay();
  const [signed, setSigned] = useState(false);
  const link = useFileLink(caseId, signed);
  return (
    <div className="downloads no-print">
      {pdfProblem && <p className="problem">{pdfProblem.message}</p>}
      <p className="check">
        <label>
          <input type="checkbox" checked={signed} onChange={(event) => setSigned(event.target.checked)} />{' '}
          {say('web.act.signed')}
        </label>
      </p>
      <ul>
        <li>
          <a href={link('documents.zip')} download>
            {say('web.act.zip')}
          </a>
        </li>
        {pdfs.map(({ name, kind }) => (
          <li key={name}>
            <a href={link(`documents/${encodeURIComponent(name)}`)} download={name}>
              {say('web.act.pdf', { name: say(`record.value.${kind}`) })}
            </a>
          </li>
        ))}
        <li>
          <a href={link('calendar.ics')} download>
            {say('web.act.calendar')}
          </a>
        </li>
        {mailto !== null && (
          <li>
            <a href={mailto}>{say('web.act.mailto')}</a>{' '}
            <a href={link('documents/email.eml')} download="email.eml">
              {say('web.act.eml')}
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}
