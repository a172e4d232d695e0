import type { ReactNode } from 'react';
import type { CatalogIndex } from '../../../domain/catalog/index.ts';
import type { Brand } from '../../../domain/catalog/schema.ts';
import type { FiledReport } from '../../../domain/catalog/tried/schema.ts';
import { LANGUAGE_TAGS, type Say } from '../../../locale/say.ts';
import { FactList, TextFacts } from '../brand/fact-view.tsx';
import { brandRows } from '../brand/facts.ts';
import { Gone } from '../brand/gone.tsx';
import { ProductView } from '../brand/product-view.tsx';
import { catalog } from '../catalog.ts';
import { useSay } from '../language.tsx';
import { Busy } from '../parts/busy.tsx';
import { useLoaded } from '../parts/loaded.ts';
import { Page, Section } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { go, linkTo } from '../router.ts';
import { chooseCarrier } from '../state/draft.ts';

/** One brand: every product and fact with its sources. */
export function BrandPage({ slug }: { slug: string }): ReactNode {
  const say = useSay();
  const brand = useLoaded(`brand/${slug}`, () => wholeBrand(slug));
  if (brand.state === 'busy') return <Busy>{say('web.busy.catalog')}</Busy>;
  if (brand.state === 'failed') return <Problem error={brand.error} again={brand.again} />;
  const { whole, index, reports } = brand.value;
  if (whole) return <Whole brand={whole} index={index} reports={reports} />;
  const gone = index.retired.find((retired) => retired.slug === slug);
  return gone ? <Gone brand={gone} nameOf={namer(index, say)} /> : <NoSuchBrand />;
}

interface Loaded {
  whole: Brand | null;
  index: CatalogIndex;
  reports: FiledReport[];
}

/** The brand and what people tried there; a slug without a brand is asked for nothing more. */
async function wholeBrand(slug: string): Promise<Loaded> {
  const index = await catalog.index();
  if (!index.brands.some((brand) => brand.slug === slug)) return { whole: null, index, reports: [] };
  const [whole, reports] = await Promise.all([catalog.brand(slug), catalog.tried(slug)]);
  return { whole, index, reports };
}

function namer(index: CatalogIndex, say: Say): (slug: string) => string {
  return (slug) => index.brands.find((own) => own.slug === slug)?.name[say.language] ?? slug;
}

function Whole({ brand, index, reports }: { brand: Brand } & Omit<Loaded, 'whole'>): ReactNode {
  const say = useSay();
  const nameOf = namer(index, say);
  const other = say.language === 'en' ? 'zh' : 'en';
  return (
    <Page name={`brand/${brand.slug}`} title={brand.name[say.language]}>
      <p className="lead">
        {brand.name[other] !== brand.name[say.language] && (
          <>
            <span lang={LANGUAGE_TAGS[other]}>{brand.name[other]}</span>
            {' · '}
          </>
        )}
        {say(`web.brandKind.${brand.kind}`)}
      </p>
      {brand.status.value !== 'active' && (
        <div className="brand-status">
          <p>
            <strong>{say(`check.status.${brand.status.value ?? 'unknown'}`)}</strong>
          </p>
        </div>
      )}
      <p>
        <button
          type="button"
          className="button"
          onClick={() => {
            chooseCarrier(brand.slug);
            go({ page: 'questions', question: null });
          }}
        >
          {say('web.chosen.go')}
        </button>
      </p>
      {brand.ifIdle.length > 0 && (
        <Section id="brand-idle" title={say('web.brand.idle')}>
          <TextFacts facts={brand.ifIdle} />
        </Section>
      )}
      <Section id="brand-products" title={say('web.brand.products')}>
        {brand.products.map((product) => (
          <details key={product.id} className="product" open={brand.products.length === 1}>
            <summary>
              <h3>{product.name[say.language]}</h3>
              <span className={`online online-${product.online.supported.value ?? 'unknown'}`}>
                {say(`web.online.${product.online.supported.value ?? 'unknown'}`)}
              </span>
            </summary>
            <ProductView product={product} reports={reports} />
          </details>
        ))}
      </Section>
      <Section id="brand-facts" title={say('web.brand.facts')}>
        <FactList rows={brandRows(brand, nameOf)} />
        <TextFacts facts={brand.notes} />
      </Section>
    </Page>
  );
}

function NoSuchBrand(): ReactNode {
  const say = useSay();
  return (
    <Page name="no-such-brand" title={say('web.brand.none')}>
      <p>
        <a href={linkTo({ page: 'brands' })}>{say('web.brand.all')}</a>
      </p>
    </Page>
  );
}
