import { randomUUID } from 'node:crypto';
import { type BrowserContext, chromium, type Frame, type JSHandle, type Page } from 'playwright-core';
import { SimoffError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';
import { plainText } from '../../domain/online/label.ts';
import type { BrowserStart, GuidedBrowser, Proof, Seen, Shown } from '../../ports/guided-browser.ts';
import { findBrowser } from './find-browser.ts';
import { blank, listen, makeOverlay, type Overlay, type Told } from './in-page.ts';
import { type FrameRead, mergeFrames, readFrame } from './read-page.ts';
import { plainAddress, type SecretMark, scrubbed } from './secrets.ts';

/** Keep the browser itself from calling home: only the carrier's pages are asked for. */
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-features=OptimizationHints,MediaRouter,Translate',
];
/** A page is settled when nothing has changed for this long, or when it never rests. Milliseconds. */
const QUIET_MS = 260;
const RESTLESS_MS = 2_500;
const BEAT_MS = 70;

/**
 * Opens a browser of its own (the user's Chrome, Edge or Chromium, in a profile of its own) or attaches to one. Throws
 * `browser-missing`, `browser-failed`, `cdp-address`.
 */
export async function openBrowser(
  start: BrowserStart,
  env: Readonly<Record<string, string | undefined>>,
): Promise<GuidedBrowser> {
  const { context, close } = start.cdp === null ? await launched(start, env) : await attached(start.cdp);
  const guide = new Guide(context, close);
  await guide.begin(start.url);
  return guide;
}

interface Running {
  context: BrowserContext;
  close: () => Promise<void>;
}

async function launched(
  { headless, profile }: BrowserStart,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Running> {
  const executablePath = findBrowser(env);
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless,
      viewport: headless ? { width: 1280, height: 900 } : null,
      args: [...ARGS, ...root],
    });
    return { context, close: () => context.close() };
  } catch (cause) {
    throw new SimoffError(
      'browser-failed',
      { reason: plainText(String((cause as Error).message)).slice(0, 200) },
      { cause },
    );
  }
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

async function attached(cdp: string): Promise<Running> {
  const url = URL.parse(cdp);
  if (!url || !LOOPBACK.test(url.hostname)) throw new SimoffError('cdp-address');
  try {
    const browser = await chromium.connectOverCDP(cdp, { noDefaults: true } as never);
    const context = browser.contexts()[0] ?? (await browser.newContext());
    return { context, close: () => browser.close() };
  } catch (cause) {
    throw new SimoffError(
      'browser-failed',
      { reason: plainText(String((cause as Error).message)).slice(0, 200) },
      { cause },
    );
  }
}

class Guide implements GuidedBrowser {
  private readonly context: BrowserContext;
  private readonly closing: () => Promise<void>;
  private readonly tellName = `_${randomUUID().replaceAll('-', '')}`;
  private readonly marks: SecretMark[] = [];
  private pages: Page[] = [];
  private changedAt = 0;
  private readAt = 0;
  private changes = 0;
  private seenChanges = -1;
  private clicked: string | null = null;
  private isGone = false;
  private isStopped = false;
  private reads = new Map<number, { frame: Frame; handle: JSHandle<FrameRead> }>();
  private overlays = new Map<Frame, JSHandle<Overlay>>();
  private page: Page | null = null;

  constructor(context: BrowserContext, closing: () => Promise<void>) {
    this.context = context;
    this.closing = closing;
  }

  async begin(url: string | null): Promise<void> {
    this.context.on('close', () => {
      this.isGone = true;
    });
    this.context.browser()?.on('disconnected', () => {
      this.isGone = true;
    });
    this.context.on('page', (page) => this.follow(page));
    await this.context.exposeBinding(this.tellName, (_source, told: Told) => this.hear(told));
    await this.context.addInitScript(listen, this.tellName);
    const first = this.context.pages().at(-1) ?? (await this.context.newPage());
    for (const page of this.context.pages()) this.follow(page);
    if (url !== null) await first.goto(url, { waitUntil: 'domcontentloaded' }).catch(() => undefined);
    else await first.evaluate(listen, this.tellName).catch(() => undefined);
    this.touch();
  }

  private follow(page: Page): void {
    if (this.pages.includes(page)) return;
    this.pages.push(page);
    page.on('close', () => {
      this.pages = this.pages.filter((own) => own !== page);
      this.touch();
    });
    page.on('framenavigated', () => this.touch());
    page.on('load', () => this.touch());
    page.on('crash', () => this.touch());
    this.touch();
  }

  private touch(): void {
    this.changedAt = Date.now();
    this.changes += 1;
  }

  private hear(told: Told): void {
    if (told.what === 'change') this.touch();
    if (told.what === 'click') {
      this.clicked = told.label || this.clicked;
      this.touch();
    }
    if (told.what === 'secret' && this.marks.length < LIMITS.onlineSecrets) {
      if (!this.marks.some(({ hash, length }) => hash === told.hash && length === told.length)) {
        this.marks.push({ length: told.length, hash: told.hash });
      }
    }
  }

  /** The newest window that shows a page. */
  private active(): Page | null {
    const open = this.pages.filter((page) => !page.isClosed());
    return open.findLast((page) => page.url() !== 'about:blank') ?? open.at(-1) ?? null;
  }

  async next(): Promise<Seen | null> {
    for (;;) {
      if (this.isGone || this.pages.length === 0) {
        this.isGone = true;
        return null;
      }
      if (await this.wasStopped()) {
        this.isStopped = true;
        return null;
      }
      const now = Date.now();
      const due = this.changes !== this.seenChanges;
      if (due && (now - this.changedAt >= QUIET_MS || now - this.readAt >= RESTLESS_MS)) {
        this.seenChanges = this.changes;
        this.readAt = now;
        const snapshot = await this.read();
        if (snapshot) {
          const { clicked } = this;
          this.clicked = null;
          return { snapshot, clicked };
        }
        this.touch();
      }
      await new Promise((done) => setTimeout(done, BEAT_MS));
    }
  }

  private async wasStopped(): Promise<boolean> {
    const panel = this.page && this.overlays.get(this.page.mainFrame());
    if (!panel) return false;
    return panel.evaluate((own) => own.stopped()).catch(() => false);
  }

  private async read(): Promise<Seen['snapshot'] | null> {
    const page = this.active();
    if (!page) return null;
    this.page = page;
    this.reads.clear();
    const unread: string[] = [];
    const readings: FrameRead['reading'][] = [];
    const frames = page.frames().slice(0, LIMITS.onlineFrames);
    for (const [at, frame] of frames.entries()) {
      try {
        if (at > 0 && !(await isShown(frame))) continue;
        const handle = await limited(frame.evaluateHandle(readFrame, at));
        readings.push(await handle.evaluate(({ reading }) => reading));
        this.reads.set(at, { frame, handle });
      } catch {
        if (at === 0) return null;
        unread.push(plainAddress(frame.url()));
      }
    }
    const merged = mergeFrames(readings, unread);
    return { ...merged, text: scrubbed(merged.text, this.marks), url: plainAddress(merged.url) };
  }

  async show({ step, sentence, traps, words, language, outline }: Shown): Promise<void> {
    const byFrame = new Map<Frame, number[]>();
    for (const id of outline) {
      const [frame = 0, place = 0] = id.split(':').map(Number);
      const read = this.reads.get(frame);
      if (read) byFrame.set(read.frame, [...(byFrame.get(read.frame) ?? []), place]);
    }
    for (const [at, { frame, handle }] of this.reads) {
      const places = byFrame.get(frame) ?? [];
      if (at > 0 && places.length === 0 && !this.overlays.has(frame)) continue;
      const panel =
        at === 0 ? { step, sentence, traps, title: words.title, stop: words.stop, fold: words.fold, language } : null;
      try {
        const overlay = await this.overlayOf(frame);
        await frame.evaluate(
          ([own, read, view, which]) =>
            own.show(
              view,
              which.flatMap((place) => read.elements[place] ?? []),
            ),
          [overlay, handle, { panel }, places] as const,
        );
      } catch {
        // The page went on meanwhile; the next state is shown on its own.
        this.overlays.delete(frame);
      }
    }
  }

  private async overlayOf(frame: Frame): Promise<JSHandle<Overlay>> {
    const known = this.overlays.get(frame);
    if (known && (await known.evaluate((own) => typeof own.stopped === 'function').catch(() => false))) return known;
    const made = await frame.evaluateHandle(makeOverlay);
    this.overlays.set(frame, made);
    return made;
  }

  async proof(): Promise<Proof | null> {
    const { page } = this;
    if (!page || page.isClosed()) return null;
    const undone: (() => Promise<unknown>)[] = [];
    try {
      for (const { frame } of this.reads.values()) {
        const overlay = this.overlays.get(frame);
        await overlay?.evaluate((own) => own.hide(true)).catch(() => undefined);
        if (overlay) undone.push(() => overlay.evaluate((own) => own.hide(false)));
        const back = await frame.evaluateHandle(blank, { secrets: this.marks });
        undone.push(() => back.evaluate((undo) => undo()));
      }
      const size = await page.evaluate(() => ({
        width: innerWidth,
        height: Math.max(innerHeight, document.documentElement.scrollHeight),
      }));
      const whole = size.height <= LIMITS.onlinePicturePixels;
      const clip = { x: 0, y: 0, width: size.width, height: LIMITS.onlinePicturePixels };
      const picture = await page.screenshot({
        fullPage: true,
        animations: 'disabled',
        caret: 'hide',
        timeout: 10_000,
        ...(whole ? {} : { clip }),
      });
      const texts = await Promise.all(
        [...this.reads.values()].map(({ handle }) => handle.evaluate(({ reading }) => reading.text)),
      );
      return {
        picture: new Uint8Array(picture),
        text: scrubbed(texts.join('\n\n'), this.marks),
        title: scrubbed(await page.title(), this.marks),
        url: plainAddress(page.url()),
      };
    } catch {
      return null;
    } finally {
      for (const undo of undone) await undo().catch(() => undefined);
      // Hiding and blanking are changes of our own.
      await new Promise((done) => setTimeout(done, 120));
      if (Date.now() - this.changedAt < 400) this.seenChanges = this.changes;
    }
  }

  ended(): 'stopped' | 'gone' {
    return this.isStopped ? 'stopped' : 'gone';
  }

  async close(): Promise<void> {
    await this.closing().catch(() => undefined);
  }
}

/** A frame nobody sees says nothing. */
async function isShown(frame: Frame): Promise<boolean> {
  const element = await frame.frameElement();
  return element.isVisible();
}

/** A page that hangs is not waited for. */
function limited<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), LIMITS.onlineReadMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
