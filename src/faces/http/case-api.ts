import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { recordedView } from '../../app/case/answers.ts';
import { chooseOption, decideCase } from '../../app/case/choose.ts';
import type { CaseDeps } from '../../app/case/deps.ts';
import { deleteCases, listCases } from '../../app/case/list.ts';
import { loadCase } from '../../app/case/load.ts';
import { openCase } from '../../app/case/open.ts';
import { recordEvent, undoEvent, type Wrote } from '../../app/case/record.ts';
import { revealer } from '../../app/case/reveal.ts';
import { tellAnew, tellMore } from '../../app/case/tell.ts';
import { viewCase } from '../../app/case/view.ts';
import type { ConfirmDeps } from '../../app/confirm/types.ts';
import { SimoffError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';
import type { Say } from '../../locale/say.ts';
import type { GuidedBrowser } from '../../ports/guided-browser.ts';
import type { PdfMaker } from '../../ports/pdf.ts';
import type { Store } from '../../ports/store.ts';
import { type ApiDeps, apiOf, jsonOnly, tooLarge } from './api.ts';
import { givenOf } from './body.ts';
import { sayOf } from './language.ts';
import { preparedAnswer } from './prepared.ts';
import { errors, json } from './routes.ts';
import * as schema from './schemas.ts';

export interface CaseApiDeps extends ApiDeps {
  /** Opened at the first call, and kept open while the server runs. */
  store: () => Promise<Store>;
  /** What makes PDFs; absent: none are made. */
  pdf?: PdfMaker;
  /** Opens the user's browser at an address, in the profile of that carrier; absent: none can be driven. */
  guided?: (url: string, carrier: string) => Promise<GuidedBrowser>;
  /** What judges an answer of a carrier; absent: this machine's DNS, mail and PDF readers. */
  readers?: Pick<ConfirmDeps, 'dns' | 'mails' | 'pdf'>;
  /** The calendar date to reckon with; null: the one the clock shows. */
  today: string | null;
}

const caseParam = z.object({ case: z.string() });
const body = <T extends z.ZodType>(content: T) => ({
  body: { required: true, content: { 'application/json': { schema: content } } },
});
const eventBody = z.object({
  event: z.string().openapi({ example: 'confirmation-accepted' }),
  at: z.string().nullish().openapi({ description: 'ISO 8601 instant or YYYY-MM-DD; absent: now' }),
  set: z
    .record(z.string(), z.string())
    .optional()
    .openapi({ example: { effectiveDate: '2026-12-11' } }),
});

/** The routes of a person's cases: the same use cases as the command line, the same answers as its `--json`. */
export function createCaseApi(deps: CaseApiDeps) {
  const api = apiOf(deps);
  api.use('/cases/:case/record', tooLarge(deps, LIMITS.attachmentBytes * 2));
  for (const path of ['/cases', '/cases/:case/situation']) api.use(path, tooLarge(deps, LIMITS.situationBytes));
  for (const path of ['/cases', '/cases/:case/situation', '/cases/:case/decide', '/cases/:case/undo']) {
    api.use(path, jsonOnly(deps.says));
  }
  const work = async (c: Context): Promise<{ deps: CaseDeps; say: Say }> => ({
    deps: { ...(await deps.store()), catalog: deps.catalog, now: deps.now(), today: deps.today },
    say: sayOf(c, deps.says),
  });
  const wrote = async (c: Context, act: (own: CaseDeps, say: Say) => Promise<Wrote>) => {
    const { deps: own, say } = await work(c);
    return c.json(recordedView(await act(own, say), say) as never, 200);
  };

  // Described and handled apart: a schema can be checked for one content type only, and this takes two.
  api.openAPIRegistry.registerPath({
    method: 'post',
    path: '/cases/{case}/record',
    summary: 'Record an event; as multipart/form-data (event, at, set as JSON, attach) with files to keep.',
    request: {
      params: caseParam,
      query: schema.languageQuery,
      body: {
        required: true,
        content: { 'application/json': { schema: eventBody }, 'multipart/form-data': { schema: z.any() } },
      },
    },
    responses: { 200: json('What was written.', schema.recorded), ...errors },
  });
  api.post('/cases/:case/record', (c) =>
    wrote(c, async (own, say) => {
      const { event, ...given } = await givenOf(c);
      const name = c.req.param('case');
      if (event === 'situation-recorded') return tellMore(name, given.set, given.at, own, say);
      return recordEvent(name, event, given, own);
    }),
  );

  return api
    .openapi(
      createRoute({
        method: 'get',
        path: '/cases',
        summary: 'All cases, the most urgent first.',
        request: { query: schema.languageQuery },
        responses: { 200: json('Cases with stage and next action.', schema.caseList), ...errors },
      }),
      async (c) => {
        const { deps: own, say } = await work(c);
        return c.json((await listCases(own, say)) as never, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/cases',
        summary: 'Open a case from a situation.',
        request: { query: schema.languageQuery, ...body(schema.situation) },
        responses: { 200: json('The case.', schema.caseBody), ...errors },
      }),
      async (c) => {
        const { deps: own, say } = await work(c);
        return c.json(viewCase(await openCase(await c.req.json(), own, say), say) as never, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/cases',
        summary: 'Delete every case for good. Without yes=true: what would be deleted, as an error.',
        request: { query: schema.yesQuery },
        responses: { 200: json('What was deleted.', schema.deleted), ...errors },
      }),
      async (c) => {
        const { deps: own } = await work(c);
        return c.json(await deleteCases(null, c.req.query('yes') === 'true', own), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/cases/{case}',
        summary: 'One case: stage, next action, dates, obligations, alarms, events.',
        request: { params: caseParam, query: schema.languageQuery },
        responses: { 200: json('The case; secrets masked.', schema.caseBody), ...errors },
      }),
      async (c) => {
        const { deps: own, say } = await work(c);
        return c.json(viewCase(await loadCase(c.req.param('case'), own), say) as never, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/cases/{case}',
        summary: 'Delete a case for good. Without yes=true: what would be deleted, as an error.',
        request: { params: caseParam, query: schema.yesQuery },
        responses: { 200: json('What was deleted.', schema.deleted), ...errors },
      }),
      async (c) => {
        const { deps: own } = await work(c);
        return c.json(await deleteCases(c.req.param('case'), c.req.query('yes') === 'true', own), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/cases/{case}/reveal',
        summary: 'The case with what is kept encrypted in the clear.',
        request: { params: caseParam, query: schema.languageQuery },
        responses: { 200: json('The case.', schema.caseBody), ...errors },
      }),
      async (c) => {
        const { deps: own, say } = await work(c);
        const loaded = await loadCase(c.req.param('case'), own);
        c.header('Cache-Control', 'no-store');
        return c.json(viewCase(loaded, say, await revealer(loaded, own)) as never, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/cases/{case}/situation',
        summary: 'The situation as told, secrets masked.',
        request: { params: caseParam },
        responses: { 200: json('The situation.', schema.situation), ...errors },
      }),
      async (c) => {
        const { deps: own } = await work(c);
        const { situation, read } = await loadCase(c.req.param('case'), own);
        if (!situation) throw new SimoffError('case-unreadable', { case: read.case });
        return c.json(situation as never, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/cases/{case}/situation',
        summary: 'Tell the situation anew. A masked value that stands unchanged keeps its secret.',
        request: { params: caseParam, query: schema.languageQuery, ...body(schema.situation) },
        responses: { 200: json('What was written.', schema.recorded), ...errors },
      }),
      (c) => wrote(c, async (own, say) => tellAnew(c.req.param('case'), await c.req.json(), null, own, say)),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/cases/{case}/decide',
        summary: 'Every option for this case as of today.',
        request: { params: caseParam, query: schema.languageQuery },
        responses: { 200: json('The decision.', schema.decided), ...errors },
      }),
      async (c) => {
        const { deps: own, say } = await work(c);
        return c.json((await decideCase(c.req.param('case'), own, say)).view as never, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/cases/{case}/decide',
        summary: 'Choose an option: KIND or KIND:TARGET.',
        request: {
          params: caseParam,
          query: schema.languageQuery,
          ...body(z.object({ choose: z.string().openapi({ example: 'cancel' }), at: z.string().nullish() })),
        },
        responses: { 200: json('What was written.', schema.recorded), ...errors },
      }),
      (c) => {
        const { choose, at } = c.req.valid('json');
        return wrote(c, (own, say) => chooseOption(c.req.param('case'), choose, at ?? null, own, say));
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/cases/{case}/prepare',
        summary: 'Everything to have at hand, to say and to send; records that it was composed.',
        request: { params: caseParam, query: schema.languageQuery },
        responses: { 200: json('The documents, and what is still missing.', schema.prepared), ...errors },
      }),
      async (c) => {
        const { deps: own, say } = await work(c);
        const answer = await preparedAnswer(c.req.param('case'), deps.says, say, own, deps.pdf ?? null);
        c.header('Cache-Control', 'no-store');
        return c.json(answer as never, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/cases/{case}/undo',
        summary: 'Take an entry back.',
        request: {
          params: caseParam,
          query: schema.languageQuery,
          ...body(z.object({ seq: z.number().int(), note: z.string().optional() })),
        },
        responses: { 200: json('What was written.', schema.recorded), ...errors },
      }),
      (c) => {
        const { seq, note } = c.req.valid('json');
        const set: Record<string, string> = note ? { note } : {};
        return wrote(c, (own) => undoEvent(c.req.param('case'), String(seq), { at: null, set }, own));
      },
    );
}
