/** What people do with their hands: drop, paste, copy, switch the language, print, zoom. */
import { toBuffer } from 'bwip-js/node';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import en from '../../locale/en/web.json' with { type: 'json' };
import zh from '../../locale/zh/web.json' with { type: 'json' };
import { PLAN_DRAFT } from './testing/answers.ts';
import { startApp } from './testing/app.ts';

let app: Awaited<ReturnType<typeof startApp>>;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const ICCID = '8901260000000000001';
const PICTURE = { bcid: 'code128', text: ICCID, scale: 3, height: 12, paddingwidth: 20, paddingheight: 20 };

test('a picture can be dropped anywhere on the start page', async () => {
  const { page, context, complaints } = await app.open();
  const png = [...(await toBuffer(PICTURE))];
  const taken = await page.evaluate((bytes) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(bytes)], 'card.png', { type: 'image/png' }));
    const send = (type: string): boolean =>
      document
        .querySelector('.foot')
        ?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })) === false;
    return [send('dragover'), send('drop')];
  }, png);
  expect(taken).toEqual([true, true]);
  await page.locator('.result-what').waitFor();
  expect(await page.locator('.answer').textContent()).not.toContain(ICCID);
  expect(await page.locator('.card-over').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a picture can be pasted, and pasted text stays text', async () => {
  const { page, context } = await app.open();
  const png = [...(await toBuffer(PICTURE))];
  const sendPaste = (bytes: number[] | null): Promise<boolean> =>
    page.evaluate((own) => {
      const clipboardData = new DataTransfer();
      if (own) clipboardData.items.add(new File([new Uint8Array(own)], 'card.png', { type: 'image/png' }));
      else clipboardData.setData('text/plain', '+1 202 555 0143');
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      return document.querySelector('textarea')?.dispatchEvent(event) === false;
    }, bytes);
  expect(await sendPaste(null)).toBe(false);
  expect(await sendPaste(png)).toBe(true);
  await page.locator('.result-what').waitFor();
  expect(await page.locator('.answer').textContent()).not.toContain(ICCID);
  await context.close();
});

test('the questions for the carrier are copied as they stand; a browser that refuses is told about', async () => {
  const { page, context, visit } = await app.open({ draft: PLAN_DRAFT });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('/plan');
  const copy = page.getByRole('button', { name: en['web.plan.copy'], exact: true });
  await copy.click();
  await page.getByText(en['web.plan.copy.copied']).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [first = ''] = await page.locator('ol.asks > li').allInnerTexts();
  expect(copied.split('\n')[0]).toMatch(/^1\. .+\?$/);
  expect(first).toContain(copied.split('\n')[0]?.slice(3));
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await copy.click();
  await page.getByText(en['web.plan.copy.refused']).waitFor();
  await context.close();
});

test.each(['/', '/plan', '/questions/price', '/brands/t-mobile'])(
  'switching the language on %s moves neither the focus nor the page',
  async (hash) => {
    const { page, context, visit } = await app.open({ draft: PLAN_DRAFT, width: 360 });
    await visit(hash);
    await page.setViewportSize({ width: 360, height: 420 });
    const button = page.getByRole('button', { name: en['web.language.zh'] });
    await button.focus();
    await page.evaluate(() => window.scrollTo(0, 200));
    // As assistive technology presses a button: without bringing it into sight.
    await button.evaluate((element: HTMLElement) => element.click());
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
    await page.locator('main .busy').waitFor({ state: 'detached' });
    if (hash === '/plan') await page.locator('.hero-what', { hasText: zh['web.option.cancel'] }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(zh['web.language.zh']);
    // Lines of the other language are of another height; the browser keeps what was in sight.
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
    await context.close();
  },
);

test('the first screen of a phone says what, by when, for how much and how to reach whom', async () => {
  const { page, context, visit } = await app.open({ draft: PLAN_DRAFT, width: 360, language: 'zh', scheme: 'dark' });
  await visit('/plan');
  for (const part of ['.hero-what', '.hero-actOn time', '.hero-more strong', '.hero-reach .channel-value']) {
    const box = await page.locator(part).boundingBox();
    expect((box?.y ?? 9999) + (box?.height ?? 0), part).toBeLessThan(640);
  }
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(6000);
  expect(await page.locator('.hero-reach a').getAttribute('href')).toMatch(/^tel:\+1\d{10}$/);
  await context.close();
});

test('on paper: the plan and what is needed on the telephone, without what only a screen can do', async () => {
  const { page, context, visit } = await app.open({ draft: PLAN_DRAFT, width: 720, scheme: 'dark' });
  await visit('/plan');
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  for (const shown of ['.hero-what', '.needs > li', '.steps > li']) {
    expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
  }
  for (const hidden of ['.languages', '.no-print', '.folded-sources', '.foot']) {
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
  }
  await context.close();
});

test('at 320 px, and with letters twice as large, nothing has to be scrolled sideways', async () => {
  const { page, context, visit } = await app.open({ draft: PLAN_DRAFT, width: 320 });
  for (const hash of ['/', '/questions/place', '/questions/price', '/plan', '/brands', '/brands/t-mobile']) {
    await visit(hash);
    expect(await tooWide(page, 320), hash).toEqual([]);
  }
  await page.setViewportSize({ width: 640, height: 800 });
  for (const hash of ['/', '/questions/place', '/plan', '/brands/t-mobile']) {
    await visit(hash);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await tooWide(page, 640), hash).toEqual([]);
  }
  await context.close();
});

/** What sticks out of the page, named so that it can be found. */
function tooWide(page: Page, width: number): Promise<string[]> {
  return page.evaluate((limit) => {
    if (document.documentElement.scrollWidth <= limit) return [];
    const all = [...document.querySelectorAll('#root *')];
    return all
      .filter((element) => element.getBoundingClientRect().right > limit && !element.closest('.scrolls'))
      .slice(0, 5)
      .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 30)}`);
  }, width);
}
