/**
 * What the API promises, for its OpenAPI document. Answers may hold more than is listed here.
 * Requests are checked by the app itself, so that the command line and the API refuse the same things with the same words.
 */
import { z } from '@hono/zod-openapi';

const coded = z.looseObject({ code: z.string(), message: z.string() });
const triState = z.enum(['yes', 'no', 'unknown']);
const confidence = z.enum(['official', 'secondary', 'conflicting', 'unknown']);
const sources = z.array(z.looseObject({ url: z.string(), publisher: z.string(), pageDate: z.string().nullable() }));
const date = z.string().openapi({ example: '2026-12-20' });
const usd = z.string().openapi({ example: '70.00', description: 'US dollars with two decimals; refunds are negative' });

export const errorBody = z
  .object({ error: z.object({ code: z.string(), message: z.string(), facts: z.record(z.string(), z.unknown()) }) })
  .openapi('Error');

export const languageQuery = z.object({ lang: z.enum(['en', 'zh']).optional() });

export const checkQuery = languageQuery.extend({
  product: z.string().optional(),
  from: z.string().optional().openapi({ description: 'Country the user is in, ISO 3166-1 alpha-2', example: 'CN' }),
  zone: z.string().optional().openapi({ description: 'IANA time zone of the user', example: 'Asia/Shanghai' }),
  now: z.string().optional().openapi({ description: 'Instant to reckon from, ISO 8601 with zone' }),
});

export const decideQuery = languageQuery.extend({
  today: z.string().optional().openapi({ description: 'Calendar date to reckon from', example: '2026-11-24' }),
});

export const identified = z
  .looseObject({
    kind: z.enum(['iccid', 'msisdn', 'imsi', 'imei', 'eid', 'lpa', 'unknown']),
    valid: z.boolean(),
    normalized: z.string().nullable(),
    problems: z.array(coded),
    candidates: z.array(z.looseObject({ carrier: z.string(), confidence, grounds: z.array(coded) })),
  })
  .openapi('Identified');

export const checked = z
  .looseObject({
    carrier: z.string(),
    product: z.string(),
    online: z.looseObject({
      supported: z.enum(['yes', 'partial', 'no', 'unknown']),
      url: z.string().nullable(),
      confidence,
      sources,
    }),
    channels: z.array(
      z.looseObject({
        kind: z.string(),
        value: z.string().nullable(),
        canCancelHere: triState,
        fromAbroad: triState,
        openNow: triState,
        opensAt: z.string().nullable(),
        localHours: z.string().nullable(),
        confidence,
        sources,
      }),
    ),
    needs: z.array(z.looseObject({ field: z.string(), why: z.string() })),
    traps: z.array(z.unknown()),
    unknowns: z.array(z.unknown()),
  })
  .openapi('Checked');

export const situation = z.looseObject({ line: z.looseObject({ carrier: z.string() }) }).openapi('Situation', {
  example: {
    line: { carrier: 't-mobile', product: 'postpaid', monthlyUsd: '70.00', cycleDay: 12, paidThrough: '2026-12-11' },
    leavesOn: '2026-12-20',
    number: { keep: 'no' },
  },
});

export const decided = z
  .looseObject({
    recommended: z.enum(['cancel', 'port-out', 'suspend', 'let-lapse', 'keep']).nullable(),
    recommendedTarget: z.string().nullable(),
    options: z.array(
      z.looseObject({
        kind: z.enum(['cancel', 'port-out', 'suspend', 'let-lapse', 'keep']),
        target: z.string().nullable(),
        feasible: z.boolean(),
        actOn: date.nullable(),
        lastDayToAct: date.nullable(),
        endsOn: date.nullable(),
        cost: z.object({ minUsd: usd.nullable(), maxUsd: usd.nullable() }).nullable(),
        timeline: z.array(z.looseObject({ date, amountUsd: usd.nullable(), reason: z.string() })),
        warnings: z.array(coded),
      }),
    ),
    questionsForCarrier: z.array(z.unknown()),
    unknowns: z.array(z.unknown()),
    horizon: date,
  })
  .openapi('Decision');

export const yesQuery = z.object({ yes: z.string().optional().openapi({ description: 'true: do it' }) });

const nextAction = z.looseObject({ code: z.string(), message: z.string(), date: date.nullable() }).nullable();

export const caseList = z
  .looseObject({ cases: z.array(z.looseObject({ case: z.string(), stage: z.string().nullable(), nextAction })) })
  .openapi('CaseList');

export const caseBody = z
  .looseObject({
    case: z.string(),
    stage: z.string().nullable(),
    nextAction,
    deadlines: z.array(z.looseObject({ code: z.string(), message: z.string(), date })),
    obligations: z.array(z.looseObject({ id: z.string(), state: z.string(), message: z.string() })),
    alarms: z.array(coded),
    events: z.array(z.looseObject({ seq: z.number(), type: z.string(), at: z.string() })),
    problems: z.array(coded),
  })
  .openapi('Case');

export const recorded = z
  .looseObject({
    case: z.string(),
    written: z.array(z.looseObject({ seq: z.number(), type: z.string() })),
    stage: z.string().nullable(),
    nextAction,
    warnings: z.array(coded),
  })
  .openapi('Recorded');

export const prepared = z
  .looseObject({
    documents: z.array(z.looseObject({ kind: z.string(), name: z.string(), language: z.string(), text: z.string() })),
    pdfs: z.array(z.looseObject({ kind: z.string(), name: z.string(), sha256: z.string(), bytes: z.number() })),
    /** Why there are no PDFs: a character the fonts lack. */
    pdfProblem: z.looseObject({ code: z.string(), message: z.string() }).nullable(),
    missing: z.array(z.looseObject({ field: z.string(), why: z.string(), whereToFind: z.string() })),
  })
  .openapi('Prepared');

export const deleted = z.object({ deleted: z.array(z.string()) }).openapi('Deleted');

export const catalogList = z
  .looseObject({ brands: z.array(z.looseObject({ slug: z.string(), name: z.string(), kind: z.string() })) })
  .openapi('CatalogList');

export const brand = z.looseObject({ slug: z.string() }).openapi('Brand');
