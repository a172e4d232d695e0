import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { OpenAPIHono } from '@hono/zod-openapi';
import { echo, SimoffError } from '../../domain/errors.ts';
import { createApi } from './api.ts';
import { createCallApi } from './call-api.ts';
import { type CaseApiDeps, createCaseApi } from './case-api.ts';
import { answerError } from './errors.ts';
import { createFileApi } from './file-api.ts';
import { createGuard, type Guard } from './guard.ts';
import { closeRefused, securityHeaders } from './headers.ts';
import { sayOf } from './language.ts';
import { createOnlineApi } from './online-api.ts';
import { createSendApi } from './send-api.ts';

/** The whole local server as a Hono app: guarded API, its OpenAPI document, and the built web app from `webRoot`. */
export function createApp(deps: CaseApiDeps, guard: Guard, webRoot: string): OpenAPIHono {
  const app = new OpenAPIHono();
  const api = createApi(deps);
  api.route('/', createCaseApi(deps));
  api.route('/', createCallApi(deps));
  api.route('/', createFileApi(deps));
  api.route('/', createSendApi(deps));
  api.route('/', createOnlineApi(deps));
  app.use(securityHeaders, closeRefused);
  app.use(guard.host, guard.origin);
  app.get('/', guard.swap);
  app.get('/api/openapi.json', (c) =>
    c.json(
      api.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'simoff', version: '0.1.0' },
        servers: [{ url: '/api' }],
      }),
    ),
  );
  app.use('/api/*', guard.session);
  app.route('/api', api);
  app.use('*', serveStatic({ root: webRoot }));
  app.notFound((c) => {
    if (!c.req.path.startsWith('/api')) return c.text('404', 404);
    return answerError(c, new SimoffError('not-found', { what: echo(c.req.path, 80) }), sayOf(c, deps.says));
  });
  return app;
}

/** Listens on 127.0.0.1 only. Gives the address to open once. Rejects with EADDRINUSE where the port is taken. */
export function listen(
  deps: CaseApiDeps,
  webRoot: string,
  port: number,
): Promise<{ url: string; port: number; close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    let bound = port;
    const guard = createGuard(() => bound, deps.says);
    const app = createApp(deps, guard, webRoot);
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info: AddressInfo) => {
      bound = info.port;
      const close = (): Promise<void> => new Promise((done) => server.close(() => done()));
      resolve({ url: guard.openUrl(`http://127.0.0.1:${bound}`), port: bound, close });
    });
    server.once('error', reject);
  });
}
