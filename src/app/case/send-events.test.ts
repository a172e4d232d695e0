import { expect, test, vi } from 'vitest';
import { memoryMailer } from '../../adapters/mailer-memory/mailer.ts';
import { composeMail } from '../../adapters/mailer-smtp/compose.ts';
import { memoryStore } from '../../adapters/store-memory/store.ts';
import { SimoffError } from '../../domain/errors.ts';
import { loadMessages } from '../../locale/messages.ts';
import { sayer } from '../../locale/say.ts';
import type { Delivery } from '../../ports/mailer.ts';
import { memoryCatalog } from '../../testing/catalog.ts';
import { MAIL_BRAND, NOW, SITUATION } from '../../testing/mail-case.ts';
import { chooseOption } from './choose.ts';
import { loadCase } from './load.ts';
import { openCase } from './open.ts';
import { recordEvent } from './record.ts';
import { sendMail } from './send.ts';
import { planMail, planView } from './send-plan.ts';
import { filesOf } from './view.ts';

/** Commands are loaded when first used, certificates checked, folders synced: on a busy machine that takes longer. */
vi.setConfig({ testTimeout: 60_000 });

const says = { en: sayer('en', await loadMessages('en')), zh: sayer('zh', await loadMessages('zh')) };
const INPUT = { to: null, from: null, server: 'smtps://wei@smtp.example', again: false, gaps: false };

async function ready(answer?: () => Delivery, situation: object = SITUATION) {
  const mailer = memoryMailer(answer);
  const deps = {
    ...memoryStore(),
    catalog: memoryCatalog([MAIL_BRAND]),
    now: NOW,
    today: null,
    compose: composeMail,
    mailer,
  };
  const { read } = await openCase(situation, deps, says.en);
  await chooseOption(read.case, 'cancel', null, deps, says.en);
  const plan = await planMail(read.case, INPUT, says, 'en', deps);
  const types = async (): Promise<string[]> => (await loadCase(read.case, deps)).state.events.map(({ type }) => type);
  return { id: read.case, deps, mailer, plan, types };
}

test('two plans made at the same time send one mail, whatever was agreed to', async () => {
  for (const again of [false, true]) {
    const { id, deps, mailer, plan } = await ready();
    const other = await planMail(id, INPUT, says, 'en', deps);
    const results = await Promise.allSettled(
      [plan, other].map((own) => sendMail(own, 'x', { again, gaps: false }, deps)),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(mailer.sent).toHaveLength(1);
    const refused = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toBeInstanceOf(SimoffError);
    expect(['maybe-sent-already', 'sent-recently']).toContain(refused.reason.code);
  }
});

test('a case that was given up meanwhile gets no mail', async () => {
  const { id, deps, mailer, plan } = await ready();
  await recordEvent(id, 'case-abandoned', { at: null, set: {}, files: [] }, deps);
  await expect(sendMail(plan, 'x', INPUT, deps)).rejects.toMatchObject({ code: 'case-refused' });
  expect(mailer.sent).toEqual([]);
});

test('a refusal after the claim takes the claim back, and the copy of the mail stays readable', async () => {
  const refused: Delivery = { outcome: 'refused', at: 'message', reason: 'EMESSAGE', answer: '554 no', claimed: true };
  const { id, deps, plan, types } = await ready(() => refused);
  await expect(sendMail(plan, 'x', INPUT, deps)).rejects.toMatchObject({
    code: 'smtp-refused',
    facts: { reason: '554 no' },
  });
  expect(await types()).toEqual(['situation-recorded', 'option-chosen', 'corrected']);
  const [copy] = await deps.blobs.list(id);
  expect(await deps.blobs.get(id, copy ?? '')).toEqual(plan.bytes);
});

test('the copy kept with the request is the mail, byte for byte', async () => {
  const { id, deps, mailer, plan } = await ready();
  const { written } = await sendMail(plan, 'x', INPUT, deps);
  const request = written.find(({ type }) => type === 'request-sent');
  const [copy] = request ? filesOf(request) : [];
  expect(await deps.blobs.get(id, copy?.sha256 ?? '')).toEqual(mailer.sent[0]?.bytes);
});

test('what cannot be undone is said before', async () => {
  const tied = { ...SITUATION, number: { keep: 'no', codesStillSentHere: ['bank'] } };
  const { plan } = await ready(undefined, tied);
  const { warnings } = planView(plan, says.zh);
  expect(warnings.map(({ code }) => code)).toContain('codes-still-here');
  expect(warnings.find(({ code }) => code === 'codes-still-here')?.message).toContain('银行');
});
