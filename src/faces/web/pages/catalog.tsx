import type { ReactNode } from 'react';
import { BUNDLE_FILE, BUNDLE_SCHEMA_FILE } from '../../../app/bundle-names.ts';
import { monthInWords } from '../../../app/check-words.ts';
import { type CatalogStats, catalogStats } from '../../../domain/catalog/stats.ts';
import { CONFIDENCES } from '../../../domain/catalog/words.ts';
import { catalog } from '../catalog.ts';
import { ownZone, todayIn } from '../clock.ts';
import { CheckFile } from '../coverage/check-file.tsx';
import { CoverageTable } from '../coverage/coverage-table.tsx';
import { Gaps } from '../coverage/gaps.tsx';
import { useSay } from '../language.tsx';
import { Busy } from '../parts/busy.tsx';
import { useLoaded } from '../parts/loaded.ts';
import { Page, Section } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { Sureness } from '../parts/sources.tsx';

/** How much the catalog knows, how well, and what is missing, worst first. */
export function CatalogPage(): ReactNode {
  const say = useSay();
  const loaded = useLoaded('catalog', async () => {
    const [counts, index] = await Promise.all([catalog.counts(), catalog.index()]);
    return { stats: catalogStats(counts, todayIn(ownZone())), index };
  });
  return (
    <Page name="catalog" title={say('web.catalog.title')}>
      <p className="lead">{say('web.catalog.lead')}</p>
      {loaded.state === 'busy' && <Busy>{say('web.busy.catalog')}</Busy>}
      {loaded.state === 'failed' && <Problem error={loaded.error} again={loaded.again} />}
      {loaded.state === 'ready' && (
        <>
          <Totals stats={loaded.value.stats} />
          <Section id="catalog-gaps" title={say('web.catalog.gaps')}>
            <Gaps gaps={loaded.value.stats.gaps} index={loaded.value.index} />
          </Section>
          <Section id="catalog-fields" title={say('web.catalog.fields')}>
            <CoverageTable coverage={loaded.value.stats.coverage} />
          </Section>
        </>
      )}
      <Section id="catalog-check" title={say('web.catalog.check')}>
        <CheckFile />
      </Section>
      <Section id="catalog-use" title={say('web.catalog.use')}>
        <p>{say('web.catalog.use.about')}</p>
        <ul className="downloads">
          {[BUNDLE_FILE, BUNDLE_SCHEMA_FILE].map((name) => (
            <li key={name}>
              <a href={`./catalog/${name}`} download>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function Totals({ stats }: { stats: CatalogStats }): ReactNode {
  const say = useSay();
  const { facts } = stats;
  return (
    <Section id="catalog-totals" title={say('web.catalog.totals')}>
      <p className="totals">
        {say('web.catalog.counts', { brands: stats.brands, products: stats.products, facts: facts.total })}
      </p>
      <div className="share-bar" aria-hidden="true">
        {CONFIDENCES.map((word) => (
          <span key={word} className={`share share-${word}`} style={{ flexGrow: facts[word] }} />
        ))}
      </div>
      <ul className="share-list">
        {CONFIDENCES.map((word) => (
          <li key={word}>
            <span className={`share-key share-${word}`} aria-hidden="true" />
            <Sureness confidence={word} />{' '}
            {say('web.catalog.share', { count: facts[word], percent: Math.round(stats.shares[word] * 100) })}
          </li>
        ))}
      </ul>
      <dl className="facts">
        {rows().map(([label, value]) => (
          <div key={label} className="fact">
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );

  function age(): string {
    if (stats.medianAgeDays === null) return '–';
    return stats.medianAgeDays === 0
      ? say('web.catalog.ageToday')
      : say('web.catalog.ageDays', { count: stats.medianAgeDays });
  }

  function rows(): [string, string][] {
    const { tried } = stats;
    const newest = tried.newestMonth && monthInWords(tried.newestMonth, say);
    return [
      ['web.catalog.withoutSource', String(stats.factsWithoutSource)],
      ['web.catalog.age', age()],
      ['web.catalog.stale', say('web.catalog.staleOf', { stale: stats.staleFacts, undated: stats.undatedFacts })],
      [
        'web.catalog.tried',
        newest ? say('web.catalog.triedOf', { count: tried.reports, month: newest }) : say('tried.none'),
      ],
    ];
  }
}
