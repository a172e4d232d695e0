import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { recordedView } from '../../app/case/answers.ts';
import { calendarCase } from '../../app/case/calendar.ts';
import { sendMail } from '../../app/case/send.ts';
import { checkPlan, planMail, planView } from '../../app/case/send-plan.ts';
import { SimoffError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';
import { apiOf, jsonOnly, tooLarge } from './api.ts';
import type { CaseApiDeps } from './case-api.ts';
import { sayOf } from './language.ts';
import { errors, json } from './routes.ts';
import * as schema from './schemas.ts';

const caseParam = z.object({ case: z.string() });
const sendBody = z.object({
  to: z.string().nullish().openapi({ description: 'Absent: the address the catalog names' }),
  from: z.string().nullish().openapi({ description: "Absent: the holder's address" }),
  server: z.string().nullish().openapi({ example: 'smtps://wei%40example.com@smtp.example.com:465' }),
  password: z.string().nullish().openapi({ description: 'Of the mailbox; used once, kept nowhere' }),
  ca: z
    .string()
    .max(LIMITS.certificateBytes)
    .nullish()
    .openapi({ description: 'Certificates to trust besides the usual ones, PEM' }),
  again: z.boolean().optional(),
  gaps: z.boolean().optional(),
});
const sendView = z
  .looseObject({
    case: z.string(),
    sent: z.enum(['no', 'yes', 'unknown']),
    to: z.string(),
    from: z.string(),
    server: z.string().nullable(),
    messageId: z.string(),
    headers: z.array(z.string()),
    body: z.string(),
    mailto: z.string(),
    warnings: z.array(z.looseObject({ code: z.string(), message: z.string() })),
  })
  .openapi('Mail');

/** Sending the e-mail of a case, and its dates as a calendar: the same use cases as `send` and `calendar`. */
export function createSendApi(deps: CaseApiDeps): OpenAPIHono {
  const api = apiOf(deps);
  api.use('/cases/:case/send', tooLarge(deps, LIMITS.httpBodyBytes));
  api.use('/cases/:case/send', jsonOnly(deps.says));
  const own = async () => ({ ...(await deps.store()), catalog: deps.catalog, now: deps.now(), today: deps.today });

  api.openapi(
    createRoute({
      method: 'post',
      path: '/cases/{case}/send',
      summary: 'The e-mail of a case as it would go out; with yes=true it is sent and recorded.',
      request: {
        params: caseParam,
        query: schema.languageQuery.extend(schema.yesQuery.shape),
        body: { required: true, content: { 'application/json': { schema: sendBody } } },
      },
      responses: { 200: json('The mail, and whether it went out.', sendView), ...errors },
    }),
    async (c) => {
      const { to, from, server, password, ca, again, gaps } = c.req.valid('json');
      const say = sayOf(c, deps.says);
      const input = {
        to: to ?? null,
        from: from ?? null,
        server: server ?? null,
        again: again === true,
        gaps: gaps === true,
      };
      const mail = { ...(await own()), ...(await mailAdapters(ca ?? null)) };
      const plan = await planMail(c.req.param('case'), input, deps.says, say.language, mail);
      const view = planView(plan, say);
      c.header('Cache-Control', 'no-store');
      if (c.req.query('yes') !== 'true') return c.json(view as never, 200);
      checkPlan(plan, input);
      if (plan.server?.user != null && !password) throw new SimoffError('smtp-password');
      const sent = await sendMail(plan, password ?? null, input, mail);
      const done = { sent: sent.outcome === 'accepted' ? 'yes' : 'unknown', answer: sent.answer };
      return c.json({ ...view, ...done, ...recordedView(sent, say) } as never, 200);
    },
  );

  api.get('/cases/:case/calendar.ics', async (c) => {
    const { icsCalendar } = await import('../../adapters/calendar-ics/calendar.ts');
    const made = await calendarCase(c.req.param('case'), sayOf(c, deps.says), await own());
    const name = `simoff-${made.case}.ics`;
    return c.body(icsCalendar(made), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    });
  });

  return api;
}

async function mailAdapters(ca: string | null) {
  const [{ smtpMailer }, { composeMail }] = await Promise.all([
    import('../../adapters/mailer-smtp/mailer.ts'),
    import('../../adapters/mailer-smtp/compose.ts'),
  ]);
  return { compose: composeMail, mailer: smtpMailer(ca === null ? {} : { ca }) };
}
