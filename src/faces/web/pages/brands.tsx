import { type ReactNode, useId, useState } from 'react';
import type { BrandSummary, CatalogIndex } from '../../../domain/catalog/index.ts';
import { catalog } from '../catalog.ts';
import { useSay } from '../language.tsx';
import { Busy } from '../parts/busy.tsx';
import { useLoaded } from '../parts/loaded.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { linkTo } from '../router.ts';
import { brandsLike } from '../state/brands.ts';

const FILTERS = ['all', 'yes', 'partial', 'no', 'unknown'] as const;
type Filter = (typeof FILTERS)[number];

/** All brands, with a search and a filter by whether one of their products can be cancelled online. */
export function BrandsPage(): ReactNode {
  const say = useSay();
  const index = useLoaded('index', () => catalog.index());
  return (
    <Page name="brands" title={say('web.brands.title')}>
      <p className="lead">{say('web.brands.lead')}</p>
      {index.state === 'busy' && <Busy>{say('web.busy.catalog')}</Busy>}
      {index.state === 'failed' && <Problem error={index.error} again={index.again} />}
      {index.state === 'ready' && <Directory index={index.value} />}
    </Page>
  );
}

function Directory({ index }: { index: CatalogIndex }): ReactNode {
  const say = useSay();
  const id = useId();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const found = brandsLike(query, index).filter((brand) => filter === 'all' || onlineOf(brand).includes(filter));

  return (
    <>
      <search className="finder">
        <div className="field">
          <label htmlFor={id}>{say('web.brands.search')}</label>
          <input id={id} type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
        </div>
        <fieldset className="filters">
          <legend>{say('web.brands.filter')}</legend>
          {FILTERS.map((option) => (
            <label key={option} className="option">
              <input
                type="radio"
                name="online"
                value={option}
                checked={filter === option}
                onChange={() => setFilter(option)}
              />
              <span>{say(`web.filter.${option}`)}</span>
            </label>
          ))}
        </fieldset>
      </search>
      <p role="status" className="soft">
        {say('web.brands.count', { count: found.length })}
      </p>
      <ul className="directory">
        {found.map((brand) => (
          <li key={brand.slug}>
            <h2>
              <a href={linkTo({ page: 'brand', slug: brand.slug })}>{brand.name[say.language]}</a>
            </h2>
            <p className="soft">{say(`web.brandKind.${brand.kind}`)}</p>
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
          </li>
        ))}
      </ul>
    </>
  );
}

function onlineOf(brand: BrandSummary): string[] {
  return brand.products.map((product) => product.online ?? 'unknown');
}
