/**
 * A Chromium for the browser tests: the one named by CHROMIUM, else (on Linux x64) the one that comes through npm, else an
 * installed Chrome, Chromium or Edge.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** A test talks to its own server only; these keep the browser itself from calling home. */
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--force-color-profile=srgb',
];
const UNPACKED = join(import.meta.dirname, '../../../../.tmp/chromium');
const CHANNELS = ['chrome', 'chromium', 'msedge'];

export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM names no file: ${named}`);
    return chromium.launch({ executablePath: named, args: ARGS });
  }
  if (process.platform === 'linux' && process.arch === 'x64') return bundled();
  return installed();
}

async function bundled(): Promise<Browser> {
  const executablePath = await unpack();
  return chromium.launch({ executablePath, args: ARGS });
}

/** The program itself, for tests that start it by themselves. */
export async function browserPath(): Promise<string> {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  if (process.platform === 'linux' && process.arch === 'x64') return unpack();
  throw new Error('set CHROMIUM to a browser');
}

/** Unpacks into the checkout: in the shared temporary folder it would belong to whoever ran the tests first. */
async function unpack(): Promise<string> {
  mkdirSync(UNPACKED, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = UNPACKED;
  try {
    const { default: sparticuz } = await import('@sparticuz/chromium');
    return await sparticuz.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

async function installed(): Promise<Browser> {
  for (const channel of CHANNELS) {
    const browser = await chromium.launch({ channel, args: ARGS }).catch(() => null);
    if (browser) return browser;
  }
  throw new Error(`no browser found: install Chrome, or set CHROMIUM to one (looked for ${CHANNELS.join(', ')})`);
}
