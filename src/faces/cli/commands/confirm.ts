import { dnsFromFile } from '../../../adapters/dns-recorded/dns.ts';
import { recordedView } from '../../../app/case/answers.ts';
import { fileAnswer } from '../../../app/case/confirm.ts';
import { confirmFile, isConfirmed } from '../../../app/confirm/confirm.ts';
import type { ConfirmDeps, ConfirmInput } from '../../../app/confirm/types.ts';
import type { ReadLine } from '../../../domain/confirm/reading.ts';
import { receivedOf } from '../../../domain/confirm/received.ts';
import { echo, SimoffError } from '../../../domain/errors.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { parseDay } from '../../../domain/time/civil.ts';
import type { Dns } from '../../../ports/dns.ts';
import type { Io } from '../io.ts';
import { instantOf } from '../options.ts';
import { renderConfirm } from '../render-confirm.ts';
import { type Context, EXIT } from '../run.ts';
import { withStore } from './case.ts';

const NO_LINE: ReadLine = { carrier: null, msisdn: null, iccid: null };

/**
 * `confirm FILE [--case CASE | --line FILE.json] [--dns FILE] [--received ISO] [--text FILE]`. Only with `--case` the store is
 * opened. Exit 1 where the answer is not genuine or is about another line.
 */
export async function confirm(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const { io, say, options, answer } = context;
  if (own.case !== undefined && own.line !== undefined)
    throw new SimoffError('usage', { problem: 'case-or-line', named: '--line' });
  const path = args[0] ?? '-';
  const bytes = await bytesOf(io, path);
  const told =
    typeof own.line === 'string' ? lineFile(io, own.line) : { line: NO_LINE, accountNumber: null, requestSentOn: null };
  const input: ConfirmInput = {
    bytes,
    name: path === '-' ? '' : path.replace(/^.*[\\/]/, ''),
    ...told,
    text: typeof own.text === 'string' ? new TextDecoder().decode(io.file(own.text, LIMITS.answerChars * 4)) : null,
  };
  const deps = await depsOf(context, own);
  if (typeof own.case !== 'string') {
    const view = await confirmFile(input, deps, say);
    answer(view, () => renderConfirm(view, say));
    return isConfirmed(view) ? EXIT.done : EXIT.negative;
  }
  const name = own.case;
  return withStore(context, async (store) => {
    const filed = await fileAnswer(
      name,
      input,
      { accept: options.yes === true, received: own.received !== undefined },
      { ...store, confirm: deps },
      say,
    );
    const view = {
      ...filed.view,
      ...recordedView(filed, say),
      accepted: filed.accepted,
      notAccepted: filed.notAccepted,
    };
    answer(view, () => renderConfirm(view, say));
    return isConfirmed(filed.view) ? EXIT.done : EXIT.negative;
  });
}

async function bytesOf(io: Io, path: string): Promise<Uint8Array> {
  const limit = LIMITS.mailboxBytes;
  const bytes = path === '-' ? await io.stdin(LIMITS.mailBytes) : io.file(path, limit);
  if (bytes.length > (path === '-' ? LIMITS.mailBytes : limit)) throw new SimoffError('input-too-large', { limit });
  return bytes;
}

async function depsOf({ io, options, say }: Context, own: Record<string, unknown>): Promise<ConfirmDeps> {
  const [{ mailCheck }, { pdfText }] = await Promise.all([
    import('../../../adapters/mail-check/check.ts'),
    import('../../../adapters/pdf-text/text.ts'),
  ]);
  const dns =
    typeof own.dns === 'string'
      ? dnsFromFile(io.file(own.dns, LIMITS.dnsFileBytes))
      : await announced(io, say('confirm.cli.asking'));
  const receivedAt =
    typeof own.received === 'string' ? receivedOf(own.received) : Date.parse(instantOf(options, io.now));
  return { catalog: io.catalog(), dns, mails: mailCheck(), pdf: pdfText(), receivedAt };
}

/** The name system is asked by this machine's own servers; that it is, is said before the first question. */
async function announced(io: Io, words: string): Promise<Dns> {
  const { liveDns } = await import('../../../adapters/dns-live/dns.ts');
  const live = liveDns();
  let said = false;
  return {
    txt(name) {
      if (!said) io.note(`${words}\n`);
      said = true;
      return live.txt(name);
    },
  };
}

function lineFile(io: Io, path: string): Pick<ConfirmInput, 'line' | 'accountNumber' | 'requestSentOn'> {
  const wrong = new SimoffError('usage', { problem: 'line-file', named: '--line' });
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder().decode(io.file(path, LIMITS.situationBytes)).replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SimoffError) throw error;
    throw wrong;
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw wrong;
  const fields = given as Record<string, unknown>;
  const text = (name: string): string | null => {
    const value = fields[name];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string' && typeof value !== 'number') throw wrong;
    return String(value).trim();
  };
  const sent = text('requestSentOn');
  const day = sent === null ? null : sent.slice(0, 10);
  if (day !== null && parseDay(day) === null) throw new SimoffError('bad-date', { given: echo(sent ?? '') });
  const digits = (value: string | null): string | null => value?.replace(/\D/g, '') || null;
  return {
    line: { carrier: text('carrier'), msisdn: digits(text('msisdn')), iccid: digits(text('iccid')) },
    accountNumber: text('accountNumber'),
    requestSentOn: day,
  };
}
