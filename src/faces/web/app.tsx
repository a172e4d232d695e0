import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { useSay } from './language.tsx';
import { Lost } from './pages/lost.tsx';
import { StartPage } from './pages/start.tsx';
import { Busy } from './parts/busy.tsx';
import { LanguageSwitch } from './parts/language-switch.tsx';
import { part } from './parts/part.ts';
import { Guarded } from './parts/problem.tsx';
import { linkTo, type Route, routeOf, useHash } from './router.ts';

const QuestionsPage = lazy(async () => ({ default: (await part(import('./pages/questions.tsx'))).QuestionsPage }));
const PlanPage = lazy(async () => ({ default: (await part(import('./pages/plan.tsx'))).PlanPage }));
const BrandsPage = lazy(async () => ({ default: (await part(import('./pages/brands.tsx'))).BrandsPage }));
const CatalogPage = lazy(async () => ({ default: (await part(import('./pages/catalog.tsx'))).CatalogPage }));
const BrandPage = lazy(async () => ({ default: (await part(import('./pages/brand.tsx'))).BrandPage }));
const CasesPage = lazy(async () => ({ default: (await part(import('./pages/cases.tsx'))).CasesPage }));
const CasePage = lazy(async () => ({ default: (await part(import('./pages/case.tsx'))).CasePage }));
const CallPage = lazy(async () => ({ default: (await part(import('./pages/call.tsx'))).CallPage }));
const ChoosePage = lazy(async () => ({ default: (await part(import('./pages/choose.tsx'))).ChoosePage }));
const SettingsPage = lazy(async () => ({ default: (await part(import('./pages/settings.tsx'))).SettingsPage }));

/** Pages whose content is kept by simoff on this machine, not by this browser. */
const KEPT = ['cases', 'case', 'choose', 'call', 'settings'];

/** The frame around every page. */
export function App(): ReactNode {
  const say = useSay();
  const hash = useHash();
  const route = routeOf(hash);
  const main = useRef<HTMLElement>(null);

  return (
    <>
      <header className="head">
        <a
          className="skip"
          href={hash || '#/'}
          onClick={(event) => {
            event.preventDefault();
            main.current?.focus();
          }}
        >
          {say('web.skip')}
        </a>
        <a className="wordmark" href={linkTo({ page: 'start' })}>
          <svg viewBox="0 0 20 24" aria-hidden="true">
            <path d="M3 0h10l7 7v14a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" />
          </svg>
          {say('web.name')}
        </a>
        <nav aria-label={say('web.nav')}>
          <a href={linkTo({ page: 'cases' })}>{say('web.nav.cases')}</a>
          <a href={linkTo({ page: 'brands' })}>{say('web.nav.brands')}</a>
          <a href={linkTo({ page: 'settings' })}>{say('web.nav.settings')}</a>
        </nav>
        <LanguageSwitch />
      </header>
      <main ref={main} tabIndex={-1}>
        <Guarded page={hash}>
          <Suspense fallback={<Busy>{say('web.busy.page')}</Busy>}>{pageOf(route)}</Suspense>
        </Guarded>
      </main>
      <footer className="foot">
        <p>{say('web.foot.advice')}</p>
        <p>{say(KEPT.includes(route.page) ? 'web.foot.machine' : 'web.foot.local')}</p>
      </footer>
    </>
  );
}

function pageOf(route: Route): ReactNode {
  switch (route.page) {
    case 'start':
      return <StartPage />;
    case 'questions':
      return <QuestionsPage question={route.question} />;
    case 'plan':
      return <PlanPage />;
    case 'brands':
      return <BrandsPage />;
    case 'catalog':
      return <CatalogPage />;
    case 'brand':
      return <BrandPage slug={route.slug} />;
    case 'cases':
      return <CasesPage />;
    case 'case':
      return <CasePage key={route.id} id={route.id} />;
    case 'choose':
      return <ChoosePage key={route.id} id={route.id} />;
    case 'call':
      return <CallPage key={route.id} id={route.id} />;
    case 'settings':
      return <SettingsPage />;
    case 'lost':
      return <Lost />;
  }
}
