/**
 * A Chromium for the browser tests: the one named by CHROMIUM, else (on Linux x64) the one that comes through npm, else an
 * installed Chrome, Chromium or Edge.
 */
import { existsSync } from 'node:fs';
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
  const { default: sparticuz } = await import('@sparticuz/chromium');
  const executablePath = await sparticuz.executablePath();
  return chromium.launch({ executablePath, args: ARGS });
}

async function installed(): Promise<Browser> {
  for (const channel of CHANNELS) {
    const browser = await chromium.launch({ channel, args: ARGS }).catch(() => null);
    if (browser) return browser;
  }
  throw new Error(`no browser found: install Chrome, or set CHROMIUM to one (looked for ${CHANNELS.join(', ')})`);
}
