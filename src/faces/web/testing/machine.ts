/** The built web app as simoff itself serves it: with a store, opened from the printed address, as a person does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { jsonCatalog } from '../../../adapters/catalog-json/source.ts';
import { openStore } from '../../../adapters/store/open.ts';
import { loadMessages } from '../../../locale/messages.ts';
import { sayer } from '../../../locale/say.ts';
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
  /** A signed-in window: the first by the printed address, the others with its cookie. */
  open(look?: Look): Promise<Opened>;
  /** The day and hour simoff reckons with; `NOW` at first. Windows that are open keep theirs. */
  setNow(instant: string): void;
  stop(): Promise<void>;
}

/** simoff with an empty data folder, and a browser. */
export async function startMachine(): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), 'simoff-machine-'));
  const store = await openStore({ dataDir: folder });
  const [en, zh] = await Promise.all([loadMessages('en'), loadMessages('zh')]);
  let now = NOW;
  const deps = {
    catalog: jsonCatalog(join(BUILT, 'catalog')),
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
    open: async (look = {}) => {
      const opened = await openPage(browser, home, signedIn ? home : running.url, {
        ...look,
        ...(signedIn ? { signedIn } : {}),
      });
      signedIn ??= await opened.context.storageState();
      return opened;
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
