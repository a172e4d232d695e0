import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { callCase, endCall } from '../../app/case/call.ts';
import { LIMITS } from '../../domain/limits.ts';
import { apiOf, jsonOnly, tooLarge } from './api.ts';
import type { CaseApiDeps } from './case-api.ts';
import { sayOf } from './language.ts';
import { errors, json } from './routes.ts';
import * as schema from './schemas.ts';

const caseParam = z.object({ case: z.string() });
const endBody = z.object({
  at: z.string().nullish().openapi({ description: 'When the call began: ISO 8601 instant or YYYY-MM-DD; absent: now' }),
  asked: z.boolean().optional().openapi({ description: 'The option chosen was asked for on this call' }),
  set: z
    .record(z.string(), z.string())
    .optional()
    .openapi({ example: { agentName: 'Ann', outcome: 'promised', promisedEndDate: '2026-12-11' } }),
});
const callView = z.looseObject({ case: z.string(), numbers: z.array(z.looseObject({})) }).openapi('Call');

/** The call to a carrier: what to dial and say, and what came of it; the same use cases as `call`. */
export function createCallApi(deps: CaseApiDeps): OpenAPIHono {
  const api = apiOf(deps);
  api.use('/cases/:case/call', tooLarge(deps, LIMITS.httpBodyBytes));
  api.use('/cases/:case/call', jsonOnly(deps.says));
  const own = async () => ({ ...(await deps.store()), catalog: deps.catalog, now: deps.now(), today: deps.today });

  api.openapi(
    createRoute({
      method: 'get',
      path: '/cases/{case}/call',
      summary: 'Whom to dial from where the user is, what to say, and what to answer.',
      request: { params: caseParam, query: schema.languageQuery },
      responses: { 200: json('The call.', callView), ...errors },
    }),
    async (c) => {
      const { language } = sayOf(c, deps.says);
      c.header('Cache-Control', 'no-store');
      return c.json((await callCase(c.req.param('case'), deps.says, language, await own())) as never, 200);
    },
  );
  return api.openapi(
    createRoute({
      method: 'post',
      path: '/cases/{case}/call',
      summary: 'Record a call that is over; the answer holds the message that puts in writing what was said.',
      request: {
        params: caseParam,
        query: schema.languageQuery,
        body: { required: true, content: { 'application/json': { schema: endBody } } },
      },
      responses: { 200: json('What was written, and the message to send.', schema.recorded), ...errors },
    }),
    async (c) => {
      const { at, asked, set } = c.req.valid('json');
      const end = { at: at ?? null, asked: asked === true, set: set ?? {}, files: [] };
      c.header('Cache-Control', 'no-store');
      const ended = await endCall(c.req.param('case'), end, deps.says, sayOf(c, deps.says), await own());
      return c.json(ended as never, 200);
    },
  );
}
