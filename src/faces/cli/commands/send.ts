import { recordedView } from '../../../app/case/answers.ts';
import { sendMail } from '../../../app/case/send.ts';
import { checkPlan, planMail, planView } from '../../../app/case/send-plan.ts';
import type { SendInput } from '../../../app/case/send-types.ts';
import { SimoffError } from '../../../domain/errors.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { loadMessages } from '../../../locale/messages.ts';
import { sayer } from '../../../locale/say.ts';
import type { Io } from '../io.ts';
import { renderMail, renderSent } from '../render-send.ts';
import { type Context, EXIT } from '../run.ts';
import { withStore } from './case.ts';

/** Environment: the server and the password of the mailbox, and who vouches for a server of one's own. */
const SERVER = 'SIMOFF_SMTP_SERVER';
const PASSWORD = 'SIMOFF_SMTP_PASSWORD';
const AUTHORITY = 'SIMOFF_SMTP_CA';

/**
 * `send CASE [--to ADDRESS] [--from ADDRESS] [--server URL] [--dry-run] [--again] [--with-gaps] [--yes]`: shows the mail as it
 * would go out; with `--yes` sends it. Exit 1 where the server took it and never answered.
 */
export async function send(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const { io, say, options, answer } = context;
  if (own.via !== undefined && own.via !== 'email') {
    throw new SimoffError('event-field', { field: 'via', problem: 'not-one-of', expected: '--via email' });
  }
  const input = inputOf(own, io);
  const says = { en: sayer('en', await loadMessages('en')), zh: sayer('zh', await loadMessages('zh')) };
  const mail = await mailAdapters(own, io);
  return withStore(context, async (caseDeps) => {
    const deps = { ...caseDeps, ...mail };
    const plan = await planMail(args[0] ?? '', input, says, say.language, deps);
    const view = planView(plan, say);
    if (own.dryRun) {
      answer(view, () => renderMail(view, say));
      return EXIT.done;
    }
    if (options.yes !== true) {
      if (!options.json) io.out(`${renderMail(view, say)}\n`);
      const { to, from, subject, server, messageId } = view;
      throw new SimoffError('send-needs-yes', { to, from, subject, server, messageId });
    }
    checkPlan(plan, input);
    const password = await passwordFor(plan.server?.user ?? null, context);
    io.note(`${say('send.cli.sending', { server: view.server ?? '' })}\n`);
    const sent = await sendMail(plan, password, input, deps);
    const done = { ...view, sent: sent.outcome === 'accepted' ? 'yes' : 'unknown', answer: sent.answer } as const;
    const recorded = recordedView(sent, say);
    answer({ ...done, ...recorded }, () => renderSent(done, recorded, say));
    return sent.outcome === 'accepted' ? EXIT.done : EXIT.negative;
  });
}

/** `calendar CASE --out FILE.ics`: the dates of a case for a calendar; a newer file replaces the older one. */
export async function calendar(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const { io, say, answer } = context;
  if (typeof own.out !== 'string') throw new SimoffError('usage', { problem: 'missingOption', named: '--out' });
  const out = own.out;
  return withStore(context, async (deps) => {
    const [{ calendarCase }, { icsCalendar }] = await Promise.all([
      import('../../../app/case/calendar.ts'),
      import('../../../adapters/calendar-ics/calendar.ts'),
    ]);
    const made = await calendarCase(args[0] ?? '', say, deps);
    const sha256 = await io.write(out, new TextEncoder().encode(icsCalendar(made)), { replace: /\.ics$/i.test(out) });
    const entries = made.entries.map(({ uid, summary, when, status }) => ({ uid, summary, when, status }));
    answer({ case: made.case, path: out, sha256, entries }, () =>
      say('calendar.cli.written', { path: out, count: entries.filter(({ status }) => status === 'open').length }),
    );
    return EXIT.done;
  });
}

function inputOf(own: Record<string, unknown>, io: Io): SendInput {
  const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
  return {
    to: text(own.to),
    from: text(own.from),
    server: text(own.server) ?? text(io.env[SERVER]),
    again: own.again === true,
    gaps: own.withGaps === true,
  };
}

async function mailAdapters(own: Record<string, unknown>, io: Io) {
  const path = typeof own.ca === 'string' ? own.ca : io.env[AUTHORITY];
  const ca = path ? authority(io.file(path, LIMITS.certificateBytes)) : undefined;
  const [{ smtpMailer }, { composeMail }] = await Promise.all([
    import('../../../adapters/mailer-smtp/mailer.ts'),
    import('../../../adapters/mailer-smtp/compose.ts'),
  ]);
  return { compose: composeMail, mailer: smtpMailer(ca === undefined ? {} : { ca }) };
}

function authority(bytes: Uint8Array): string {
  if (bytes.length > LIMITS.certificateBytes)
    throw new SimoffError('input-too-large', { limit: LIMITS.certificateBytes });
  return new TextDecoder().decode(bytes);
}

/** From the environment or the terminal; never an argument, which other users of the machine could read. */
async function passwordFor(user: string | null, { io, say }: Context): Promise<string | null> {
  if (user === null) return null;
  const password = io.env[PASSWORD] ?? (await io.ask(say('send.cli.password', { user })));
  if (!password) throw new SimoffError('smtp-password');
  return password;
}
