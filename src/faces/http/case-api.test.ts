import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryPdf } from '../../adapters/pdf-memory/maker.ts';
import { memoryStore } from '../../adapters/store-memory/store.ts';
import { hashOfBytes } from '../../domain/case/hasher.ts';
import { loadMessages } from '../../locale/messages.ts';
import { sayer } from '../../locale/say.ts';
import { aBrand, memoryCatalog } from '../../testing/catalog.ts';
import { listen } from './server.ts';

const SITUATION = {
  account: { number: '987654321' },
  line: { carrier: 'acme', msisdn: '+12025550143', monthlyUsd: '70.00', cycleDay: 12, simType: 'esim' },
  number: { keep: 'no', codesStillSentHere: ['bank'] },
};
let base = '';
let cookie = '';
let close = async (): Promise<void> => undefined;

beforeAll(async () => {
  const web = mkdtempSync(join(tmpdir(), 'simoff-web-'));
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>simoff</title>');
  const store = memoryStore();
  const says = { en: sayer('en', await loadMessages('en')), zh: sayer('zh', await loadMessages('zh')) };
  const running = await listen(
    {
      catalog: memoryCatalog([aBrand()]),
      pictures: async () => ({ read: async () => [] }),
      says,
      now: () => '2026-11-24T12:00:00Z',
      today: null,
      store: async () => store,
      pdf: memoryPdf('😀'),
    },
    web,
    0,
  );
  base = new URL(running.url).origin;
  close = running.close;
  cookie = (await fetch(running.url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterAll(() => close());

const api = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${base}/api${path}`, { ...init, headers: { cookie, ...(init.headers as Record<string, string>) } });
const send = (method: string, path: string, body: unknown): Promise<Response> =>
  api(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
const form = (fields: Record<string, string | File>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};
const opened = async (): Promise<string> => (await (await send('POST', '/cases', SITUATION)).json()).case;

describe('a case over HTTP', () => {
  test('is opened, decided, prepared, asked for and recorded, with the answers of the command line', async () => {
    const id = await opened();
    expect(await (await api(`/cases/${id}`)).json()).toMatchObject({ case: id, stage: 'draft', problems: [] });
    expect((await (await api(`/cases/${id}/decide`)).json()).recommended).not.toBeUndefined();
    expect((await (await send('POST', `/cases/${id}/decide`, { choose: 'cancel' })).json()).stage).toBe('decided');
    const prepared = await (await api(`/cases/${id}/prepare`, { method: 'POST' })).json();
    expect(prepared.documents.map((document: { name: string }) => document.name)).toContain('letter.txt');
    const asked = await send('POST', `/cases/${id}/record`, { event: 'request-sent', set: { via: 'phone' } });
    expect(await asked.json()).toMatchObject({ stage: 'requested', written: [{ type: 'request-sent' }] });
    const { cases } = await (await api('/cases?lang=zh')).json();
    expect(cases.find((row: { case: string }) => row.case === id).stageName).toMatch(/[\u4e00-\u9fff]/);
  });

  test('keeps a file sent with an event and gives it back as it was, to be saved and not shown', async () => {
    const id = await opened();
    const file = new File(['<script>alert(1)</script>'], '聊天.html', { type: 'text/html' });
    const body = form({ event: 'evidence-attached', set: '{"kind":"chat"}', attach: file });
    expect((await api(`/cases/${id}/record`, { method: 'POST', body })).status).toBe(200);
    const { events } = await (await api(`/cases/${id}`)).json();
    const [kept] = events.at(-1).data.attachments;
    expect(kept).toMatchObject({ name: '聊天.html', bytes: 25 });
    const got = await api(`/cases/${id}/files/${kept.sha256}`);
    expect(got.headers.get('content-type')).toBe('application/octet-stream');
    expect(got.headers.get('content-disposition')).toContain('attachment');
    expect(await got.text()).toBe('<script>alert(1)</script>');
    expect((await api(`/cases/${id}/files/${'0'.repeat(64)}`)).status).toBe(404);
  });

  test('tells the situation anew without losing what is masked', async () => {
    const id = await opened();
    const situation = await (await api(`/cases/${id}/situation`)).json();
    expect(situation.account.number).toBe('••••');
    expect((await send('PUT', `/cases/${id}/situation`, { ...situation, leavesOn: '2026-12-20' })).status).toBe(200);
    const shown = await (await api(`/cases/${id}/reveal`, { method: 'POST' })).text();
    expect(shown).toContain('987654321');
    expect(shown).toContain('2026-12-20');
  });

  test('takes an entry back', async () => {
    const id = await opened();
    await send('POST', `/cases/${id}/record`, { event: 'note-added', set: { note: 'hello' } });
    expect((await send('POST', `/cases/${id}/undo`, { seq: 2 })).status).toBe(200);
    expect((await send('POST', `/cases/${id}/undo`, { seq: 2 })).status).toBe(409);
  });

  test('is exported and imported with a passphrase, and deleted only with a yes', async () => {
    const id = await opened();
    const locked = await api('/export', { method: 'POST', body: form({ case: id, passphrase: 'a long passphrase' }) });
    expect(locked.headers.get('content-disposition')).toMatch(/simoff-2026-11-24\.jsonl\.age/);
    const bytes = await locked.arrayBuffer();
    expect((await api(`/cases/${id}`, { method: 'DELETE' })).status).toBe(400);
    expect(await (await api(`/cases/${id}?yes=true`, { method: 'DELETE' })).json()).toEqual({ deleted: [id] });
    expect((await api(`/cases/${id}`)).status).toBe(404);
    const again = (passphrase: string): Promise<Response> =>
      api('/import', { method: 'POST', body: form({ file: new File([bytes], 'x.age'), passphrase }) });
    expect((await again('wrong')).status).toBe(400);
    expect(await (await again('a long passphrase')).json()).toMatchObject({ cases: [{ case: id, added: 1 }] });
    expect((await api(`/cases/${id}`)).status).toBe(200);
  });
});

describe('what is refused', () => {
  test.each<[string, () => Promise<Response>, number, string]>([
    [
      'a situation that is not right',
      () => send('POST', '/cases', { line: { carrier: 'acme', monthlyUsd: -1 } }),
      400,
      'situation-field',
    ],
    ['a case that is not there', () => api('/cases/zzzzzzzz'), 404, 'unknown-case'],
    ['a case named by a path', () => api('/cases/..%2f..%2fetc'), 404, 'unknown-case'],
    [
      'a wrong order',
      async () => send('POST', `/cases/${await opened()}/record`, { event: 'request-sent', set: { via: 'phone' } }),
      409,
      'case-refused',
    ],
    ['no such event', async () => send('POST', `/cases/${await opened()}/record`, { event: 'x' }), 400, 'event-type'],
    [
      'fields of no kind',
      async () => send('POST', `/cases/${await opened()}/record`, { event: 'note-added', set: { note: 7 } }),
      400,
      'usage',
    ],
    [
      'a form with broken fields',
      async () =>
        api(`/cases/${await opened()}/record`, { method: 'POST', body: form({ event: 'note-added', set: '{' }) }),
      400,
      'not-json',
    ],
    [
      'a form that is none',
      async () => {
        const headers = { 'content-type': 'multipart/form-data; boundary=x' };
        return api(`/cases/${await opened()}/record`, { method: 'POST', body: 'no form', headers });
      },
      400,
      'usage',
    ],
    [
      'an import without a file',
      () => api('/import', { method: 'POST', body: form({ passphrase: 'x' }) }),
      400,
      'usage',
    ],
    [
      'an import of something else',
      () => api('/import', { method: 'POST', body: form({ file: new File(['{}'], 'x') }) }),
      400,
      'import-broken',
    ],
    [
      'a situation of no kind',
      () => api('/cases', { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } }),
      400,
      'usage',
    ],
  ])('%s', async (_, ask, status, code) => {
    const answer = await ask();
    expect(await answer.json()).toMatchObject({ error: { code } });
    expect(answer.status).toBe(status);
  });

  test('nothing of a case without the session', async () => {
    const id = await opened();
    for (const path of ['/cases', `/cases/${id}`, `/cases/${id}/situation`]) {
      expect((await fetch(`${base}/api${path}`)).status).toBe(401);
    }
    expect((await fetch(`${base}/api/export`, { method: 'POST', body: form({}) })).status).toBe(401);
  });
});

describe('PDFs over HTTP', () => {
  test('are listed without their bytes and downloaded by name, with the hash that was recorded', async () => {
    const id = await opened();
    await send('POST', `/cases/${id}/decide`, { choose: 'cancel' });
    const { pdfs, pdfProblem } = await (await api(`/cases/${id}/prepare`, { method: 'POST' })).json();
    expect(pdfProblem).toBeNull();
    const letter = pdfs.find((one: { name: string }) => one.name === 'letter.pdf');
    expect(letter).toMatchObject({ kind: 'letter', purpose: 'cancel', language: 'en' });
    expect(letter).not.toHaveProperty('content');
    const got = await api(`/cases/${id}/documents/letter.pdf`);
    expect(got.headers.get('content-disposition')).toBe('attachment; filename="letter.pdf"');
    expect(got.headers.get('cache-control')).toBe('no-store');
    const bytes = new Uint8Array(await got.arrayBuffer());
    expect(hashOfBytes(bytes)).toBe(letter.sha256);
    expect(bytes.length).toBe(letter.bytes);
    expect(await (await api(`/cases/${id}/documents/letter.txt`)).text()).toContain('Request to cancel');
    for (const name of ['nothing.pdf', '..%2Fletter.pdf', 'line.json']) {
      expect((await api(`/cases/${id}/documents/${name}`)).status, name).toBe(404);
    }
  });

  test('a character without a picture: the texts come all the same, with the reason', async () => {
    const { case: id } = await (await send('POST', '/cases', { ...SITUATION, holder: { name: 'Wei 😀' } })).json();
    await send('POST', `/cases/${id}/decide`, { choose: 'cancel' });
    const answer = await (await api(`/cases/${id}/prepare?lang=zh`, { method: 'POST' })).json();
    expect(answer.documents.length).toBeGreaterThan(1);
    expect(answer.pdfs).toEqual([]);
    expect(answer.pdfProblem).toMatchObject({ code: 'glyph-missing', facts: { field: 'holder.name' } });
    expect(answer.pdfProblem.message).toContain('😀 (U+1F600)');
    const got = await api(`/cases/${id}/documents/letter.pdf`);
    expect(got.status).toBe(400);
    expect((await got.json()).error.code).toBe('glyph-missing');
  });
});

describe('an answer of the carrier', () => {
  test('is judged and filed; without a file or text it is bad input', async () => {
    const id = await opened();
    await send('POST', `/cases/${id}/decide`, { choose: 'cancel' });
    await send('POST', `/cases/${id}/record`, { event: 'request-sent', set: { via: 'phone' } });
    const answer = new File(['Your line ending in 0143 has been cancelled effective 12/11/2026.'], 'sms.txt');
    const judged = await api(`/cases/${id}/confirm`, { method: 'POST', body: form({ file: answer }) });
    expect(judged.status).toBe(200);
    expect(await judged.json()).toMatchObject({
      verdict: 'not-verifiable',
      kind: 'accepted',
      effectiveDate: '2026-12-11',
      line: { matches: true },
      accepted: false,
    });
    const yes = await api(`/cases/${id}/confirm`, { method: 'POST', body: form({ file: answer, accept: 'yes' }) });
    expect(await yes.json()).toMatchObject({ accepted: true, stage: 'confirmed' });
    const none = await api(`/cases/${id}/confirm`, { method: 'POST', body: form({}) });
    expect(none.status).toBe(400);
  });
});
