import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { listCatalog, showBrand } from '../../app/catalog.ts';
import { checkCarrier } from '../../app/check.ts';
import { decideSituation } from '../../app/decide.ts';
import { identifyPicture, identifyText } from '../../app/identify.ts';
import { echo, SimoffError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';
import { parseDay } from '../../domain/time/civil.ts';
import type { CatalogSource } from '../../ports/catalog.ts';
import type { PictureReader } from '../../ports/picture.ts';
import { answerError } from './errors.ts';
import { type Says, sayOf } from './language.ts';
import { errors, json } from './routes.ts';
import * as schema from './schemas.ts';

export interface ApiDeps {
  catalog: CatalogSource;
  pictures: () => Promise<PictureReader>;
  says: Says;
  /** The current instant, ISO 8601. */
  now: () => string;
}

/** An API whose every error is one document with one sentence. */
export function apiOf(deps: ApiDeps): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const field = result.error.issues[0]?.path.join('.') || 'body';
      return answerError(
        c,
        new SimoffError('usage', { problem: 'invalid-parameter', named: field }),
        sayOf(c, deps.says),
      );
    },
  });
  api.onError((error, c) => answerError(c, asInput(error), sayOf(c, deps.says)));
  return api;
}

/** Refuses a body that is longer than `limit` bytes. */
export function tooLarge(deps: ApiDeps, limit: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: limit,
    onError: (c) => answerError(c, new SimoffError('input-too-large', { limit }), sayOf(c, deps.says)),
  });
}

/** The routes of the pure verbs below /api, with their OpenAPI document at /api/openapi.json. Answers are those of the command line with --json. */
export function createApi(deps: ApiDeps) {
  const api = apiOf(deps);
  api.use('/identify/picture', tooLarge(deps, LIMITS.pictureBytes));
  api.use('/identify', tooLarge(deps, LIMITS.httpBodyBytes));
  api.use('/decide', tooLarge(deps, LIMITS.situationBytes));
  api.use('/identify', jsonOnly(deps.says));
  api.use('/decide', jsonOnly(deps.says));

  return api
    .openapi(
      createRoute({
        method: 'post',
        path: '/identify',
        summary: 'What is this card, and whose?',
        request: {
          query: schema.languageQuery,
          body: { required: true, content: { 'application/json': { schema: z.object({ text: z.string() }) } } },
        },
        responses: { 200: json('What the text is, with candidates and their grounds.', schema.identified), ...errors },
      }),
      async (c) =>
        c.json(identifyText(c.req.valid('json').text, await deps.catalog.index(), sayOf(c, deps.says)) as never, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/identify/picture',
        summary: 'The same for a picture of the card, its holder or a QR code (the raw bytes as body).',
        request: {
          query: schema.languageQuery,
          body: {
            required: true,
            content: { 'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
          },
        },
        responses: { 200: json('What the codes in the picture are.', schema.identified), ...errors },
      }),
      async (c) => {
        const bytes = new Uint8Array(await c.req.arrayBuffer());
        return c.json(
          (await identifyPicture(
            bytes,
            await deps.pictures(),
            await deps.catalog.index(),
            sayOf(c, deps.says),
          )) as never,
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/check/{carrier}',
        summary: 'Can it be cancelled online? If not, how?',
        request: { params: z.object({ carrier: z.string() }), query: schema.checkQuery },
        responses: { 200: json('Channels ranked for this user now.', schema.checked), ...errors },
      }),
      async (c) => {
        const { carrier } = c.req.valid('param');
        const { product, from, zone, now } = c.req.valid('query');
        const request = {
          carrier,
          product: product ?? null,
          from: from ?? 'US',
          zone: zone ?? null,
          now: now ?? deps.now(),
        };
        return c.json((await checkCarrier(request, deps.catalog, sayOf(c, deps.says))) as never, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/decide',
        summary: 'Cancel, port out, suspend, let lapse or keep? When?',
        request: {
          query: schema.decideQuery,
          body: { required: true, content: { 'application/json': { schema: schema.situation } } },
        },
        responses: { 200: json('Options with dates, costs and the recommended one.', schema.decided), ...errors },
      }),
      async (c) => {
        const today = c.req.valid('query').today ?? newYorkDate(deps.now());
        if (parseDay(today) === null) throw new SimoffError('bad-date', { given: echo(today) });
        return c.json(
          (await decideSituation(await c.req.json(), { catalog: deps.catalog, today }, sayOf(c, deps.says))) as never,
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/catalog',
        summary: 'All brands and products.',
        request: { query: schema.languageQuery },
        responses: { 200: json('Brands.', schema.catalogList), ...errors },
      }),
      async (c) => c.json(listCatalog(await deps.catalog.index(), sayOf(c, deps.says)), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/catalog/{carrier}',
        summary: 'Everything known about one brand, every fact with its sources.',
        request: { params: z.object({ carrier: z.string() }), query: schema.languageQuery },
        responses: { 200: json('The brand.', schema.brand), ...errors },
      }),
      async (c) => c.json((await showBrand(c.req.valid('param').carrier, deps.catalog)) as never, 200),
    );
}

/** A body that does not call itself JSON is passed over by the checks of a route, so it has to be refused before. */
export function jsonOnly(says: Says): MiddlewareHandler {
  return async (c, next) => {
    const sent = c.req.header('content-type') ?? '';
    if (c.req.method === 'GET' || c.req.method === 'DELETE' || /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(sent))
      return next();
    return answerError(c, new SimoffError('usage', { problem: 'content-type', named: 'Content-Type' }), sayOf(c, says));
  };
}

function asInput(error: unknown): unknown {
  const malformed =
    error instanceof SyntaxError || (error instanceof Error && 'status' in error && error.status === 400);
  return malformed ? new SimoffError('not-json', { at: '' }, { cause: error }) : error;
}

function newYorkDate(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date(instant));
}
