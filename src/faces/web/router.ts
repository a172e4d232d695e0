import { useSyncExternalStore } from 'react';

/** Where a person can be. Hash routes: the folder works from any file server and in any sub-folder. */
export type Route =
  | { page: 'start' }
  | { page: 'questions'; question: string | null }
  | { page: 'plan' }
  | { page: 'brands' }
  | { page: 'catalog' }
  | { page: 'brand'; slug: string }
  | { page: 'cases' }
  | { page: 'case'; id: string }
  | { page: 'choose'; id: string }
  | { page: 'call'; id: string }
  | { page: 'settings' }
  | { page: 'lost' };

/** Pages whose address is their name and nothing else. */
const ALONE = ['plan', 'catalog', 'cases', 'settings'] as const;

/** The route of a hash such as `#/brands/t-mobile`; an empty hash is the start page. */
export function routeOf(hash: string): Route {
  const [page = '', detail, ...rest] = hash
    .replace(/^#?\/?/, '')
    .replace(/\/$/, '')
    .split('/');
  if (page === 'case' && detail !== undefined && detail !== '') return caseRoute(detail, rest);
  if (rest.length > 0) return { page: 'lost' };
  if (page === '' && detail === undefined) return { page: 'start' };
  if (page === 'questions') return { page: 'questions', question: detail ?? null };
  if (page === 'brands') return detail === undefined ? { page: 'brands' } : { page: 'brand', slug: detail };
  const alone = ALONE.find((own) => own === page);
  return alone && detail === undefined ? { page: alone } : { page: 'lost' };
}

/** Pages of one case, by the last part of their address. */
const OF_CASE = ['choose', 'call'] as const;

function caseRoute(id: string, rest: readonly string[]): Route {
  if (rest.length === 0) return { page: 'case', id };
  const own = OF_CASE.find((page) => rest.length === 1 && page === rest[0]);
  return own ? { page: own, id } : { page: 'lost' };
}

/** The hash of a route, for `href`. */
export function linkTo(route: Exclude<Route, { page: 'lost' }>): string {
  if (route.page === 'start') return '#/';
  if (route.page === 'brand') return `#/brands/${route.slug}`;
  if (route.page === 'case') return `#/case/${route.id}`;
  if (route.page === 'choose' || route.page === 'call') return `#/case/${route.id}/${route.page}`;
  if (route.page === 'questions' && route.question) return `#/questions/${route.question}`;
  return `#/${route.page}`;
}

/** Goes there as a link would: the browser's own back button leads back. */
export function go(route: Exclude<Route, { page: 'lost' }>): void {
  window.location.hash = linkTo(route);
}

/** The hash as the address bar has it; the component renders again when it changes. */
export function useHash(): string {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => window.location.hash,
  );
}
