import { existsSync } from 'node:fs';
import { SimoffError } from '../../domain/errors.ts';

/** Where the usual systems keep them, the user's own first. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The browser named by SIMOFF_BROWSER or CHROMIUM, else an installed Chrome, Edge or Chromium. Throws `browser-missing`. */
export function findBrowser(env: Readonly<Record<string, string | undefined>>, platform = process.platform): string {
  const named = env.SIMOFF_BROWSER ?? env.CHROMIUM;
  const found = [...(named ? [named] : []), ...(PLACES[platform] ?? [])].find((path) => existsSync(path));
  if (!found || (named && found !== named)) throw new SimoffError('browser-missing', { named: named ?? '' });
  return found;
}
