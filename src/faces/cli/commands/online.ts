import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chooseOption } from '../../../app/case/choose.ts';
import { loadCase } from '../../../app/case/load.ts';
import { openCase } from '../../../app/case/open.ts';
import { viewCase } from '../../../app/case/view.ts';
import { planOnline } from '../../../app/online/goal.ts';
import { type OnlineState, runOnline, startAddress } from '../../../app/online/run.ts';
import { SimoffError } from '../../../domain/errors.ts';
import type { GuidedBrowser } from '../../../ports/guided-browser.ts';
import { renderNext } from '../render-case.ts';
import { type Context, EXIT } from '../run.ts';
import { wrap } from '../wrap.ts';
import { withStore } from './case.ts';

/**
 * `online CASE [--start URL] [--cdp URL] [--headless] [--json]`: leads through the carrier's own pages in the user's browser, and
 * keeps what they show. With `--json` one line for each state. Exit 0 at the end page, at a stop, and when the window is closed.
 */
export async function online(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const { io, say, options } = context;
  if (own.practice !== undefined) return practise(context, own);
  if (args[0] === undefined) throw new SimoffError('usage', { problem: 'missingArgument', named: 'case' });
  return withStore(context, async (deps) => {
    const plan = await planOnline(args[0] ?? '', deps);
    const start = typeof own.start === 'string' ? own.start : null;
    const cdp = typeof own.cdp === 'string' ? own.cdp : null;
    const url = cdp !== null && start === null ? null : startAddress(start, plan.url);
    const { openBrowser } = await import('../../../adapters/browser-playwright/browser.ts');
    const profile = join(io.dataDir(options.data), 'browser', plan.goal.carrier.slug);
    const browser = await openBrowser({ url, cdp, headless: own.headless === true, profile }, io.env);
    const stop = interruptible(browser);
    const tell = (state: OnlineState): void =>
      options.json ? io.out(`${JSON.stringify(state)}\n`) : io.out(`${rendered(state)}\n\n`);
    try {
      const hosts = url === null ? [] : [...plan.goal.carrier.officialDomains, new URL(url).hostname];
      const fixed = options.now === undefined && options.today === undefined ? null : deps.now;
      const end = await runOnline(browser, {
        caseId: plan.caseId,
        goal: plan.goal,
        hosts,
        say,
        deps: {
          ...deps,
          get now() {
            return fixed ?? io.now();
          },
        },
        now: () => fixed ?? io.now(),
        tell,
      });
      if (end !== 'done') io.note(`${wrap(say(`online.end.${end}`, { command: `simoff online ${plan.caseId}` }))}\n`);
      if (!options.json) io.out(`${renderNext(viewCase(await loadCase(plan.caseId, deps), say), say)}\n`);
      return EXIT.done;
    } finally {
      stop();
      await browser.close();
    }
  });

  function rendered({ sentence, control, controls, traps, url }: OnlineState): string {
    const marks = control === null ? controls : [control];
    return [
      wrap(sentence),
      `  ${url}`,
      ...marks.map(({ role, name, text }) => wrap(`${role}: ${name || text}`, '  → ')),
      ...traps.map((trap) => wrap(trap.sentence, '  ! ')),
    ].join('\n');
  }
}

/** Ctrl-C closes the browser; the run then ends by itself, with everything kept. */
function interruptible(browser: GuidedBrowser): () => void {
  const close = (): void => void browser.close();
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
  return () => {
    process.off('SIGINT', close);
    process.off('SIGTERM', close);
  };
}

/** What `sandbox/portal/portal.ts` gives; it is there in a checkout only, so it is loaded by its address. */
interface Practice {
  startPortals(options: { now: () => string }): Promise<{
    sites: { id: string; name: string; url: string; user: string; password: string; line: { msisdn: string } }[];
    code(id: string): string | null;
    stop(): Promise<void>;
  }>;
}

/** `online --practice [SITE]`: an invented carrier on this machine and a case that is thrown away, to try it out. */
async function practise(context: Context, own: Record<string, unknown>): Promise<number> {
  const { io, say, options } = context;
  const portal = join(import.meta.dirname, '../../../../sandbox/portal/portal.ts');
  if (!io.exists(portal)) throw new SimoffError('practice-missing');
  const { startPortals } = (await import(pathToFileURL(portal).href)) as Practice;
  const portals = await startPortals({ now: io.now });
  const folder = mkdtempSync(join(tmpdir(), 'simoff-practice-'));
  const site = portals.sites.find(({ id }) => id === own.practice) ?? portals.sites[0];
  const telling = setInterval(() => tellCode(), 500);
  let told: string | null = null;
  const tellCode = (): void => {
    const code = site ? portals.code(site.id) : null;
    if (code !== null && code !== told) io.note(`${say('online.practice.code', { code })}\n`);
    told = code;
  };
  try {
    if (!site) return EXIT.done;
    const inner: Context = { ...context, options: { ...options, data: folder } };
    const situation = {
      line: { carrier: 't-mobile', product: 'postpaid', msisdn: `+1${site.line.msisdn}` },
      number: { keep: 'no', codesStillSentHere: [] },
    };
    const id = await withStore(inner, async (deps) => {
      const { read } = await openCase(situation, deps, say);
      await chooseOption(read.case, 'cancel', null, deps, say);
      return read.case;
    });
    const { name, user, password } = site;
    const others = portals.sites.map((one) => one.id).join(', ');
    io.note(`${wrap(say('online.practice.begin', { name, user, password, number: site.line.msisdn, others }))}\n\n`);
    return await online(inner, [id], { ...own, practice: undefined, start: site.url });
  } finally {
    clearInterval(telling);
    await portals.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
