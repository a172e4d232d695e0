/**
 * Keeps the local server to the person who started it: other web sites in the same browser (Origin, Host: DNS rebinding)
 * and other programs that only know the port (cookie) get nothing from /api.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

export interface Guard {
  /** The address to open once: its token is swapped for the cookie and leaves the address bar. */
  openUrl(origin: string): string;
  host: MiddlewareHandler;
  origin: MiddlewareHandler;
  swap: MiddlewareHandler;
  session: MiddlewareHandler;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const REFUSED = {
  error: { code: 'refused', message: 'Open the address simoff printed when it started.', facts: {} },
} as const;

/** A guard with a fresh token and session secret. `port()` is asked late, since the port may be chosen by the system. */
export function createGuard(port: () => number): Guard {
  let token: string | null = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  const cookie = (): string => `simoff-${port()}`;
  const local = (host: string): boolean => {
    const [name = ''] = host.split(/:\d+$/);
    return LOOPBACK.has(name) && host.endsWith(`:${port()}`);
  };

  return {
    openUrl: (origin) => `${origin}/?token=${token ?? ''}`,

    host: async (c, next) => (local(c.req.header('host') ?? '') ? next() : c.json(REFUSED, 403)),

    origin: async (c, next) => {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      if (origin !== undefined && !(URL.canParse(origin) && local(new URL(origin).host))) return c.json(REFUSED, 403);
      if (site === 'cross-site' && !(c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate'))
        return c.json(REFUSED, 403);
      return next();
    },

    swap: async (c, next) => {
      const given = c.req.query('token');
      if (given === undefined) return next();
      if (token === null || !same(given, token)) return c.json(REFUSED, 401);
      token = null;
      setCookie(c, cookie(), secret, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.redirect('/', 303);
    },

    session: async (c, next) => (same(getCookie(c, cookie()) ?? '', secret) ? next() : c.json(REFUSED, 401)),
  };
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
