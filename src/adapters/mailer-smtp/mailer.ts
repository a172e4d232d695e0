import { Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import type { NodemailerError } from 'nodemailer/lib/errors';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { LIMITS } from '../../domain/limits.ts';
import type { Delivery, Mailer, Parcel } from '../../ports/mailer.ts';
import { answerOf, reasonOf, refusedAt } from './refusals.ts';

export interface SmtpOptions {
  /** Certificates of authorities to trust besides the usual ones, PEM. */
  ca?: string;
  limits?: Partial<Times>;
}

/** The name given to the server: an address literal (RFC 5321 4.1.3), so that the name of this machine stays here. */
const OWN_NAME = '[127.0.0.1]';

/**
 * Hands mails to an SMTP server through nodemailer. Nothing is said before the connection is encrypted and the certificate is
 * checked against the name of the server; a server that does not offer STARTTLS is left. Nothing is logged.
 */
export function smtpMailer({ ca, limits = {} }: SmtpOptions = {}): Mailer {
  const times = { ...LIMITS, ...limits };
  return { deliver: (parcel, claim) => new Session(parcel, claim, ca ?? null, times).run() };
}

/** See `LIMITS`, milliseconds. */
type Times = Record<'smtpConnectMs' | 'smtpReadyMs' | 'smtpAnswerMs', number>;

/** One mail, one connection. */
class Session {
  private readonly parcel: Parcel;
  private readonly claim: () => Promise<void>;
  private readonly times: Times;
  private readonly connection: SMTPConnection;
  private readonly done = Promise.withResolvers<Delivery>();
  private timer: NodeJS.Timeout | undefined;
  private claiming: Promise<void> | null = null;
  private claimed = false;
  /** The first byte of the text has left: from here on only the server's answer tells what became of it. */
  private begun = false;
  private over = false;

  constructor(parcel: Parcel, claim: () => Promise<void>, ca: string | null, times: Times) {
    this.parcel = parcel;
    this.claim = claim;
    this.times = times;
    const { host, port, tls } = parcel.server;
    this.connection = new SMTPConnection({
      host,
      port,
      name: OWN_NAME,
      secure: tls === 'implicit',
      requireTLS: tls === 'starttls',
      tls: {
        rejectUnauthorized: true,
        minVersion: 'TLSv1.2',
        ...(ca === null ? {} : { ca: [...rootCertificates, ca] }),
      },
      connectionTimeout: times.smtpConnectMs,
      dnsTimeout: times.smtpConnectMs,
      greetingTimeout: times.smtpReadyMs,
      // Silence is measured by the session as a whole, since a server can drip a byte at a time.
      socketTimeout: times.smtpAnswerMs * 2,
      maxResponseSize: LIMITS.smtpAnswerBytes,
      logger: false,
      debug: false,
    });
  }

  run(): Promise<Delivery> {
    this.wait(this.times.smtpReadyMs);
    this.connection.on('error', (error: NodemailerError) => this.failed(error));
    this.connection.on('end', () => this.failed(lost()));
    this.connection.connect((error) => (error ? this.failed(error) : this.login()));
    return this.done.promise;
  }

  private login(): void {
    const { password, server } = this.parcel;
    // Whatever the library decided: no word of the user's leaves unencrypted.
    if (!this.connection.secure) this.failed(Object.assign(new Error('not encrypted'), { code: 'ETLS' }));
    else if (server.user === null) this.send();
    else {
      const credentials = { user: server.user, pass: password ?? '' };
      this.connection.login({ ...credentials, credentials }, (error) => (error ? this.failed(error) : this.send()));
    }
  }

  private send(): void {
    const { from, to, bytes } = this.parcel;
    const envelope = { from, to: [to], size: bytes.length };
    this.connection.send(envelope, this.text(), (error, info) => {
      if (error) {
        this.failed(error);
        return;
      }
      const protocol = protocolOf(this.connection);
      this.connection.quit();
      this.finish({ outcome: 'accepted', answer: this.shown(info?.response) ?? '', protocol });
    });
  }

  /** The text as a stream: it is read only once the server is ready for it, and yields nothing before the claim is made. */
  private text(): Readable {
    const stream = new Readable({
      read: () => {
        this.claiming ??= this.claim().then(
          () => {
            this.claimed = true;
            if (this.over) return;
            this.begun = true;
            this.wait(this.times.smtpAnswerMs);
            stream.push(this.parcel.bytes);
            stream.push(null);
          },
          (error: unknown) => this.givenUp(error),
        );
      },
    });
    return stream;
  }

  /** The claim was not granted: the connection ends before the text began, and so does the mail. */
  private givenUp(error: unknown): void {
    if (this.over) return;
    this.over = true;
    this.close();
    this.done.reject(error);
  }

  private failed(error: NodemailerError): void {
    if (this.over) return;
    const answer = this.shown(error.response);
    const said = (error.responseCode ?? 0) >= 400;
    this.over = true;
    this.close();
    if (this.begun && !said) {
      this.done.resolve({ outcome: 'unknown', reason: reasonOf(error) });
      return;
    }
    const at = this.begun ? 'message' : refusedAt(error);
    // A claim that is being made is waited for, so that whoever made it knows that it has to be taken back.
    (this.claiming ?? Promise.resolve()).then(() =>
      this.done.resolve({ outcome: 'refused', at, reason: reasonOf(error), answer, claimed: this.claimed }),
    );
  }

  private finish(delivery: Delivery): void {
    if (this.over) return;
    this.over = true;
    this.close();
    this.done.resolve(delivery);
  }

  private wait(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.failed(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })), ms);
  }

  private close(): void {
    clearTimeout(this.timer);
    this.connection.close();
  }

  private shown(answer: string | undefined): string | null {
    return answerOf(answer, [this.parcel.password]);
  }
}

function lost(): NodemailerError {
  return Object.assign(new Error('connection lost'), { code: 'ECONNECTION' });
}

function protocolOf({ _socket: socket }: SMTPConnection): string | null {
  return socket && 'getProtocol' in socket && typeof socket.getProtocol === 'function' ? socket.getProtocol() : null;
}
