import { type ReactNode, useState } from 'react';
import type { CaseRow } from '../../../app/case/list.ts';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { Busy } from '../parts/busy.tsx';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { useLoaded } from '../parts/loaded.ts';
import { Page, Section } from '../parts/page.tsx';
import { Unreachable } from '../parts/unreachable.tsx';
import { DeleteAll } from '../settings/delete-all.tsx';
import { ExportForm } from '../settings/export-form.tsx';
import { ImportForm } from '../settings/import-form.tsx';

/** The language of the page, and what is done with all cases at once. */
export function SettingsPage(): ReactNode {
  const say = useSay();
  const [changes, setChanges] = useState(0);
  const count = useLoaded(
    `count ${changes}`,
    async () => (await ask<{ cases: CaseRow[] }>('/cases', say)).cases.length,
    'count',
  );
  return (
    <Page name="settings" title={say('web.settings.title')}>
      <Section id="language" title={say('web.language')}>
        <LanguageSwitch />
      </Section>
      {count.state === 'busy' && <Busy>{say('web.busy.cases')}</Busy>}
      {count.state === 'failed' && (
        <Section id="cases" title={say('web.cases.title')}>
          <Unreachable error={count.error} again={count.again} />
        </Section>
      )}
      {count.state === 'ready' && (
        <>
          <Section id="export" title={say('web.settings.export')}>
            <ExportForm />
          </Section>
          <Section id="import" title={say('web.settings.import')}>
            <ImportForm onDone={changed} />
          </Section>
          <Section id="delete" title={say('web.settings.delete')}>
            <DeleteAll count={count.value} onDone={changed} />
          </Section>
        </>
      )}
    </Page>
  );

  function changed(): void {
    setChanges((before) => before + 1);
  }
}
