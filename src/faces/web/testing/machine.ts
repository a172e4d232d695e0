/** The built web app as simoff itself serves it: with a store, opened from the printed address, as a person does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { jsonCatalog } from '../../../adapters/catalog-json/source.ts';
import { openStore } from '../../../adapters/store/open.ts';
import { loadMessages } from '../../../locale/messages.ts';
import { sayer } from '../../../locale/say.ts';
import type { CatalogSource } from '../../../ports/catalog.ts';
import type { Store } from '../../../ports/store.ts';
import { listen } from '../../http/server.ts';
import { BUILT, type Look, NOW, type Opened, openPage } from './app.ts';
import { launchBrowser } from './browser.ts';

export interface Machine {
  browser: Browser;
  /** The address of the page, without its token. */
  home: string;
  /** To look behind the page, and to put cases there. */
  store: Store;
  catalog: CatalogSource;
  /** A signed-in window: the first by the printed address, the others with its cookie. */
  open(look?: Look): Promise<Opened>;
  /** Deletes every case, and sets the clock back to `NOW`. */
  clear(): Promise<void>;
  /** The day and hour simoff reckons with; `NOW` at first. Windows that are open keep theirs. */
  setNow(instant: string): void;
  stop(): Promise<void>;
}

/** simoff with an empty data folder, and a browser. */
export async function startMachine(): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), 'simoff-machine-'));
  const store = await openStore({ dataDir: folder });
  const [en, zh] = await Promise.all([loadMessages('en'), loadMessages('zh')]);
  const catalog = jsonCatalog(join(BUILT, 'catalog'));
  let now = NOW;
  const deps = {
    catalog,
    pictures: () => Promise.reject(new Error('no picture is read here')),
    says: { en: sayer('en', en), zh: sayer('zh', zh) },
    now: () => now,
    store: async () => store,
    today: null,
  };
  const [running, browser] = await Promise.all([listen(deps, BUILT, 0), launchBrowser()]);
  const home = `${new URL(running.url).origin}/`;
  let signedIn: Look['signedIn'];
  return {
    browser,
    home,
    store,
    catalog,
    open: async (look = {}) => {
      const opened = await openPage(browser, home, signedIn ? home : running.url, {
        ...look,
        ...(signedIn ? { signedIn } : {}),
      });
      signedIn ??= await opened.context.storageState();
      return opened;
    },
    clear: async () => {
      now = NOW;
      for (const id of await store.log.list()) await store.log.delete(id);
    },
    setNow: (instant) => {
      now = instant;
    },
    stop: async () => {
      await browser.close();
      await running.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A line that is to be cancelled, with nothing else to be done first. */
export const SITUATION = {
  line: {
    carrier: 't-mobile',
    product: 'postpaid',
    msisdn: '+12025550143',
    simType: 'esim',
    monthlyUsd: '70.00',
    cycleDay: 12,
  },
  leavesOn: '2026-12-20',
  number: { keep: 'no', codesStillSentHere: [] },
};

/** A case through the API of the page, as another program would open it; its id. */
export function openCase(
  page: Page,
  situation: unknown = SITUATION,
  choose: string | null = 'cancel',
): Promise<string> {
  return page.evaluate(
    async ([given, option]) => {
      const send = async (path: string, body: unknown) => {
        const headers = { 'content-type': 'application/json' };
        const response = await fetch(`./api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
        if (!response.ok) throw new Error(await response.text());
        return response.json();
      };
      const { case: id } = await send('/cases', given);
      if (option) await send(`/cases/${id}/decide`, { choose: option });
      return id as string;
    },
    [situation, choose] as const,
  );
}
