import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { Page } from '../parts/page.tsx';
import { linkTo } from '../router.ts';

/** An address that leads nowhere. */
export function Lost(): ReactNode {
  const say = useSay();
  return (
    <Page name="lost" title={say('web.lost.title')}>
      <p>
        <a href={linkTo({ page: 'start' })}>{say('web.lost.start')}</a>
      </p>
    </Page>
  );
}
