import type { ReactNode } from 'react';
import type { Retired } from '../../../domain/catalog/schema.ts';
import { useSay } from '../language.tsx';
import { Page } from '../parts/page.tsx';
import { linkTo } from '../router.ts';
import { FactView } from './fact-view.tsx';

/** A brand that is gone: why, and who serves its customers now. */
export function Gone({ brand, nameOf }: { brand: Retired; nameOf: (slug: string) => string }): ReactNode {
  const say = useSay();
  const { redirect } = brand;
  return (
    <Page name={`brand/${brand.slug}`} title={brand.name[say.language]}>
      <p className="lead">{say(redirect ? 'web.gone.redirect' : 'web.gone.nowhere')}</p>
      {redirect && (
        <p>
          <a className="button" href={linkTo({ page: 'brand', slug: redirect })}>
            {nameOf(redirect)}
          </a>
        </p>
      )}
      <h2>{say('web.gone.why')}</h2>
      <FactView fact={brand.reason} shape="text" />
      {brand.closedOn && (
        <>
          <h2>{say('web.gone.since')}</h2>
          <FactView fact={brand.closedOn} shape="pageDate" />
        </>
      )}
      <p>
        <a href={linkTo({ page: 'brands' })}>{say('web.brand.all')}</a>
      </p>
    </Page>
  );
}
