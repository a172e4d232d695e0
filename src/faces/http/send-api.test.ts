import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { memoryStore } from '../../adapters/store-memory/store.ts';
import { loadMessages } from '../../locale/messages.ts';
import { sayer } from '../../locale/say.ts';
import { memoryCatalog } from '../../testing/catalog.ts';
import { readIcs } from '../../testing/ics.ts';
import { ACCOUNT, CARE, MAIL_BRAND, NOW, SITUATION, serverAt } from '../../testing/mail-case.ts';
import { MAILBOX, mailServer, polite, roughServer, TEST_CA } from '../../testing/smtp.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { listen } from './server.ts';

/** Commands are loaded when first used, certificates checked, folders synced: on a busy machine that takes longer. */
vi.setConfig({ testTimeout: 60_000 });

let base = '';
let cookie = '';
let id = '';

const call = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`${base}/api${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const sent = async (body: object, yes = false): Promise<{ status: number; answer: Record<string, unknown> }> => {
  const answer = await call('POST', `/cases/${id}/send${yes ? '?yes=true' : ''}`, body);
  return { status: answer.status, answer: (await answer.json()) as Record<string, unknown> };
};

beforeEach(async () => {
  const says = { en: sayer('en', await loadMessages('en')), zh: sayer('zh', await loadMessages('zh')) };
  const store = memoryStore();
  const deps = {
    store: async () => store,
    today: null,
    catalog: memoryCatalog([MAIL_BRAND]),
    pictures: async () => ({ read: async () => [] }),
    says,
    now: () => NOW,
  };
  const running = await listen(deps, tempFolder(), 0);
  onTestFinished(running.close);
  base = new URL(running.url).origin;
  cookie = (await fetch(running.url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  id = ((await (await call('POST', '/cases', SITUATION)).json()) as { case: string }).case;
  await call('POST', `/cases/${id}/decide`, { choose: 'cancel' });
});

describe('POST /cases/{id}/send', () => {
  test('without yes=true shows the mail and sends nothing', async () => {
    const { port, mails } = await mailServer();
    const body = { server: serverAt(port), password: MAILBOX.password, ca: TEST_CA };
    const { status, answer } = await sent(body);
    expect(status).toBe(200);
    expect(answer).toMatchObject({ sent: 'no', to: CARE, from: 'wei@example.com', warnings: [{ code: 'early' }] });
    expect(answer.mailto).toMatch(/^mailto:care@acme\.example\?/);
    expect(mails).toEqual([]);
  });

  test('with yes=true sends it, once a day', async () => {
    const { port, mails } = await mailServer();
    const body = { server: serverAt(port), password: MAILBOX.password, ca: TEST_CA };
    const first = await sent(body, true);
    expect(first).toMatchObject({ status: 200, answer: { sent: 'yes', stage: 'requested' } });
    expect(JSON.stringify(first)).not.toContain(MAILBOX.password);
    const second = await sent(body, true);
    expect(second).toMatchObject({ status: 409, answer: { error: { code: 'sent-recently' } } });
    expect(mails).toHaveLength(1);
  });

  test('where no answer comes, says unknown, and refuses a second one', async () => {
    const { port } = await roughServer(
      polite((line, socket) => {
        if (line !== '.') return undefined;
        socket.destroy();
        return null;
      }),
    );
    const body = { server: serverAt(port), password: MAILBOX.password, ca: TEST_CA };
    expect(await sent(body, true)).toMatchObject({ status: 200, answer: { sent: 'unknown' } });
    expect(await sent(body, true)).toMatchObject({ status: 409, answer: { error: { code: 'maybe-sent-already' } } });
  });

  test.each([
    [{ server: 'smtps://a@127.0.0.1' }, 'smtp-password'],
    [{}, 'smtp-server'],
    [{ to: 'a@b.example\nBcc: c@d.example' }, 'mail-field'],
    [{ to: 5 }, 'usage'],
  ])('%j is refused with %s', async (body, code) => {
    const { status, answer } = await sent(body, true);
    expect([status, answer]).toMatchObject([400, { error: { code } }]);
    expect(JSON.stringify(answer)).not.toContain(ACCOUNT);
  });
});

test('prepare gives the mail as a draft and as a link', async () => {
  const answer = (await (await call('POST', `/cases/${id}/prepare`)).json()) as {
    mailto: string;
    documents: { name: string; text: string }[];
  };
  expect(answer.mailto).toMatch(/^mailto:care@acme\.example\?/);
  const draft = answer.documents.find(({ name }) => name === 'email.eml');
  expect(draft?.text).toContain(`To: ${CARE}`);
  expect(draft?.text).toContain('X-Unsent: 1');
});

test('GET /cases/{id}/calendar.ics gives the dates as a file', async () => {
  const answer = await call('GET', `/cases/${id}/calendar.ics?lang=zh`);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toContain(`simoff-${id}.ics`);
  const { events } = readIcs(await answer.text());
  expect(events.length).toBeGreaterThan(1);
  expect(events[0]?.fields.SUMMARY).toMatch(/[\u4e00-\u9fff]/);
});
