/** The built web app in a browser, with everything recorded that must not happen. */
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Language } from '../../../locale/say.ts';
import { launchBrowser } from './browser.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

export const BUILT = join(import.meta.dirname, '../../../../dist/web');
/** A Tuesday morning in New York, evening in Shanghai. */
export const NOW = '2026-11-24T15:00:00Z';

export interface Look {
  language?: Language;
  scheme?: 'light' | 'dark';
  width?: number;
  /** Answers to begin with, as the tab's storage holds them. */
  draft?: unknown;
  zone?: string;
  /** Done before the page is opened: answers to hold back, storage to take away. */
  before?: (page: Page) => Promise<unknown>;
  /** What the page shows once it is there; a heading unless said otherwise. */
  shows?: string;
  /** Without it every request reaches the server, and what `before` arranges for it. */
  serviceWorker?: boolean;
  /** Cookies of a window that was signed in before. */
  signedIn?: Awaited<ReturnType<BrowserContext['storageState']>>;
}

export interface Opened {
  page: Page;
  context: BrowserContext;
  /** Requests to other places than the folder. */
  foreign: string[];
  /** What the console complains about: errors, refused styles and scripts. */
  complaints: string[];
  /** Goes to a hash and waits for the page there. */
  visit(hash: string): Promise<void>;
}

/** A browser and a file server for a whole test file. */
export async function startApp(): Promise<{
  server: StaticServer;
  browser: Browser;
  open(look?: Look): Promise<Opened>;
  stop(): Promise<void>;
}> {
  const [server, browser] = await Promise.all([serveFolder(BUILT, '/some/where/'), launchBrowser()]);
  return {
    server,
    browser,
    open: (look = {}) => openPage(browser, server.url, server.url, look),
    stop: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** A window at `first`, for an app whose pages all stand below `home`. */
export async function openPage(browser: Browser, home: string, first: string, look: Look): Promise<Opened> {
  const context = await browser.newContext({
    ...(look.signedIn ? { storageState: look.signedIn } : {}),
    locale: look.language === 'zh' ? 'zh-CN' : 'en-US',
    timezoneId: look.zone ?? 'America/New_York',
    colorScheme: look.scheme ?? 'light',
    viewport: { width: look.width ?? 1280, height: 800 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
    serviceWorkers: look.serviceWorker === false ? 'block' : 'allow',
  });
  const page = await context.newPage();
  const foreign: string[] = [];
  const complaints: string[] = [];
  const local = (url: string): boolean => url.startsWith(home) || url.startsWith('blob:') || url.startsWith('data:');
  context.on('request', (request) => {
    if (!local(request.url())) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.clock.setFixedTime(new Date(NOW));
  await page.addInitScript(
    (draft) => {
      if (draft && !sessionStorage.getItem('simoff.draft.1')) sessionStorage.setItem('simoff.draft.1', draft);
    },
    look.draft === undefined ? null : JSON.stringify(look.draft),
  );
  await look.before?.(page);
  await page.goto(first);
  await page.locator(look.shows ?? 'h1').waitFor();

  const visit = async (hash: string): Promise<void> => {
    await page.goto(`${home}#${hash}`);
    await page.locator('main h1').waitFor();
    await page.locator('main .busy').waitFor({ state: 'detached' });
  };
  return { page, context, foreign, complaints, visit };
}
