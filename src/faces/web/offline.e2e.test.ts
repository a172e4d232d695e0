/** A static folder that needs no server once it was loaded, and little to load. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILT, startApp } from './testing/app.ts';

const FIRST_LOAD_BYTES = 150_000;

let app: Awaited<ReturnType<typeof startApp>>;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test('works without the server after the first load, pictures included', async () => {
  const own = await startApp();
  const { page, foreign } = await own.open({ draft: { carrier: 't-mobile', answers: { product: 'postpaid' } } });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await own.server.close();

  await page.reload();
  await page.locator('.why li').first().waitFor();
  await page.locator('textarea').fill('8901260000000000001');
  await page.locator('.candidate').first().waitFor();
  const { toBuffer } = await import('bwip-js/node');
  const buffer = await toBuffer({ bcid: 'qrcode', text: 'LPA:1$smdp.example.com$SECRET-ID', scale: 4, padding: 8 });
  await page.locator('input[type=file]').setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer });
  await page.locator('.answer').getByText('smdp.example.com').first().waitFor();
  expect(await page.locator('.answer').textContent()).not.toContain('SECRET-ID');
  for (const hash of ['#/questions', '#/plan', '#/brands', '#/brands/t-mobile']) {
    await page.goto(new URL(hash, page.url()).href);
    await page.locator('main h1').waitFor();
    await page.locator('main .busy').waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').allTextContents()).toEqual([]);
  }
  expect(foreign).toEqual([]);
  await own.browser.close();
});

test('everything is asked for below the folder, and the policy stands in the page', async () => {
  const { page, context, foreign } = await app.open();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).not.toContain('unsafe-inline');
  const html = readFileSync(join(BUILT, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
  expect(foreign).toEqual([]);
  await context.close();
});

test('the scripts of the first load stay small, packed as servers pack them', async () => {
  const context = await app.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url());
  });
  await page.goto(app.server.url);
  await page.getByRole('combobox').waitFor();
  await page.waitForLoadState('networkidle');
  const sizes = [...scripts].map((url) => gzipSync(readFileSync(join(BUILT, url.slice(app.server.url.length)))).length);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(FIRST_LOAD_BYTES);
  await context.close();
});
