/** What an error of an SMTP session means. */
import type { NodemailerError } from 'nodemailer/lib/errors';
import { printable } from '../../domain/errors.ts';
import type { RefusedAt } from '../../ports/mailer.ts';

const ANSWER_MOST = 500;
const TLS_CODES = /^ERR_(?:TLS|SSL|OSSL)|CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|HOSTNAME_MISMATCH|^EPROTO$/;

/** At which step it ended. */
export function refusedAt(error: NodemailerError): RefusedAt {
  if (error.code === 'ETLS' || TLS_CODES.test(systemCode(error))) return 'tls';
  if (error.code === 'EAUTH') return 'login';
  if (error.command === 'MAIL FROM') return 'sender';
  if (error.command === 'RCPT TO') return 'recipient';
  if (error.command === 'DATA' || error.code === 'EMESSAGE') return 'message';
  return 'connect';
}

/** A short word for it: the system's code, else the library's. */
export function reasonOf(error: NodemailerError): string {
  const code = systemCode(error);
  return printable(code === '' ? String(error.code ?? 'unknown') : code).slice(0, 60);
}

function systemCode(error: NodemailerError): string {
  const { originalCode } = error as { originalCode?: unknown };
  const nested = typeof originalCode === 'string' ? originalCode : String(error.code ?? '');
  const told = /\b(ERR_[A-Z_]+|[A-Z]+(?:_[A-Z]+)*_(?:CERT|CERTIFICATE|SIGNATURE|CHAIN)[A-Z_]*)\b/.exec(
    error.message ?? '',
  );
  return TLS_CODES.test(nested) || !told?.[1] ? nested : told[1];
}

/** What the server said, fit to be shown and kept: one line, short, and without the password, plain or encoded. */
export function answerOf(answer: string | undefined, secrets: readonly (string | null)[]): string | null {
  if (!answer) return null;
  const hidden = secrets.reduce<string>(
    (shown, secret) =>
      secret
        ? shown.replaceAll(secret, '***').replaceAll(Buffer.from(secret).toString('base64').replace(/=+$/, ''), '***')
        : shown,
    answer,
  );
  return printable(hidden).trim().slice(0, ANSWER_MOST);
}
