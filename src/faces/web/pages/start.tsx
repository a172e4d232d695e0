import { type ReactNode, useRef } from 'react';
import type { BrandSummary } from '../../../domain/catalog/index.ts';
import { catalog } from '../catalog.ts';
import { useSay } from '../language.tsx';
import { BrandPicker } from '../parts/brand-picker.tsx';
import { Busy } from '../parts/busy.tsx';
import { useLoaded } from '../parts/loaded.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { go, linkTo } from '../router.ts';
import { IdentifyForm } from '../start/identify-form.tsx';
import { Why } from '../start/why.tsx';
import { chooseCarrier, useDraft } from '../state/draft.ts';

/** The first page: one field, and why it matters at all. */
export function StartPage(): ReactNode {
  const say = useSay();
  const { carrier } = useDraft();
  const index = useLoaded('index', () => catalog.index());
  const chosen = useRef<HTMLElement>(null);
  const choose = (slug: string): void => {
    chooseCarrier(slug);
    requestAnimationFrame(() => chosen.current?.scrollIntoView({ block: 'nearest' }));
  };
  const brand = index.state === 'ready' ? index.value.brands.find((own) => own.slug === carrier) : undefined;

  return (
    <Page name="start" title={say('web.start.title')}>
      <p className="lead">{say('web.about')}</p>
      <IdentifyForm chosen={carrier} onChoose={choose} />
      <div className="choose">
        {index.state === 'failed' && <Problem error={index.error} again={index.again} />}
        {index.state === 'busy' && <Busy>{say('web.busy.catalog')}</Busy>}
        {index.state === 'ready' && <BrandPicker index={index.value} chosen={carrier} onChoose={choose} />}
      </div>
      {/* Named before it is filled: a screen reader hears which brand was taken. */}
      <section ref={chosen} aria-live="polite" className="chosen" aria-label={say('web.chosen.label')}>
        {brand && <Chosen brand={brand} />}
      </section>
      <Why carrier={carrier} />
    </Page>
  );
}

function Chosen({ brand }: { brand: BrandSummary }): ReactNode {
  const say = useSay();
  return (
    <div className="chosen-body">
      <h2>{brand.name[say.language]}</h2>
      <ul className="chosen-products">
        {brand.products.map((product) => (
          <li key={product.id}>
            <span>{product.name[say.language]}</span>
            <span className={`online online-${product.online ?? 'unknown'}`}>
              {say(`web.online.${product.online ?? 'unknown'}`)}
            </span>
          </li>
        ))}
      </ul>
      <p className="chosen-go">
        <button type="button" className="button" onClick={() => go({ page: 'questions', question: null })}>
          {say('web.chosen.go')}
        </button>
        <a href={linkTo({ page: 'brand', slug: brand.slug })}>{say('web.chosen.known')}</a>
      </p>
    </div>
  );
}
