import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryStore } from '../../adapters/store-memory/store.ts';
import { loadMessages } from '../../locale/messages.ts';
import { type Say, sayer } from '../../locale/say.ts';
import { aBrand, memoryCatalog } from '../../testing/catalog.ts';
import type { CaseApiDeps } from './case-api.ts';
import { listen } from './server.ts';

let base = '';
let openUrl = '';
let cookie = '';
let close = async (): Promise<void> => undefined;

beforeAll(async () => {
  const web = mkdtempSync(join(tmpdir(), 'simoff-web-'));
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>simoff</title>');
  const says: Record<'en' | 'zh', Say> = {
    en: sayer('en', await loadMessages('en')),
    zh: sayer('zh', await loadMessages('zh')),
  };
  const store = memoryStore();
  const deps: CaseApiDeps = {
    store: async () => store,
    today: null,
    catalog: memoryCatalog([aBrand()]),
    pictures: async () => ({ read: async () => [] }),
    says,
    now: () => '2026-11-24T12:00:00Z',
  };
  const running = await listen(deps, web, 0);
  openUrl = running.url;
  base = new URL(running.url).origin;
  close = running.close;
});
afterAll(() => close());

const api = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${base}${path}`, { ...init, headers: { cookie, ...(init.headers as Record<string, string>) } });
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  api(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

/** fetch does not let a Host header through; this does. */
function statusWithHost(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    request({ hostname, port, path: '/', headers: { host } }, (answer) => resolve(answer.resume().statusCode ?? 0))
      .on('error', reject)
      .end();
  });
}

describe('the guard', () => {
  test('without a session the API says so, and nothing else', async () => {
    const answer = await fetch(`${base}/api/catalog`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 'refused' } });
  });

  test('a wrong token is refused and does not spend the right one', async () => {
    expect((await fetch(`${base}/?token=wrong`, { redirect: 'manual' })).status).toBe(401);
  });

  test('a look at the headers alone does not spend the token', async () => {
    const answer = await fetch(openUrl, { method: 'HEAD', redirect: 'manual' });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test.each([
    ['zh', /[\u4e00-\u9fff]/],
    ['en', /Open the address/],
  ])('a refusal speaks %s', async (language, words) => {
    const answer = await fetch(`${base}/api/catalog`, { headers: { 'accept-language': language } });
    expect((await answer.json()).error.message).toMatch(words);
  });

  test('the token is swapped once for a strict cookie and leaves the address bar', async () => {
    const answer = await fetch(openUrl, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
    const set = answer.headers.get('set-cookie') ?? '';
    expect(set).toContain('HttpOnly');
    expect(set).toContain('SameSite=Strict');
    cookie = set.split(';')[0] ?? '';
    expect((await fetch(openUrl, { redirect: 'manual' })).status).toBe(401);
    expect((await api('/api/catalog')).status).toBe(200);
  });

  test.each(['evil.example', '127.0.0.1:1', 'localhost.evil.example:80'])(
    'the host %s is refused (DNS rebinding)',
    async (host) => {
      expect(await statusWithHost(host)).toBe(403);
    },
  );

  test.each([[{ origin: 'https://evil.example' }], [{ origin: 'null' }], [{ 'sec-fetch-site': 'cross-site' }]])(
    'a request with %o is refused even with the cookie',
    async (headers) => {
      expect((await post('/api/identify', { text: '611' }, headers as Record<string, string>)).status).toBe(403);
    },
  );

  test('every page bears the strict policy', async () => {
    const answer = await fetch(`${base}/`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each(['/../package.json', '/..%2f..%2fetc/passwd', '/.git/config'])('%s is not served', async (path) => {
    expect((await fetch(`${base}${path}`)).status).toBe(404);
  });
});

describe('the verbs', () => {
  test('identify, check, decide and catalog answer as the command line does', async () => {
    expect(await (await post('/api/identify', { text: '+1 202 555 0143' })).json()).toMatchObject({
      kind: 'msisdn',
      normalized: '+12025550143',
    });
    expect(await (await api('/api/check/acme?from=CN')).json()).toMatchObject({
      carrier: 'acme',
      product: 'postpaid',
      online: { supported: 'no' },
    });
    expect(await (await post('/api/decide?today=2026-11-24', { line: { carrier: 'acme' } })).json()).toMatchObject({
      horizon: '2027-11-24',
    });
    expect(await (await api('/api/catalog')).json()).toMatchObject({ brands: [{ slug: 'acme' }] });
    expect(await (await api('/api/catalog/acme')).json()).toMatchObject({ slug: 'acme' });
  });

  test.each<[string, () => Promise<Response>, number, string]>([
    ['an unknown carrier', () => api('/api/check/zzz'), 404, 'unknown-carrier'],
    ['an unknown product', () => api('/api/check/acme?product=gold'), 404, 'unknown-product'],
    ['an impossible zone', () => api('/api/check/acme?zone=Mars'), 400, 'bad-zone'],
    ['an impossible date', () => post('/api/decide?today=2027-02-29', { line: { carrier: 'acme' } }), 400, 'bad-date'],
    ['broken JSON', () => post('/api/decide', '{'), 400, 'not-json'],
    ['broken JSON to identify', () => post('/api/identify', '{'), 400, 'not-json'],
    ['a body that is null', () => post('/api/identify', 'null'), 400, 'usage'],
    ['a body of no kind', () => post('/api/identify', 'text=611', { 'content-type': 'text/plain' }), 400, 'usage'],
    ['a situation of no kind', () => post('/api/decide', '{}', { 'content-type': 'text/plain' }), 400, 'usage'],
    ['an instant past all calendars', () => api('/api/check/acme?now=9999-12-31T23:59:59Z'), 400, 'bad-instant'],
    ['a body without text', () => post('/api/identify', { words: 1 }), 400, 'usage'],
    [
      'negative money',
      () => post('/api/decide', { line: { carrier: 'acme', monthlyUsd: -1 } }),
      400,
      'situation-field',
    ],
    ['a body too large', () => post('/api/decide', ' '.repeat(300_000)), 413, 'input-too-large'],
    ['a route that is not there', () => api('/api/nothing'), 404, 'not-found'],
  ])('%s gets a clear 4xx in both languages', async (_, ask, status, code) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    const { error } = await answer.json();
    expect(error.code).toBe(code);
    expect(error.message).not.toContain('error.');
  });

  test('a request after a refused body is answered', async () => {
    expect((await post('/api/decide', ' '.repeat(300_000))).status).toBe(413);
    expect((await post('/api/identify', { text: '611' })).status).toBe(200);
  });

  test('no sentence tells of the command line', async () => {
    const { error } = await (await post('/api/identify', { words: 1 })).json();
    expect(error.message).toContain('“text”');
    expect(error.message).not.toContain('--help');
  });

  test('the language of an error can be chosen', async () => {
    const { error } = await (await api('/api/check/zzz?lang=zh')).json();
    expect(error.message).toMatch(/[\u4e00-\u9fff]/);
  });
});

test('the OpenAPI document names every route and is open to read', async () => {
  const document = await (await fetch(`${base}/api/openapi.json`)).json();
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths).sort()).toEqual([
    '/cases',
    '/cases/{case}',
    '/cases/{case}/call',
    '/cases/{case}/decide',
    '/cases/{case}/online',
    '/cases/{case}/prepare',
    '/cases/{case}/record',
    '/cases/{case}/reveal',
    '/cases/{case}/send',
    '/cases/{case}/situation',
    '/cases/{case}/undo',
    '/catalog',
    '/catalog/{carrier}',
    '/check/{carrier}',
    '/decide',
    '/identify',
    '/identify/picture',
  ]);
});
