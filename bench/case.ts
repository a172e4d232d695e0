import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonCatalog } from '../src/adapters/catalog-json/source.ts';
import { openStore } from '../src/adapters/store/open.ts';
import type { CaseDeps } from '../src/app/case/deps.ts';
import { listCases } from '../src/app/case/list.ts';
import { loadCase } from '../src/app/case/load.ts';
import { viewCase } from '../src/app/case/view.ts';
import { canonical, chained, EMPTY_HEAD } from '../src/domain/case/chain.ts';
import type { NewEvent } from '../src/domain/case/events.ts';
import type { Situation } from '../src/domain/case/situation.ts';
import { loadMessages } from '../src/locale/messages.ts';
import { sayer } from '../src/locale/say.ts';

const CASES = 10_000;
const LONG_CASE = 5000;
const CARRIERS = ['t-mobile', 'att', 'mint-mobile', 'tello', 'airalo'];
const AT = '2026-12-01T15:00:00.000Z';

/**
 * What a person waits for: `cases` over 10,000 of them and `show` of a case of 5,000 events, from the store to the sentences;
 * the second also as a ratio to parsing the same events as JSON. Times in milliseconds. The catalog has to be built.
 */
export async function caseCost(root: string): Promise<Record<string, number>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'simoff-bench-'));
  const store = await openStore({ dataDir });
  try {
    const catalog = jsonCatalog(join(root, 'dist/catalog'));
    const deps: CaseDeps = { ...store, catalog, now: AT, today: null };
    const say = sayer('en', await loadMessages('en'));
    for (let count = 0; count < CASES; count += 1) {
      const id = `bench${String(count).padStart(6, '0')}`;
      await store.log.append(id, EMPTY_HEAD, chained(id, EMPTY_HEAD, [told(count)], AT));
    }
    await store.log.append('long', EMPTY_HEAD, chained('long', EMPTY_HEAD, [told(0), ...notes(LONG_CASE - 1)], AT));
    const casesListedMs = await timed(() => listCases(deps, say));
    const caseShownMs = await timed(async () => viewCase(await loadCase('long', deps), say));
    const texts = ((await store.log.read('long'))?.events ?? []).map(canonical);
    const parseMs = await timed(async () => texts.map((text) => JSON.parse(text)));
    return { casesListedMs, caseShownMs, caseShownRatio: Math.round((caseShownMs / parseMs) * 10) / 10 };
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function told(count: number): NewEvent {
  const line = { carrier: CARRIERS[count % CARRIERS.length] ?? '', msisdn: '+12025550143', monthlyUsd: '20.00' };
  return { type: 'situation-recorded', at: AT, on: '2026-12-01', data: { situation: { line } as Situation } };
}

function notes(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, place) => ({
    type: 'note-added',
    at: AT,
    on: '2026-12-01',
    data: { note: `Note ${place}` },
  }));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round((performance.now() - started) * 10) / 10;
}
