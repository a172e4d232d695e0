import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SimoffError } from '../../../domain/errors.ts';
import { loadMessages } from '../../../locale/messages.ts';
import { LANGUAGES, type Language, type Say, sayer } from '../../../locale/say.ts';
import type { PictureReader } from '../../../ports/picture.ts';
import { listen } from '../../http/server.ts';
import { instantOf, todayOf } from '../options.ts';
import { type Context, EXIT } from '../run.ts';

/** `serve [--port]`: the web app and its API on 127.0.0.1 until interrupted. Prints the address; with --json `{url, port}`. */
export async function serve(
  { io, say, options, answer }: Context,
  _args: string[],
  own: Record<string, unknown>,
): Promise<number> {
  const port = portOf(own.port);
  if (!existsSync(join(io.paths.web, 'index.html'))) await buildWeb(io, say);
  const says = Object.fromEntries(
    await Promise.all(LANGUAGES.map(async (language) => [language, sayer(language, await loadMessages(language))])),
  ) as Record<Language, Say>;
  let reader: Promise<PictureReader> | null = null;
  const pictures = (): Promise<PictureReader> => {
    reader ??= import('../../../adapters/picture-zxing/node.ts').then((module) =>
      module.nodePictureReader(io.paths.wasm),
    );
    return reader;
  };
  const store = await io.store(options.data);
  const fixed = options.now === undefined && options.today === undefined ? null : instantOf(options, io.now);
  const deps = {
    catalog: io.catalog(),
    pictures,
    says,
    now: fixed === null ? io.now : () => fixed,
    today: options.today === undefined ? null : todayOf(options, io.now),
    store: async () => store,
    pdf: io.pdf(),
    guided: async (url: string, carrier: string) => {
      const { openBrowser } = await import('../../../adapters/browser-playwright/browser.ts');
      const profile = join(io.dataDir(options.data), 'browser', carrier);
      return openBrowser({ url, cdp: null, headless: false, profile }, io.env);
    },
  };
  const running = await listen(deps, io.paths.web, port).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new SimoffError('port-taken', { port }, { cause });
  });
  answer(
    { url: running.url, port: running.port },
    () => `${say('cli.serve.running')}\n\n  ${running.url}\n\n${say('cli.serve.stop')}`,
  );
  if (own.open !== false && !options.json && process.stdout.isTTY) openBrowser(running.url);
  await interrupted();
  await running.close();
  await store.close();
  return EXIT.done;
}

function portOf(given: unknown): number {
  if (given === undefined) return 0;
  const port = Number(given);
  if (/^\d{1,5}$/.test(String(given)) && port <= 65_535) return port;
  throw new SimoffError('usage', { problem: 'invalidPort', named: '--port' });
}

/** From a checkout, the web app is built the first time it is asked for; the build prints its own progress. */
async function buildWeb(io: Context['io'], say: Say): Promise<void> {
  const script = join(io.paths.web, '../../scripts/build.ts');
  if (!existsSync(script)) throw new SimoffError('not-found', { what: 'web' });
  io.note(`${say('cli.serve.building')}\n`);
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new SimoffError('internal');
}

function openBrowser(url: string): void {
  const [command = 'xdg-open', ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
