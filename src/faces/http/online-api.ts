import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { planOnline } from '../../app/online/goal.ts';
import { type OnlineEnd, type OnlineState, runOnline, startAddress } from '../../app/online/run.ts';
import { SimoffError } from '../../domain/errors.ts';
import type { GuidedBrowser } from '../../ports/guided-browser.ts';
import { apiOf } from './api.ts';
import type { CaseApiDeps } from './case-api.ts';
import { sayOf } from './language.ts';
import { errors, json } from './routes.ts';
import * as schema from './schemas.ts';

/** One led browser: what it showed last, and how it ended. */
interface Run {
  browser: GuidedBrowser;
  last: OnlineState | null;
  end: OnlineEnd | 'running' | 'failed';
}

const caseParam = z.object({ case: z.string() });
const runView = z
  .looseObject({ running: z.boolean(), end: z.string().nullable(), state: z.looseObject({}).nullable() })
  .openapi('OnlineRun');

/** The led browser on this machine: started, looked at and stopped from the page of a case. One at a time. */
export function createOnlineApi(deps: CaseApiDeps): OpenAPIHono {
  const api = apiOf(deps);
  const runs = new Map<string, Run>();
  const viewOf = (run: Run | undefined) => ({
    running: run?.end === 'running',
    end: run && run.end !== 'running' ? run.end : null,
    state: run?.last ?? null,
  });
  const route = (method: 'get' | 'post' | 'delete', summary: string) =>
    createRoute({
      method,
      path: '/cases/{case}/online',
      summary,
      request: { params: caseParam, query: schema.languageQuery },
      responses: { 200: json('Where the led browser stands.', runView), ...errors },
    });

  api.openapi(route('get', 'What the led browser shows.'), (c) =>
    c.json(viewOf(runs.get(c.req.param('case'))) as never, 200),
  );
  api.openapi(route('post', "Open the user's own browser at the carrier's page and lead through it."), async (c) => {
    if (!deps.guided) throw new SimoffError('browser-missing', { named: '' });
    const own = { ...(await deps.store()), catalog: deps.catalog, now: deps.now(), today: deps.today };
    const plan = await planOnline(c.req.param('case'), own);
    const before = runs.get(plan.caseId);
    if (before?.end === 'running') return c.json(viewOf(before) as never, 200);
    const url = startAddress(null, plan.url);
    const browser = await deps.guided(url, plan.goal.carrier.slug);
    const run: Run = { browser, last: null, end: 'running' };
    runs.set(plan.caseId, run);
    runOnline(browser, {
      caseId: plan.caseId,
      goal: plan.goal,
      hosts: [...plan.goal.carrier.officialDomains, new URL(url).hostname],
      say: sayOf(c, deps.says),
      deps: {
        ...own,
        get now() {
          return deps.now();
        },
      },
      now: deps.now,
      tell: (state) => {
        run.last = state;
      },
    })
      .then((end) => {
        run.end = end;
      })
      .catch(() => {
        run.end = 'failed';
      })
      .finally(() => browser.close());
    return c.json(viewOf(run) as never, 200);
  });
  api.openapi(route('delete', 'Close the led browser; everything seen is kept.'), async (c) => {
    const run = runs.get(c.req.param('case'));
    await run?.browser.close();
    return c.json(viewOf(run) as never, 200);
  });
  return api;
}
