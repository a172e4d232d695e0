import type { Line, Visit } from './types.ts';

/** `(202) 555-0143`. */
export const shown = ({ msisdn }: Line): string => `(${msisdn.slice(0, 3)}) ${msisdn.slice(3, 6)}-${msisdn.slice(6)}`;
/** `(•••) •••-0143`. */
export const masked = ({ msisdn }: Line): string => `(•••) •••-${msisdn.slice(-4)}`;

/** `December 11, 2026`. */
export function longDay(iso: string): string {
  return new Date(`${iso}T12:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
}

export function usDay(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${month}/${day}/${year}`;
}

export function spanishDay(iso: string): string {
  return new Date(`${iso}T12:00:00Z`).toLocaleDateString('es-US', { dateStyle: 'long', timeZone: 'UTC' });
}

export function chineseDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The frame every site fills in its own way. */
export function document(
  title: string,
  body: string,
  { lang = 'en', css = '', foot = 'Practice site. No real carrier.' } = {},
): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${css}</style></head><body>${body}<p style="font-size:11px;color:#767676;padding:24px">${foot}</p></body></html>`;
}

/** Finds the line whose number ends in the given digits. */
export function lineOf({ account }: Visit, last: string | null): Line | null {
  return account.lines.find(({ msisdn }) => last !== null && msisdn.endsWith(last)) ?? null;
}

/** Answers the steps of signing in that all sites share; null: somebody is signed in and the site goes on. */
export function gate(
  visit: Visit,
  pages: { signIn(error: string): string; code(error: string): string },
): { html: string } | { redirect: string } | null {
  if (visit.method === 'POST' && visit.path === '/login') {
    if (visit.signIn(visit.form.get('u') ?? '', visit.form.get('p') ?? '')) return { redirect: '/' };
    return { html: pages.signIn('wrong') };
  }
  if (visit.method === 'POST' && visit.path === '/code') {
    return visit.enterCode(visit.form.get('c') ?? '') ? { redirect: '/' } : { html: pages.code('wrong') };
  }
  if (visit.path === '/logout') {
    visit.signOut();
    return { redirect: '/' };
  }
  if (visit.signedIn === 'no') return { html: pages.signIn('') };
  return visit.signedIn === 'code' ? { html: pages.code('') } : null;
}
