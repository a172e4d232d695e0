import { join } from 'node:path';
import { loadCase } from '../../../app/case/load.ts';
import { viewCase } from '../../../app/case/view.ts';
import { planOnline } from '../../../app/online/goal.ts';
import { type OnlineState, runOnline, startAddress } from '../../../app/online/run.ts';
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
      const started = url === null ? [] : [new URL(url).host];
      const hosts =
        start !== null || url === null
          ? url === null
            ? []
            : started
          : [...plan.goal.carrier.officialDomains, ...started];
      const fixed = options.now === undefined && options.today === undefined ? null : deps.now;
      const end = await runOnline(browser, {
        caseId: plan.caseId,
        goal: plan.goal,
        hosts: start !== null ? [] : hosts,
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
