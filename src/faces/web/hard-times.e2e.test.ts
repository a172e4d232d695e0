/** What goes wrong around the page: scripts that do not come, slow or missing answers, no storage, odd addresses. */
import type { Page, Route } from 'playwright-core';
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

const abort = (route: Route): Promise<void> => route.abort();

test('without its sentences the page says so in both languages, and loads again', async () => {
  const { page, context } = await app.open({
    before: (own) => own.route('**/assets/browser-*.js', abort),
    shows: '#not-loaded.shown',
    serviceWorker: false,
  });
  const text = await page.locator('#not-loaded').textContent();
  for (const own of [en, zh]) expect(text).toContain(own['web.notLoaded']);
  await page.unroute('**/assets/browser-*.js');
  await page.locator('#not-loaded a').click();
  await page.locator('h1').waitFor();
  expect(await page.locator('#not-loaded').isVisible()).toBe(false);
  await context.close();
});

test('a main script that never comes does not leave an empty page', async () => {
  const context = await app.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.route('**/assets/index-*.js', abort);
  await page.goto(app.server.url);
  const sentence = page.locator('#not-loaded');
  const moves = await sentence.evaluate((element) =>
    element.getAnimations().map((own) => own.effect?.getTiming().delay),
  );
  expect(moves).toEqual([8000]);
  await sentence.evaluate((element) => element.getAnimations()[0]?.finish());
  expect(await sentence.isVisible()).toBe(true);
  await context.close();
});

test('a part that does not come can be loaded again, and the answers are still there', async () => {
  const { page, context, visit } = await app.open({ draft: PLAN_DRAFT, serviceWorker: false });
  await page.route('**/assets/plan-*.js', abort);
  await page.goto(`${app.server.url}#/plan`);
  const alert = page.getByRole('alert').filter({ hasText: en['web.error.part'] });
  await alert.waitFor();
  await page.unroute('**/assets/plan-*.js');
  await alert.getByRole('button', { name: en['web.reload'] }).click();
  await page.locator('.hero').waitFor();
  await visit('/questions/price');
  expect(await page.getByLabel(en['web.f.monthlyUsd']).inputValue()).toBe('70.00');
  await context.close();
});

test('another language that does not come leaves this one and says so', async () => {
  let held = true;
  const { page, context } = await app.open({ serviceWorker: false });
  await page.route('**/assets/browser-*.js', (route) => (held ? route.abort() : route.continue()));
  await page.getByRole('button', { name: en['web.language.zh'] }).click();
  await page.getByText(en['web.language.failed']).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  held = false;
  await context.close();
});

test('a catalog that is slow shows that it is loading, one that fails can be asked again', async () => {
  let answer: (route: Route) => Promise<void> = abort;
  const { page, context } = await app.open({
    before: (own) => own.route('**/catalog/index.json', (route) => answer(route)),
    serviceWorker: false,
  });
  const alert = page.locator('.choose [role=alert]');
  await alert.waitFor();
  const held = Promise.withResolvers<void>();
  answer = async (route) => {
    await held.promise;
    await route.continue();
  };
  await alert.getByRole('button', { name: en['web.again'] }).click();
  const busy = page.getByRole('status').filter({ hasText: en['web.busy.catalog'] });
  await busy.waitFor();
  held.resolve();
  await page.getByRole('combobox').waitFor();
  expect(await busy.count()).toBe(0);
  await context.close();
});

test('without JavaScript the page says what it needs, in both languages', async () => {
  const context = await app.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(app.server.url);
  const text = await page.locator('body').textContent();
  for (const own of [en, zh]) expect(text).toContain(own['web.noscript']);
  expect(await page.locator('#not-loaded').isVisible()).toBe(false);
  await context.close();
});

test('without storage everything works for as long as the page is open', async () => {
  const { page, context, complaints } = await app.open({ before: noStorage });
  await page.getByRole('combobox').fill('t-mobile');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: en['web.chosen.go'] }).click();
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: en['web.q.next'] }).click();
  await page.getByRole('heading', { name: en['web.q.place'] }).waitFor();
  await page.getByRole('link', { name: en['web.q.skip'] }).click();
  await page.locator('.hero').waitFor();
  await page.getByRole('button', { name: en['web.language.zh'] }).click();
  await page.getByRole('heading', { level: 1, name: zh['web.plan.title'] }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test.each<[string, unknown]>([
  ['broken', '{"carrier":'],
  ['of a brand that is gone', { carrier: 'no-such-brand', answers: {} }],
  ['with answers of another kind', { carrier: 't-mobile', answers: { leavesOn: 7, codes: [null], keep: 'x' } }],
  ['with dates that do not exist', { carrier: 't-mobile', answers: { leaves: 'on', leavesOn: '2026-02-31' } }],
])('a stored draft %s leads on', async (_, draft) => {
  const { page, context, visit } = await app.open({ draft });
  await visit('/plan');
  // A plan, or a sentence that says what is wrong; in either case a way on.
  expect(await page.locator('main').getByRole('link').count()).toBeGreaterThan(0);
  expect(await page.locator('main').textContent()).not.toContain(en['web.error.internal']);
  await context.close();
});

test.each([
  ['/brands/no-such-brand', en['web.brand.none']],
  ['/brands/..%2F..%2Findex', en['web.brand.none']],
  ['/brands/%E0%A4%A', en['web.brand.none']],
  ['/brands/t-mobile/more', en['web.lost.title']],
  ['/plan/x', en['web.lost.title']],
  ['/plan', en['web.q.noBrand']],
  ['/questions/no-such-question', en['web.q.noBrand']],
])('%s says what is wrong and leads on', async (hash, title) => {
  const { page, context, visit, complaints } = await app.open();
  await visit(hash);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  expect(await page.locator('main').getByRole('link').count()).toBeGreaterThan(0);
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  await context.close();
});

test('two tabs keep two lines, and each page survives a reload', async () => {
  const { page, context, visit } = await app.open({ draft: PLAN_DRAFT });
  const other = await context.newPage();
  await other.goto(`${app.server.url}#/plan`);
  await other.getByRole('heading', { name: en['web.q.noBrand'] }).waitFor();
  for (const hash of ['/', '/questions/keep', '/plan', '/brands', '/brands/att']) {
    await visit(hash);
    const title = await page.title();
    await page.reload();
    await page.waitForFunction((before) => document.title === before, title);
    expect(new URL(page.url()).hash).toBe(`#${hash}`);
  }
  await context.close();
});

/** As a browser that refuses all storage: reading the property already throws. */
function noStorage(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }
  });
}
