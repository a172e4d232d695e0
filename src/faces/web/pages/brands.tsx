import { type ReactNode, useId, useState } from 'react';
import type { BrandSummary, CatalogIndex } from '../../../domain/catalog/index.ts';
import { BRAND_KINDS } from '../../../domain/catalog/words.ts';
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
  const [kind, setKind] = useState('all');
  const found = brandsLike(query, index).filter(
    (brand) => (filter === 'all' || onlineOf(brand).includes(filter)) && (kind === 'all' || brand.kind === kind),
  );
  const showAll = (): void => {
    setQuery('');
    setFilter('all');
    setKind('all');
  };

  return (
    <>
      <search className="finder">
        <div className="field">
          <label htmlFor={id}>{say('web.brands.search')}</label>
          <input id={id} type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-kind`}>{say('web.brands.kind')}</label>
          <select id={`${id}-kind`} value={kind} onChange={(event) => setKind(event.target.value)}>
            <option value="all">{say('web.filter.all')}</option>
            {BRAND_KINDS.map((option) => (
              <option key={option} value={option}>
                {say(`web.brandKind.${option}`)}
              </option>
            ))}
          </select>
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
      {found.length === 0 && (
        <p>
          <button type="button" className="button quiet" onClick={showAll}>
            {say('web.brands.showAll')}
          </button>
        </p>
      )}
      <ul className="directory">
        {found.map((brand) => (
          <li key={brand.slug}>
            <h2>
              <a href={linkTo({ page: 'brand', slug: brand.slug })}>{brand.name[say.language]}</a>
            </h2>
            <p className="soft">
              {say(`web.brandKind.${brand.kind}`)}
              {brand.status !== 'active' && (
                <>
                  {' · '}
                  <strong>{brand.status ? say(`web.word.${brand.status}`) : say('web.sure.unknown')}</strong>
                </>
              )}
            </p>
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
      {index.retired.length > 0 && (
        <section className="retired" aria-labelledby={`${id}-retired`}>
          <h2 id={`${id}-retired`}>{say('web.brands.retired')}</h2>
          <ul>
            {index.retired.map((brand) => (
              <li key={brand.slug}>
                <a href={linkTo({ page: 'brand', slug: brand.slug })}>{brand.name[say.language]}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="directory-more">
        <a href={linkTo({ page: 'catalog' })}>{say('web.brands.known')}</a>
      </p>
    </>
  );
}

function onlineOf(brand: BrandSummary): string[] {
  return brand.products.map((product) => product.online ?? 'unknown');
}
