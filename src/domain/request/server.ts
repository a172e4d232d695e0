import { SimoffError } from '../errors.ts';

/** A mail server to hand a mail to. Never with a password. */
export interface SmtpServer {
  host: string;
  port: number;
  /** `implicit`: encrypted from the first byte (RFC 8314 3.3). `starttls`: encrypted before anything is said (RFC 3207). */
  tls: 'implicit' | 'starttls';
  /** null: the server asks for no login. */
  user: string | null;
}

/** What can be wrong with the address of a server; the sentence of each stands under `send.wrong.<code>`. */
export const SERVER_PROBLEMS = ['missing', 'not-server', 'password-in-address'] as const;

/** RFC 8314 3.3 and 3.2: submission over TLS, and submission. */
const PORTS = { 'smtps:': 465, 'smtp:': 587 } as const;

/**
 * The server in `smtps://user@host:465` (TLS from the start) or `smtp://user@host:587` (STARTTLS, which then has to work). The
 * user may be an address: `smtps://me@example.com@smtp.example.com`. Throws `smtp-server`; the value is never repeated.
 */
export function smtpServerOf(given: string): SmtpServer {
  const url = URL.parse(given.trim());
  const scheme = url?.protocol === 'smtps:' || url?.protocol === 'smtp:' ? url.protocol : null;
  if (!url || scheme === null || !isHost(url.hostname) || url.search || url.hash || !['', '/'].includes(url.pathname)) {
    throw new SimoffError('smtp-server', { problem: 'not-server' });
  }
  if (url.password !== '') throw new SimoffError('smtp-server', { problem: 'password-in-address' });
  return {
    host: url.hostname.toLowerCase().replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? PORTS[scheme] : Number(url.port),
    tls: scheme === 'smtps:' ? 'implicit' : 'starttls',
    user: url.username === '' ? null : userOf(url.username),
  };
}

/** The same for a person, user included. */
export function serverName({ host, port, tls, user }: SmtpServer): string {
  const shown = host.includes(':') ? `[${host}]` : host;
  return `${tls === 'implicit' ? 'smtps' : 'smtp'}://${user === null ? '' : `${user}@`}${shown}:${port}`;
}

function isHost(name: string): boolean {
  return /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(name) || /^\[[0-9a-f:.]+\]$/i.test(name);
}

function userOf(encoded: string): string {
  try {
    const user = decodeURIComponent(encoded);
    if (user.length <= 254 && !/\p{Cc}/u.test(user)) return user;
  } catch {
    // Falls through: not percent-encoded text.
  }
  throw new SimoffError('smtp-server', { problem: 'not-server' });
}
