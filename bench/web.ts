import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../src/faces/web/testing/browser.ts';
import { serveFolder } from '../src/faces/web/testing/static-server.ts';

const ROUNDS = 7;
const DRAFT = {
  carrier: 't-mobile',
  answers: { product: 'postpaid', monthlyUsd: '70.00', cycleDay: '12', needsServiceUntil: '2030-01-01', keep: 'no' },
};

/**
 * Script the start page loads before it can be used (gzip, kB), and the median of milliseconds from opening the app cold, in a
 * new browser profile, until the plan of a saved draft stands.
 */
export async function webCost(root: string): Promise<{ firstLoadScriptKb: number; timeToPlanMs: number }> {
  const dist = join(root, 'dist/web');
  const [server, browser] = await Promise.all([serveFolder(dist), launchBrowser()]);
  const times: number[] = [];
  const scripts = new Set<string>();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      const page = await context.newPage();
      if (round === 0) await firstLoad(page, server.url, scripts);
      await page.addInitScript((draft) => sessionStorage.setItem('simoff.draft.1', draft), JSON.stringify(DRAFT));
      const started = performance.now();
      await page.goto(`${server.url}?round=${round}#/plan`);
      await page.locator('.hero').waitFor();
      times.push(performance.now() - started);
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  const bytes = [...scripts].reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, 'assets', name))).length, 0);
  const median = times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
  return { firstLoadScriptKb: Math.round(bytes / 100) / 10, timeToPlanMs: Math.round(median) };
}

async function firstLoad(page: Page, url: string, scripts: Set<string>): Promise<void> {
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js') && pathname.includes('/assets/')) scripts.add(basename(pathname));
  });
  await page.goto(url);
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle');
  page.removeAllListeners('response');
}
