import { type ReactNode, useRef, useState } from 'react';
import type { CaseView } from '../../../app/case/view.ts';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { Confirm } from '../parts/confirm.tsx';
import { go, linkTo } from '../router.ts';
import { caseName } from './names.ts';

/** Deletes a case after saying exactly what goes. */
export function DeleteCase({ view }: { view: CaseView }): ReactNode {
  const say = useSay();
  const button = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const files = new Set(
    view.events.flatMap(({ data }) => ((data.attachments ?? []) as { sha256: string }[]).map((own) => own.sha256)),
  );

  const remove = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await ask(`/cases/${view.case}?yes=true`, say, { method: 'DELETE' });
      go({ page: 'cases' });
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };

  return (
    <>
      <button ref={button} type="button" className="button quiet" onClick={() => setAsked(true)}>
        {say('web.case.delete')}
      </button>
      {asked && (
        <Confirm
          title={say('web.case.delete.title', { name: caseName(view, say) })}
          yes={say('web.case.delete.yes')}
          busy={busy}
          error={error}
          onYes={() => void remove()}
          onNo={() => {
            setAsked(false);
            button.current?.focus();
          }}
        >
          <ul className="notes">
            <li>{say('web.case.delete.entries', { count: view.events.length })}</li>
            {files.size > 0 && <li>{say('web.case.delete.files', { count: files.size })}</li>}
            <li>{say('web.case.delete.secrets')}</li>
          </ul>
          <p>
            {say('web.case.delete.hint')} <a href={linkTo({ page: 'settings' })}>{say('web.settings.export')}</a>
          </p>
        </Confirm>
      )}
    </>
  );
}
