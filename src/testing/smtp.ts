/** A mail server on 127.0.0.1 with a certificate of the test authority, and rough ones that break the rules. */
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

const fixture = (name: string): string =>
  readFileSync(new URL(`../adapters/mailer-smtp/fixtures/${name}`, import.meta.url), 'utf8');

/** Of the authority that signed the servers' certificates. */
export const TEST_CA = fixture('ca.pem');
export const TEST_CERTIFICATE = { key: fixture('server.key'), cert: fixture('server.pem') };
/** For another name than the one the server is called by. */
export const OTHER_CERTIFICATE = { key: fixture('other.key'), cert: fixture('other.pem') };

export const MAILBOX = { user: 'wei@example.com', password: 'correct horse 8' };

export interface TestServer {
  port: number;
  /** Every mail that was taken over whole. */
  mails: string[];
}

/** A well-behaved server; `over` changes what it does. Closed at the end of the test. */
export async function mailServer(over: SMTPServerOptions = {}): Promise<TestServer> {
  const mails: string[] = [];
  const server = new SMTPServer({
    ...TEST_CERTIFICATE,
    secure: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === MAILBOX.user && password === MAILBOX.password
        ? done(null, { user: username })
        : done(new Error('Authentication credentials invalid')),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString());
        done(null, 'queued as TEST1');
      });
    },
    ...over,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port, mails };
}

/**
 * A server that says what `answer` gives to each line (null: nothing), over TLS unless `plain`. What it was told is kept.
 * Text after DATA arrives line by line as well.
 */
export async function roughServer(
  answer: (line: string, socket: Socket) => string | null,
  { plain = false, greeting = '220 rough ESMTP\r\n' }: { plain?: boolean; greeting?: string | null } = {},
): Promise<{ port: number; lines: string[] }> {
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const talk = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (greeting !== null) socket.write(greeting);
    let rest = '';
    socket.on('data', (chunk) => {
      const parts = (rest + chunk.toString()).split('\r\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        const said = answer(line, socket);
        if (said !== null) socket.write(said);
      }
    });
  };
  const server = plain ? createServer(talk) : createTlsServer(TEST_CERTIFICATE, talk);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { port: (server.address() as AddressInfo).port, lines };
}

/** The usual answers up to the text; `over` answers a line itself, undefined leaves it to them. */
export function polite(over: (line: string, socket: Socket) => string | null | undefined = () => undefined) {
  return (line: string, socket: Socket): string | null => {
    const own = over(line, socket);
    if (own !== undefined) return own;
    if (/^EHLO/i.test(line)) return '250-rough\r\n250 AUTH PLAIN\r\n';
    if (/^AUTH/i.test(line)) return '235 ok\r\n';
    if (/^(MAIL|RCPT)/i.test(line)) return '250 ok\r\n';
    if (line === 'DATA') return '354 go on\r\n';
    return line === '.' ? '250 queued\r\n' : null;
  };
}
