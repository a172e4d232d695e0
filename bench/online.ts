import { mergeFrames, readFrame } from '../src/adapters/browser-playwright/read-page.ts';
import { judge } from '../src/domain/online/judge.ts';
import type { OnlineGoal } from '../src/domain/online/types.ts';
import { launchBrowser } from '../src/faces/web/testing/browser.ts';

const SIZES = { small: 200_000, large: 5_000_000 } as const;
const ROUNDS = 15;
const GOAL: OnlineGoal = {
  purpose: 'cancel',
  carrier: { slug: 'acme', names: ['Acme'], officialDomains: [] },
  msisdn: '12025550143',
  marks: [],
  knownSteps: [],
  endOn: null,
  today: '2026-12-01',
  zone: 'America/New_York',
};

/**
 * From a loaded page to the control that is outlined (read and judged), on pages of 200 kB and 5 MB of markup: p50 and p95 in
 * milliseconds, and p50 as a ratio to playwright finding the one link by its role and its name, which it has to be told.
 */
export async function onlineCost(): Promise<Record<string, number>> {
  const browser = await launchBrowser();
  const result: Record<string, number> = {};
  try {
    const page = await browser.newPage();
    for (const [name, bytes] of Object.entries(SIZES)) {
      await page.setContent(pageOf(bytes));
      const own: number[] = [];
      const peer: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        own.push(
          await timed(async () => {
            const read = await page.evaluateHandle(readFrame, 0);
            const reading = await read.evaluate((own) => own.reading);
            const judged = judge(mergeFrames([reading], []), GOAL, { steps: [] });
            if (judged.control?.name !== 'Cancel service') throw new Error('the control was not found');
          }),
        );
        peer.push(await timed(() => page.getByRole('link', { name: 'Cancel service', exact: true }).count()));
      }
      result[`onlineP50Ms.${name}`] = percentile(own, 0.5);
      result[`onlineP95Ms.${name}`] = percentile(own, 0.95);
      result[`onlineRatio.${name}`] = Math.round((percentile(own, 0.5) / percentile(peer, 0.5)) * 100) / 100;
    }
  } finally {
    await browser.close();
  }
  return result;
}

/** A line's page with rows of an account's history behind it, as long as asked for. */
function pageOf(bytes: number): string {
  const row = (at: number): string =>
    `<tr class="row usage-row"><td>2026-11-${String((at % 28) + 1).padStart(2, '0')}</td><td>Data</td><td>${at} MB</td><td><a href="/usage/${at}">Details</a></td></tr>`;
  const rows: string[] = [];
  for (let size = 0, at = 0; size < bytes; at += 1) {
    rows.push(row(at));
    size += row(at).length;
  }
  return `<main><h1>Line (202) 555-0143</h1><ul><li><a href="/plan">Change plan</a></li><li><a href="/pause">Suspend service</a></li><li><a href="/end">Cancel service</a></li></ul><h2>Usage</h2><table>${rows.join('')}</table></main>`;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

function percentile(all: readonly number[], share: number): number {
  const sorted = [...all].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
