import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../src/faces/web/testing/browser.ts';
import { serveFolder } from '../src/faces/web/testing/static-server.ts';

const ROUNDS = 5;

/** First-load script of the built web app (gzip), and milliseconds from opening the start page cold until the plan of a saved situation stands. */
export async function webCost(root: string): Promise<{ firstLoadScriptKb: number; timeToPlanMs: number }> {
  const dist = join(root, 'dist/web');
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="\.\/([^"]+\.js)"/g)].map(
    (match) => match[1] ?? '',
  );
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path))).length, 0);
  return { firstLoadScriptKb: Math.round(bytes / 102.4) / 10, timeToPlanMs: await timeToPlan(dist) };
}

async function timeToPlan(dist: string): Promise<number> {
  const server = await serveFolder(dist);
  const browser = await launchBrowser();
  const times: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const started = performance.now();
      await page.goto(`${server.url}#/plan?carrier=t-mobile&product=postpaid`);
      await page.getByTestId('recommended').waitFor();
      times.push(performance.now() - started);
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN);
}
