/** From a card to a plan, as a person goes. */
import { readFileSync } from 'node:fs';
import { toBuffer } from 'bwip-js/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSituation } from '../../domain/case/situation.ts';
import { loadMessages } from '../../locale/messages.ts';
import { type Language, type Say, sayer } from '../../locale/say.ts';
import { startApp } from './testing/app.ts';

let app: Awaited<ReturnType<typeof startApp>>;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const speak = async (language: Language): Promise<Say> => sayer(language, await loadMessages(language));
const ICCID = '8901260000000000001';

describe.each<Language>(['en', 'zh'])('in %s', (language) => {
  test('number, brand, questions, plan, file', async () => {
    const say = await speak(language);
    const { page, complaints, foreign } = await app.open({ language });
    expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-Hans' : 'en');

    await page.getByLabel(say('web.field.label')).fill(ICCID);
    const answer = page.locator('.answer');
    await answer.getByText(say('identify.kind.iccid')).waitFor();
    expect(await answer.textContent()).not.toContain(ICCID);
    await answer
      .getByRole('button', { name: /T-Mobile/ })
      .first()
      .click();
    await page.getByRole('button', { name: say('web.chosen.go') }).click();

    const given: Record<string, () => Promise<void>> = {
      product: () => page.getByRole('radio').first().check(),
      place: () => page.getByLabel(say('web.f.where.us')).check(),
      leaves: async () => {
        await page.getByLabel(say('web.f.leaves.on')).check();
        await page.getByLabel(say('web.f.leavesOn')).fill('2026-12-20');
      },
      until: () => page.getByLabel(say('web.f.until.leave')).check(),
      price: () => page.getByLabel(say('web.f.monthlyUsd')).fill('$70'),
      keep: () => page.getByLabel(say('web.f.keep.no'), { exact: true }).check(),
      codes: () => page.getByLabel(say('web.f.codes.wechat')).check(),
      cycle: async () => {
        await page.getByLabel(say('web.f.cycle.day')).check();
        await page.getByLabel(say('web.f.cycleDay')).fill('12');
      },
      installments: () => page.getByLabel(say('web.f.installments.no'), { exact: true }).check(),
      lines: () => page.getByLabel(say('web.f.linesOnAccount')).fill('1'),
    };
    const seen: string[] = [];
    while (page.url().includes('#/questions')) {
      await page.waitForURL(/#\/questions\/\w+/);
      const id = page.url().split('/').at(-1) ?? '';
      expect(seen).not.toContain(id);
      seen.push(id);
      await page.getByRole('heading', { level: 1, name: say(`web.q.${id}`) }).waitFor();
      const fill = given[id];
      if (fill) await fill();
      const button = fill ? say('web.q.next') : say('web.q.unknown');
      await page.getByRole('button', { name: button }).click();
      await page.waitForURL((url) => !url.hash.endsWith(`/${id}`));
    }
    expect(seen).toEqual(expect.arrayContaining(Object.keys(given)));

    await page.locator('.hero').waitFor();
    expect(await page.locator('.hero time').first().getAttribute('datetime')).toMatch(/^2026-1[12]-\d\d$/);
    await page.getByRole('img', { name: new RegExp(say('web.chart.label')) }).waitFor();
    await page.getByText(say('web.chart.table'), { exact: true }).first().click();
    expect(await page.locator('.chart tbody tr').count()).toBeGreaterThanOrEqual(2);
    expect(await page.locator('.channel').count()).toBeGreaterThan(0);
    expect(await page.locator('.others > li').count()).toBeGreaterThanOrEqual(4);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('web.plan.export') }).click(),
    ]);
    const situation = parseSituation(JSON.parse(readFileSync(await download.path(), 'utf8')));
    expect(situation).toMatchObject({
      line: { carrier: 't-mobile', monthlyUsd: '70.00', cycleDay: 12, linesOnAccount: 1 },
      leavesOn: '2026-12-20',
      needsServiceUntil: '2026-12-20',
      number: { keep: 'no', codesStillSentHere: ['wechat'] },
    });
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });
});

test('a picture of the card is read on this device', async () => {
  const say = await speak('en');
  const { page, complaints, foreign } = await app.open();
  const png = await toBuffer({
    bcid: 'code128',
    text: ICCID,
    scale: 3,
    height: 12,
    paddingwidth: 20,
    paddingheight: 20,
  });
  await page.locator('input[type=file]').setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: png });
  await page.locator('.answer').getByText(say('identify.kind.iccid')).waitFor();
  expect(await page.locator('.answer').textContent()).not.toContain(ICCID);
  expect([complaints, foreign]).toEqual([[], []]);
  await page.context().close();
});

test('a file that is no picture says so and loses nothing', async () => {
  const say = await speak('en');
  const { page } = await app.open({ draft: { carrier: 't-mobile', answers: {} } });
  await page.getByLabel(say('web.field.label')).fill('T-Mobile');
  const file = { name: 'card.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('alert').getByText(say('error.picture-unreadable')).waitFor();
  expect(await page.getByLabel(say('web.field.label')).inputValue()).toBe('T-Mobile');
  expect(await page.locator('.chosen-body').count()).toBe(1);
  await page.context().close();
});

test('far too much text says so at the field', async () => {
  const say = await speak('zh');
  const { page } = await app.open({ language: 'zh' });
  const field = page.getByLabel(say('web.field.label'));
  await field.fill('8'.repeat(30_000));
  await page.locator('.card .field-error').getByText('20000').waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await field.fill('310260123456789');
  await page.locator('.answer').getByText(say('identify.kind.imsi')).waitFor();
  expect(await page.locator('.answer').textContent()).not.toContain('310260123456789');
  await page.context().close();
});

test('answers survive a reload; wrong ones are refused at their field', async () => {
  const say = await speak('en');
  const { page, visit } = await app.open({ draft: { carrier: 't-mobile', answers: {} } });
  await visit('/questions/price');
  await page.getByLabel(say('web.f.monthlyUsd')).fill('seventy');
  await page.getByRole('button', { name: say('web.q.next') }).click();
  const field = page.getByLabel(say('web.f.monthlyUsd'));
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  const error = await field.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${error}"]`).textContent()).toBe(say('web.f.error.money'));
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.fill('70');
  await page.getByRole('button', { name: say('web.q.next') }).click();
  await page.waitForURL(/cycle/);
  await page.reload();
  await page.goBack();
  await page.waitForURL(/price/);
  expect(await page.getByLabel(say('web.f.monthlyUsd')).inputValue()).toBe('70.00');
  await page.context().close();
});

test('the language is remembered and can be changed anywhere', async () => {
  const zh = await speak('zh');
  const { page, visit } = await app.open();
  await visit('/brands');
  await page.getByRole('button', { name: zh('web.language.zh') }).click();
  await page.getByRole('heading', { level: 1, name: zh('web.brands.title') }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: zh('web.brands.title') }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
  expect(await page.title()).toContain(zh('web.brands.title'));
  await page.context().close();
});

test('by keyboard alone, with the focus always to be seen', async () => {
  const say = await speak('en');
  const { page } = await app.open();
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const style = getComputedStyle(
        element.matches('input[type=file]') ? (element.nextElementSibling ?? element) : element,
      );
      return { name: element.textContent || element.getAttribute('name') || element.id, outline: style.outlineStyle };
    });
  const tabTo = async (reached: () => Promise<boolean>): Promise<void> => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      expect((await focused()).outline, (await focused()).name).not.toBe('none');
      if (await reached()) return;
    }
    throw new Error('not reached by Tab');
  };
  const on = (locator: ReturnType<typeof page.locator>) => () =>
    locator.evaluate((element) => element === document.activeElement);

  await page.keyboard.press('Tab');
  expect((await focused()).name).toBe(say('web.skip'));
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');

  await tabTo(on(page.getByRole('combobox')));
  await page.keyboard.type('tmobile');
  await page
    .getByRole('option', { name: /T-Mobile/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await tabTo(on(page.getByRole('button', { name: say('web.chosen.go') })));
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/questions\/product/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/questions\/place/);
  await page.context().close();
});
