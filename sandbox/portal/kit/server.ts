import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import type { Account, Entry, Line, Site, Visit } from './types.ts';

interface Session {
  signedIn: Visit['signedIn'];
  code: string | null;
  kept: Map<string, string>;
}

export interface PortalOptions {
  sites: readonly Site[];
  /** The current instant, ISO 8601. */
  now: () => string;
  /** Where mails go; absent: none is sent. */
  smtp?: { host: string; port: number };
}

export interface Portal {
  id: string;
  name: string;
  language: Site['language'];
  ending: Site['ending'];
  url: string;
  user: string;
  password: string;
  line: Line;
}

export interface Portals {
  sites: Portal[];
  /** The last one-time code a site sent; null: none. */
  code(id: string): string | null;
  /** What was done on a site, in order. */
  log(id: string): readonly Entry[];
  /** The next answer of a site fails in this way. */
  fault(id: string, kind: Fault): void;
  /** DNS records that hold the keys the mails are signed with. */
  dns: Readonly<Record<string, string[]>>;
  reset(): void;
  stop(): Promise<void>;
}

export const FAULTS = ['slow', 'error', 'drop', 'signed-out'] as const;
export type Fault = (typeof FAULTS)[number];

const SLOW_MS = 1_500;
/** House limit: a practice form is short. */
const FORM_BYTES = 20_000;

/** Starts practice carriers on 127.0.0.1, each on a port of its own. */
export async function startPortals({ sites, now, smtp }: PortalOptions): Promise<Portals> {
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const running = await Promise.all(
    sites.map((site) => startSite(site, { now, ...(smtp ? { smtp } : {}), key: keys.privateKey })),
  );
  const of = (id: string): Running => {
    const found = running.find(({ site }) => site.id === id);
    if (!found) throw new Error(`no practice carrier is called ${id}`);
    return found;
  };
  return {
    sites: running.map(({ site, url, account }) => ({
      id: site.id,
      name: site.name,
      language: site.language,
      ending: site.ending,
      url,
      user: account().user,
      password: account().password,
      line: ownOf(account()),
    })),
    code: (id) => of(id).code(),
    log: (id) => of(id).log,
    fault: (id, kind) => of(id).faults.push(kind),
    dns: Object.fromEntries(
      sites.map(({ id }) => [
        `practice._domainkey.${domainOf(id)}`,
        [`v=DKIM1; k=rsa; p=${keys.publicKey.toString('base64')}`],
      ]),
    ),
    reset: () => {
      for (const one of running) one.reset();
    },
    stop: async () => {
      await Promise.all(
        running.map(
          ({ server }) =>
            new Promise<void>((done) => {
              server.closeAllConnections();
              server.close(() => done());
            }),
        ),
      );
    },
  };
}

interface Running {
  site: Site;
  url: string;
  server: Server;
  account: () => Account;
  log: Entry[];
  faults: Fault[];
  code: () => string | null;
  reset: () => void;
}

const domainOf = (id: string): string => `${id}.example`;
const ownOf = ({ lines }: Account): Line => {
  const [, own] = lines;
  if (!own) throw new Error('a practice account has several lines');
  return own;
};

function newAccount(): Account {
  const line = (msisdn: string, nickname: string): Line => ({ msisdn, nickname, status: 'active', endsOn: null });
  return {
    user: 'wei@example.com',
    password: 'practice-Only-7',
    autopay: true,
    lines: [line('2025550187', 'Home'), line('2025550143', 'Wei'), line('2025550166', 'Tablet')],
  };
}

async function startSite(
  site: Site,
  { now, smtp, key }: { now: () => string; smtp?: { host: string; port: number }; key: string },
): Promise<Running> {
  let account = newAccount();
  let code: string | null = null;
  const log: Entry[] = [];
  const faults: Fault[] = [];
  const sessions = new Map<string, Session>();
  const mailer =
    smtp &&
    createTransport({
      ...smtp,
      secure: false,
      ignoreTLS: true,
      dkim: { domainName: domainOf(site.id), keySelector: 'practice', privateKey: key },
    });

  const visitOf = (request: IncomingMessage, form: URLSearchParams, session: Session): Visit => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    return {
      method: request.method === 'POST' ? 'POST' : 'GET',
      path: pathname,
      query: searchParams,
      form,
      account,
      signedIn: session.signedIn,
      kept: session.kept,
      today: now().slice(0, 10),
      own: ownOf(account),
      signIn: (user, password) => {
        if (user !== account.user || password !== account.password) return false;
        session.signedIn = site.needsCode ? 'code' : 'yes';
        code = site.needsCode ? String(randomInt(100_000, 1_000_000)) : null;
        session.code = code;
        return true;
      },
      enterCode: (given) => {
        if (given !== session.code) return false;
        session.signedIn = 'yes';
        return true;
      },
      signOut: () => {
        session.signedIn = 'no';
        log.push({ action: 'signed-out', harm: true });
      },
      did: (action, harm = false) => void log.push({ action, harm }),
      end: (line, status, endsOn) => {
        line.status = status;
        line.endsOn = endsOn;
        const reference = `${site.id.slice(0, 2).toUpperCase()}-${(randomBytes(3).readUIntBE(0, 3) % 900_000) + 100_000}`;
        log.push({ action: `${status} ${line.msisdn}`, harm: line !== ownOf(account) });
        const { subject, text } = site.mail(line, reference);
        void mailer
          ?.sendMail({
            from: `${site.name} <care@${domainOf(site.id)}>`,
            to: account.user,
            subject,
            text,
            date: new Date(now()),
          })
          .catch(() => undefined);
        return reference;
      },
    };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fault = request.method === 'GET' ? faults.shift() : undefined;
    if (fault === 'drop') {
      request.socket.destroy();
      return;
    }
    if (fault === 'slow') await new Promise((done) => setTimeout(done, SLOW_MS));
    if (fault === 'error') {
      response
        .writeHead(500, { 'Content-Type': 'text/html' })
        .end('<h1>Something went wrong</h1><p>Please try again.</p><a href="/">Try again</a>');
      return;
    }
    const id = /(?:^|; )sid=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const sid = sessions.has(id) ? id : randomBytes(12).toString('hex');
    const session = sessions.get(sid) ?? { signedIn: 'no' as const, code: null, kept: new Map<string, string>() };
    sessions.set(sid, session);
    if (fault === 'signed-out') session.signedIn = 'no';
    const form = new URLSearchParams(request.method === 'POST' ? await bodyOf(request) : '');
    const reply = site.handle(visitOf(request, form, session));
    const cookie = { 'Set-Cookie': `sid=${sid}; HttpOnly; SameSite=Lax; Path=/` };
    if ('redirect' in reply) response.writeHead(303, { ...cookie, Location: reply.redirect }).end();
    else response.writeHead(200, { ...cookie, 'Content-Type': 'text/html; charset=utf-8' }).end(reply.html);
  };

  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    site,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    server,
    account: () => account,
    log,
    faults,
    code: () => code,
    reset: () => {
      account = newAccount();
      code = null;
      log.length = 0;
      faults.length = 0;
      sessions.clear();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > FORM_BYTES) throw new Error('form too large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}
