/** A case by clicks: from the plan to its end, in a browser that simoff itself serves. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadMessages } from '../../locale/messages.ts';
import { type Language, type Say, sayer } from '../../locale/say.ts';
import { PLAN_DRAFT } from './testing/answers.ts';
import { type Machine, openCase, SITUATION, startMachine } from './testing/machine.ts';

/** A page on a busy machine takes its time; what is expected is waited for. */
const WAIT = { timeout: 15_000 };

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine();
});
afterAll(() => machine.stop());
beforeEach(() => machine.clear());

const speak = async (language: Language): Promise<Say> => sayer(language, await loadMessages(language));
/** The types of a case's events, in order. */
async function typesOf(id: string): Promise<string[]> {
  return (await machine.store.log.read(id))?.events.map(({ type }) => type) ?? [];
}

const idIn = (page: Page): string => /#\/case\/(\w+)/.exec(page.url())?.[1] ?? '';

describe.each<Language>(['en', 'zh'])('in %s', (language) => {
  test('a line is kept, prepared, asked for, confirmed, settled and closed', async () => {
    const say = await speak(language);
    const button = (code: string): { name: string; exact: true } => ({ name: say(code), exact: true });
    const draft = { ...PLAN_DRAFT, answers: { ...PLAN_DRAFT.answers, codes: ['bank', 'wechat'] } };
    const { page, visit, complaints, foreign, context } = await machine.open({ language, draft });
    const stage = (name: string) =>
      page
        .locator('.next .hero-line')
        .getByText(say(`case.stage.${name}`))
        .waitFor();
    const record = () => page.getByRole('button', button('web.case.record')).click();
    const other = (event: string) =>
      page
        .locator('.else')
        .getByRole('button', button(`record.do.${event}`))
        .click();
    const recorded = (event: string) =>
      page
        .locator('.news')
        .getByText(say('web.case.recorded', { name: say(`record.event.${event}`) }))
        .waitFor();

    await visit('/plan');
    await page.locator('.hero .choose-this button').click();
    await page.waitForURL(/#\/case\/\w+$/);
    await stage('decided');
    const id = idIn(page);
    expect(await typesOf(id)).toEqual(['situation-recorded', 'option-chosen']);

    await page.locator('.next').getByRole('button', button('record.do.prepare')).click();
    await page.locator('.document').first().waitFor();
    await stage('prepared');
    await page.locator('.document summary').nth(1).click();
    await expect.poll(() => page.locator('.script [lang=en]').count(), WAIT).toBeGreaterThan(10);
    await expect
      .poll(() => page.locator('.script [lang=zh-Hans]').count(), WAIT)
      .toBe(await page.locator('.script [lang=en]').count());

    // What is missing leads to its field, and the texts are made again with it.
    await page
      .locator('.missing')
      .getByRole('button', { name: say('need.holder-name') })
      .click();
    await expect.poll(() => focusedName(page), WAIT).toBe('holder.name');
    await page.keyboard.type('Wei Zhang');
    await page.getByLabel(say('need.msisdn')).fill('+12025550143');
    await page.getByRole('button', button('web.case.told.save')).click();
    await recorded('situation-recorded');
    await page.locator('.case-line').getByText('+1 202-555-0143').waitFor();
    await expect.poll(() => page.locator('.missing').getByText(say('need.holder-name')).count(), WAIT).toBe(0);
    await expect.poll(() => page.locator('.documents').textContent(), WAIT).toContain('Wei Zhang');

    // The accounts that still text the number, one after the other, each already chosen in the form.
    for (const service of ['bank', 'wechat']) {
      await page.locator('.next').getByRole('button', button('record.do.account-unlinked')).click();
      await expect
        .poll(() => page.locator('form.record').getByLabel(say('record.label.service')).inputValue(), WAIT)
        .toBe(service);
      await record();
      await recorded('account-unlinked');
      await page.locator('form.record').waitFor({ state: 'detached' });
    }

    await other('request-sent');
    await page.locator('form.record').getByLabel(say('record.label.via')).selectOption('phone');
    await page.locator('form.record').getByLabel(say('record.label.reference')).fill('REQ-1');
    await record();
    await stage('requested');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), WAIT).toBe('next-step');

    await other('contact-logged');
    await expect
      .poll(() => page.locator('form.record').getByLabel(say('record.label.via')).inputValue(), WAIT)
      .toBe('phone');
    await page.locator('form.record').getByLabel(say('record.label.outcome')).selectOption('promised');
    await record();
    await stage('acknowledged');

    await page.locator('.next').getByRole('button', button('record.do.confirmation-accepted')).click();
    await page.locator('form.record').getByLabel(say('record.label.effectiveDate')).fill('2026-12-11');
    await page.locator('form.record input[type=file]').setInputFiles({
      name: 'confirmation.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Your line ends on December 11.'),
    });
    await record();
    await stage('confirmed');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /confirmation\.txt/ }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toBe('Your line ends on December 11.');

    machine.setNow('2026-12-14T15:00:00Z');
    await page.reload();
    await stage('effective');
    await other('balance-recorded');
    await page.locator('form.record').getByLabel(say('record.label.balanceUsd')).fill('0');
    await record();
    await stage('settled');
    await other('profile-deleted');
    await record();
    await stage('closed');
    await expect.poll(() => page.locator('.obligation-open').count(), WAIT).toBe(0);

    await visit('/cases');
    await page.locator('.stage').getByText(say('case.stage.closed')).waitFor();
    expect((await typesOf(id)).at(-1)).toBe('profile-deleted');
    expect([complaints, foreign]).toEqual([[], []]);
    await context.close();
  });
});

test('the same answers are kept once; another option can be chosen later', async () => {
  const say = await speak('en');
  const { page, visit, context } = await machine.open({ draft: PLAN_DRAFT });
  await visit('/plan');
  await page.getByRole('button', { name: say('web.plan.keep') }).click();
  await page.waitForURL(/#\/case\/\w+$/);
  const id = idIn(page);
  await page
    .locator('.next')
    .getByRole('button', { name: say('record.do.decide') })
    .click();
  await page.waitForURL(/choose$/);
  await page.locator('.others summary').first().click();
  await page.locator('.others .choose-this button').first().click();
  await page.waitForURL(/#\/case\/\w+$/);
  await page.locator('.next .hero-line').getByText(say('case.stage.decided')).waitFor();

  await visit('/plan');
  expect(await page.getByRole('link', { name: say('web.plan.kept') }).getAttribute('href')).toBe(`#/case/${id}`);
  await page.locator('.hero .choose-this button').click();
  await page.waitForURL(/#\/case\/\w+$/);
  await page.locator('.next-what').waitFor();
  expect(idIn(page)).toBe(id);
  expect(await machine.store.log.list()).toEqual([id]);
  expect(await typesOf(id)).toEqual(['situation-recorded', 'option-chosen', 'option-chosen']);
  await context.close();
});

describe('a form', () => {
  test('that is refused keeps what was typed, says why at the field, and works after it was mended', async () => {
    const say = await speak('en');
    const { page, visit, context } = await machine.open();
    const id = await openCase(page);
    await visit(`/case/${id}`);
    await page
      .locator('.else')
      .getByRole('button', { name: say('record.do.charge-seen') })
      .click();
    await page.locator('form.record').getByLabel(say('record.label.amountUsd')).fill('seventy');
    await page.locator('form.record').getByLabel(say('record.label.descriptor')).fill('TMOBILE*AUTO PAY');
    await page.getByRole('button', { name: say('web.case.record'), exact: true }).click();
    const amount = page.locator('form.record').getByLabel(say('record.label.amountUsd'));
    await page.locator('.field-error').getByText(say('record.wrong.not-usd')).waitFor();
    await expect.poll(() => focusedName(page), WAIT).toBe('amountUsd');
    expect(await amount.getAttribute('aria-invalid')).toBe('true');
    const described = await amount.getAttribute('aria-describedby');
    await expect
      .poll(() => page.locator(`[id="${described}"]`).textContent(), WAIT)
      .toContain(say('record.wrong.not-usd'));
    await expect.poll(() => amount.inputValue(), WAIT).toBe('seventy');
    await amount.fill('$70');
    await page.getByRole('button', { name: say('web.case.record'), exact: true }).click();
    await page.locator('.events').getByText('TMOBILE*AUTO PAY').waitFor();
    await context.close();
  });

  test('that comes at the wrong time says so in a sentence that has the focus, and keeps what was typed', async () => {
    const say = await speak('zh');
    const { page, visit, context } = await machine.open({ language: 'zh' });
    const id = await openCase(page);
    await visit(`/case/${id}`);
    await page
      .locator('.else')
      .getByRole('button', { name: say('record.do.confirmation-accepted') })
      .click();
    await page.locator('form.record').getByLabel(say('record.label.note')).fill('客服说已经办好');
    await page.getByRole('button', { name: say('web.case.record'), exact: true }).click();
    const problem = page.locator('form.record [role=alert]');
    await problem.getByText(say('case.refusal.not-requested')).waitFor();
    await expect.poll(() => problem.evaluate((element) => element === document.activeElement), WAIT).toBe(true);
    await expect
      .poll(() => page.locator('form.record').getByLabel(say('record.label.note')).inputValue(), WAIT)
      .toBe('客服说已经办好');
    expect(await typesOf(id)).toEqual(['situation-recorded', 'option-chosen']);
    await context.close();
  });

  test('without its file, without its day', async () => {
    const say = await speak('en');
    const { page, visit, context } = await machine.open();
    await visit(`/case/${await openCase(page)}`);
    await page
      .locator('.else')
      .getByRole('button', { name: say('record.do.evidence-attached') })
      .click();
    await page.getByRole('button', { name: say('web.case.record'), exact: true }).click();
    await page.locator('.field-error').getByText(say('web.case.wrong.attach')).waitFor();
    await expect.poll(() => focusedName(page), WAIT).toBe('attach');
    await page.locator('form.record').getByLabel(say('record.label.at')).fill('');
    await page.getByRole('button', { name: say('web.case.record'), exact: true }).click();
    await page.locator('.field-error').getByText(say('web.f.error.date')).waitFor();
    await expect.poll(() => focusedName(page), WAIT).toBe('at');
    await context.close();
  });

  test('closed without recording gives the focus back', async () => {
    const say = await speak('en');
    const { page, visit, context } = await machine.open();
    await visit(`/case/${await openCase(page)}`);
    const opener = page.locator('.else').getByRole('button', { name: say('record.do.note-added') });
    await opener.click();
    await page.getByRole('button', { name: say('web.case.cancel'), exact: true }).click();
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement), WAIT).toBe(true);
    await context.close();
  });
});

test('two windows on one case: what one records, the other shows, and keeps its form', async () => {
  const say = await speak('en');
  const first = await machine.open();
  const id = await openCase(first.page);
  const second = await machine.open();
  for (const own of [first, second]) await own.visit(`/case/${id}`);

  await second.page
    .locator('.else')
    .getByRole('button', { name: say('record.do.note-added') })
    .click();
  await second.page.locator('form.record').getByLabel(say('record.label.note')).fill('Typed in the second window.');
  await first.page
    .locator('.else')
    .getByRole('button', { name: say('record.do.case-abandoned') })
    .click();
  await first.page.getByRole('button', { name: say('web.case.record') }).click();
  await first.page.locator('.hero-line').getByText(say('case.stage.abandoned')).waitFor();

  await second.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await second.page.locator('.hero-line').getByText(say('case.stage.abandoned')).waitFor();
  await expect
    .poll(() => second.page.locator('form.record').getByLabel(say('record.label.note')).inputValue(), WAIT)
    .toBe('Typed in the second window.');
  await second.page.getByRole('button', { name: say('web.case.record') }).click();
  await second.page.locator('.events').getByText('Typed in the second window.').waitFor();

  // A refusal shows the case as it is now, in a window that had not heard of it.
  await second.page
    .locator('.events')
    .getByRole('button', { name: /Note added/ })
    .waitFor();
  await first.page
    .locator('.else')
    .getByRole('button', { name: say('record.do.note-added') })
    .click();
  await first.page.locator('form.record').getByLabel(say('record.label.note')).fill('Kept.');
  await first.page.route('**/record?*', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/json',
      body: JSON.stringify({ error: { code: 'case-changed', message: 'Somebody else wrote.', facts: {} } }),
    }),
  );
  await first.page.getByRole('button', { name: say('web.case.record') }).click();
  await first.page.locator('form.record [role=alert]').getByText('Somebody else wrote.').waitFor();
  await first.page.locator('.events').getByText('Typed in the second window.').waitFor();
  await expect
    .poll(() => first.page.locator('form.record').getByLabel(say('record.label.note')).inputValue(), WAIT)
    .toBe('Kept.');
  for (const own of [first, second]) await own.context.close();
});

test('an entry is taken back, crossed out, and can be had again', async () => {
  const say = await speak('en');
  const { page, visit, context } = await machine.open();
  const id = await openCase(page);
  await visit(`/case/${id}`);
  await page.getByRole('button', { name: /Take back entry 2/ }).click();
  await page.locator('.hero-line').getByText(say('case.stage.draft')).waitFor();
  await expect.poll(() => page.locator('.taken-back del').textContent(), WAIT).toBe(say('record.event.option-chosen'));
  await expect.poll(() => page.getByRole('button', { name: /Take back entry 1/ }).count(), WAIT).toBe(0);
  await page.getByRole('button', { name: /Take back entry 3/ }).click();
  await page.locator('.hero-line').getByText(say('case.stage.decided')).waitFor();
  expect(await typesOf(id)).toEqual(['situation-recorded', 'option-chosen', 'corrected', 'corrected']);
  await context.close();
});

test('what is kept encrypted is masked until it is asked for', async () => {
  const say = await speak('en');
  const { page, visit, context } = await machine.open();
  const id = await openCase(page, { ...SITUATION, account: { number: '970123456' } });
  await visit(`/case/${id}`);
  await expect.poll(() => page.locator('main').textContent(), WAIT).not.toContain('970123456');
  await page.getByRole('button', { name: say('web.case.reveal') }).click();
  await page.locator('.events').getByText('970123456').waitFor();
  await page.getByRole('button', { name: say('web.case.hide') }).click();
  await expect.poll(() => page.locator('main').textContent(), WAIT).not.toContain('970123456');

  // Changing one thing keeps the other, masked or not.
  await page.getByRole('button', { name: say('record.do.situation-recorded') }).click();
  await page.getByLabel(say('need.email')).fill('wei@example.com');
  await page.getByRole('button', { name: say('web.case.told.save') }).click();
  await page.locator('.news p').waitFor();
  await page.getByRole('button', { name: say('web.case.reveal') }).click();
  await page.locator('.events > li').first().getByText('970123456').waitFor();
  await context.close();
});

test('damage is said at the top, and the rest is shown', async () => {
  const say = await speak('en');
  const { page, visit, context } = await machine.open();
  const id = await openCase(page);
  await page.route(`**/api/cases/${id}?*`, async (route) => {
    const response = await route.fetch();
    const view = await response.json();
    view.problems = [{ code: 'event-damaged', seq: 2, message: say('record.problem.event-damaged', { seq: 2 }) }];
    await route.fulfill({ response, json: view });
  });
  await visit(`/case/${id}`);
  await page
    .locator('.damage')
    .getByText(say('record.problem.event-damaged', { seq: 2 }))
    .waitFor();
  await expect.poll(() => page.locator('.damage ~ .next').count(), WAIT).toBe(1);
  await context.close();
});

test('a case is deleted after a second yes, and not before', async () => {
  const say = await speak('en');
  const { page, visit, context } = await machine.open();
  const id = await openCase(page);
  await visit(`/case/${id}`);
  await page.getByRole('button', { name: say('web.case.delete'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(say('web.case.delete.entries', { count: 2 })).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await machine.store.log.list()).toEqual([id]);
  await page.getByRole('button', { name: say('web.case.delete'), exact: true }).click();
  await dialog.getByRole('button', { name: say('web.case.delete.yes') }).click();
  await page.getByText(say('web.cases.none')).waitFor();
  expect(await machine.store.log.list()).toEqual([]);
  await context.close();
});

test('a session that was lost says what to do, and keeps the form', async () => {
  const say = await speak('en');
  const { page, visit, context } = await machine.open();
  const id = await openCase(page);
  await visit(`/case/${id}`);
  await page
    .locator('.else')
    .getByRole('button', { name: say('record.do.note-added') })
    .click();
  await page.locator('form.record').getByLabel(say('record.label.note')).fill('Not lost.');
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.getByRole('button', { name: say('web.case.record'), exact: true }).click();
  await page.locator('form.record [role=alert]').getByText(say('web.machine.refused')).waitFor();
  await expect
    .poll(() => page.locator('form.record').getByLabel(say('record.label.note')).inputValue(), WAIT)
    .toBe('Not lost.');
  await context.addCookies(cookies);
  await page.getByRole('button', { name: say('web.case.record'), exact: true }).click();
  await page.locator('.events').getByText('Not lost.').waitFor();
  await context.close();
});

test('no such case', async () => {
  const say = await speak('en');
  const { page, visit, context } = await machine.open();
  await visit('/case/nosuchcase');
  await page.getByText(say('web.machine.unknown-case')).waitFor();
  await context.close();
});

function focusedName(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('name'));
}
