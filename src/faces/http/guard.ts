/**
 * Keeps the local server to the person who started it: other web sites in the same browser (Origin, Host: DNS rebinding)
 * and other programs that only know the port (cookie) get nothing from /api.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { SimoffError } from '../../domain/errors.ts';
import { errorBody } from './errors.ts';
import { type Says, sayOf } from './language.ts';

export interface Guard {
  /** The address to open once: its token is swapped for the cookie and leaves the address bar. */
  openUrl(origin: string): string;
  host: MiddlewareHandler;
  origin: MiddlewareHandler;
  swap: MiddlewareHandler;
  session: MiddlewareHandler;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A guard with a fresh token and session secret. `port()` is asked late, since the port may be chosen by the system. */
export function createGuard(port: () => number, says: Says): Guard {
  let token: string | null = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  const refuse = (c: Context, status: 401 | 403): Response =>
    c.json(errorBody(new SimoffError('refused'), sayOf(c, says)), status);
  const cookie = (): string => `simoff-${port()}`;
  const local = (host: string): boolean => {
    // A browser leaves port 80 out.
    const [, name = '', given = '80'] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
    return LOOPBACK.has(name) && given === String(port());
  };

  return {
    openUrl: (origin) => `${origin}/?token=${token ?? ''}`,

    host: async (c, next) => (local(c.req.header('host') ?? '') ? next() : refuse(c, 403)),

    origin: async (c, next) => {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      if (origin !== undefined && !(URL.canParse(origin) && local(new URL(origin).host))) return refuse(c, 403);
      if (site === 'cross-site' && !(c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate'))
        return refuse(c, 403);
      return next();
    },

    swap: async (c, next) => {
      const given = c.req.query('token');
      // A look at the headers (a mail scanner, a link preview) must not spend the token.
      if (given === undefined || c.req.method !== 'GET') return next();
      if (token === null || !same(given, token)) return refuse(c, 401);
      token = null;
      setCookie(c, cookie(), secret, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.redirect('/', 303);
    },

    session: async (c, next) => (same(getCookie(c, cookie()) ?? '', secret) ? next() : refuse(c, 401)),
  };
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
