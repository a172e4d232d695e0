import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { Page } from '../parts/page.tsx';
import { linkTo } from '../router.ts';

/** No brand yet: the start page is where one is chosen. */
export function NoBrand(): ReactNode {
  const say = useSay();
  return (
    <Page name="no-brand" title={say('web.q.noBrand')}>
      <p>
        <a className="button" href={linkTo({ page: 'start' })}>
          {say('web.q.noBrand.go')}
        </a>
      </p>
    </Page>
  );
}
