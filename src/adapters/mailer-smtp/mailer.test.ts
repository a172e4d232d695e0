import { describe, expect, test, vi } from 'vitest';
import type { SmtpServer } from '../../domain/request/server.ts';
import type { Parcel } from '../../ports/mailer.ts';
import { MAILBOX, mailServer, OTHER_CERTIFICATE, polite, roughServer, TEST_CA } from '../../testing/smtp.ts';
import { composeMail } from './compose.ts';
import { smtpMailer } from './mailer.ts';

/** Commands are loaded when first used, certificates checked, folders synced: on a busy machine that takes longer. */
vi.setConfig({ testTimeout: 60_000 });

const MAIL = {
  from: { name: '张伟', address: MAILBOX.user },
  to: 'care@acme.example',
  subject: 'Cancel my line +1 202-555-0143 (case k3v9abcd)',
  body: 'Dear Acme,\n\n.a line that begins with a dot\nPlease cancel – 谢谢。\n',
  messageId: '<simoff.k3v9abcd.abcdefghijklmnopabcdefgh@example.com>',
  reference: 'k3v9abcd',
};

async function parcel(server: Partial<SmtpServer>, password: string | null = MAILBOX.password): Promise<Parcel> {
  return {
    server: { host: '127.0.0.1', port: 0, tls: 'implicit', user: MAILBOX.user, ...server },
    password,
    from: MAILBOX.user,
    to: MAIL.to,
    bytes: await composeMail(MAIL, '2026-11-25T03:00:00Z', 'sent'),
  };
}

const granted = async (): Promise<void> => undefined;
const mailer = smtpMailer({ ca: TEST_CA });
/** Gives up before the text, and after it. */
const hurried = smtpMailer({ ca: TEST_CA, limits: { smtpReadyMs: 300 } });
const impatient = smtpMailer({ ca: TEST_CA, limits: { smtpAnswerMs: 300 } });

describe('a server that takes the mail', () => {
  test('gets it once and whole, over TLS', async () => {
    const { port, mails } = await mailServer();
    const delivery = await mailer.deliver(await parcel({ port }), granted);
    expect(delivery).toMatchObject({ outcome: 'accepted', protocol: 'TLSv1.3' });
    expect(delivery).toHaveProperty('answer', expect.stringContaining('TEST1'));
    const { bytes } = await parcel({});
    expect(mails).toEqual([new TextDecoder().decode(bytes)]);
  });

  test('gets it through STARTTLS', async () => {
    const { port, mails } = await mailServer({ secure: false });
    const delivery = await mailer.deliver(await parcel({ port, tls: 'starttls' }), granted);
    expect(delivery.outcome).toBe('accepted');
    expect(mails).toHaveLength(1);
  });

  test('need not ask for a login', async () => {
    const { port, mails } = await mailServer({ authOptional: true });
    const delivery = await mailer.deliver(await parcel({ port, user: null }, null), granted);
    expect(delivery.outcome).toBe('accepted');
    expect(mails).toHaveLength(1);
  });

  test('is told neither the name nor the address of this machine', async () => {
    const { port, lines } = await roughServer(polite());
    await mailer.deliver(await parcel({ port }), granted);
    expect(lines[0]).toBe('EHLO [127.0.0.1]');
  });
});

describe('a server that refuses', () => {
  test('the login: nothing is claimed', async () => {
    const { port, mails } = await mailServer();
    let claims = 0;
    const delivery = await mailer.deliver(await parcel({ port }, 'wrong'), async () => {
      claims += 1;
    });
    expect(delivery).toMatchObject({ outcome: 'refused', at: 'login', claimed: false });
    expect([claims, mails]).toEqual([0, []]);
  });

  test('the recipient', async () => {
    const { port, mails } = await mailServer({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('No such user'), { responseCode: 550 })),
    });
    const delivery = await mailer.deliver(await parcel({ port }), granted);
    expect(delivery).toMatchObject({ outcome: 'refused', at: 'recipient', claimed: false });
    expect(delivery).toHaveProperty('answer', expect.stringContaining('No such user'));
    expect(mails).toEqual([]);
  });

  test('the sender', async () => {
    const { port } = await mailServer({
      onMailFrom: (_address, _session, done) => done(Object.assign(new Error('Not yours'), { responseCode: 553 })),
    });
    expect(await mailer.deliver(await parcel({ port }), granted)).toMatchObject({ outcome: 'refused', at: 'sender' });
  });

  test.each([
    ['554 looks like spam', '554'],
    ['451 try again later', '451'],
    ['421 going down', '421'],
  ])('the text with %s: an answer, so nothing is unknown', async (answer, code) => {
    const { port } = await roughServer(polite((line) => (line === '.' ? `${answer}\r\n` : undefined)));
    const delivery = await mailer.deliver(await parcel({ port }), granted);
    expect(delivery).toMatchObject({ outcome: 'refused', at: 'message', claimed: true });
    expect(delivery).toHaveProperty('answer', expect.stringContaining(code));
  });

  test('and repeats the password in its answer: it is hidden', async () => {
    const encoded = Buffer.from(MAILBOX.password).toString('base64');
    const { port } = await roughServer(
      polite((line) => (line.startsWith('AUTH') ? `535 bad ${MAILBOX.password} ${encoded}\r\n` : undefined)),
    );
    const delivery = await mailer.deliver(await parcel({ port }), granted);
    expect(delivery).toMatchObject({ outcome: 'refused', at: 'login' });
    expect(JSON.stringify(delivery)).not.toContain(MAILBOX.password);
    expect(JSON.stringify(delivery)).not.toContain(encoded.replace(/=+$/, ''));
  });
});

describe('encryption', () => {
  test('a certificate nobody vouches for is refused before anything is said', async () => {
    const { port, lines } = await roughServer(polite());
    const delivery = await smtpMailer().deliver(await parcel({ port }), granted);
    expect(delivery).toMatchObject({ outcome: 'refused', at: 'tls', claimed: false });
    expect(lines).toEqual([]);
  });

  test('a certificate for another name is refused, from the start and after STARTTLS', async () => {
    const implicit = await mailServer({ ...OTHER_CERTIFICATE });
    const starttls = await mailServer({ ...OTHER_CERTIFICATE, secure: false });
    const refused = { outcome: 'refused', at: 'tls', reason: 'ERR_TLS_CERT_ALTNAME_INVALID' };
    expect(await mailer.deliver(await parcel({ port: implicit.port }), granted)).toMatchObject(refused);
    expect(await mailer.deliver(await parcel({ port: starttls.port, tls: 'starttls' }), granted)).toMatchObject({
      outcome: 'refused',
      at: 'tls',
    });
    expect([...implicit.mails, ...starttls.mails]).toEqual([]);
  });

  test('a STARTTLS that was stripped on the way ends it: no login, no text in the clear', async () => {
    const { port, lines } = await roughServer(
      polite((line) => (/^STARTTLS/i.test(line) ? '502 what\r\n' : undefined)),
      { plain: true },
    );
    const delivery = await mailer.deliver(await parcel({ port, tls: 'starttls' }), granted);
    expect(delivery).toMatchObject({ outcome: 'refused', at: 'tls', claimed: false });
    expect(lines.filter((line) => /^(AUTH|MAIL|RCPT|DATA)/i.test(line))).toEqual([]);
  });

  test('answers put before the encryption are not taken for answers after it', async () => {
    const { port, lines } = await roughServer(
      polite((line) => (/^STARTTLS/i.test(line) ? '220 go\r\n250 AUTH PLAIN\r\n235 ok\r\n' : undefined)),
      { plain: true },
    );
    const delivery = await hurried.deliver(await parcel({ port, tls: 'starttls' }), granted);
    expect(delivery).toMatchObject({ outcome: 'refused', claimed: false });
    expect(lines.filter((line) => /^(AUTH|MAIL|RCPT|DATA)/i.test(line))).toEqual([]);
  });

  test('a server that speaks plainly where TLS is expected', async () => {
    const { port } = await roughServer(polite(), { plain: true });
    expect(await mailer.deliver(await parcel({ port }), granted)).toMatchObject({ outcome: 'refused', at: 'tls' });
  });
});

describe('a server that breaks off', () => {
  test('once it has the text: unknown, never refused', async () => {
    const { port } = await roughServer(
      polite((line, socket) => {
        if (line !== '.') return undefined;
        socket.destroy();
        return null;
      }),
    );
    expect(await mailer.deliver(await parcel({ port }), granted)).toMatchObject({ outcome: 'unknown' });
  });

  test('in the middle of the text: unknown', async () => {
    const { port } = await roughServer(
      polite((line, socket) => {
        if (!line.startsWith('Subject:')) return undefined;
        socket.destroy();
        return null;
      }),
    );
    expect(await mailer.deliver(await parcel({ port }), granted)).toMatchObject({ outcome: 'unknown' });
  });

  test('before the text: refused, and nothing is claimed', async () => {
    const { port } = await roughServer(
      polite((line, socket) => {
        if (line !== 'DATA') return undefined;
        socket.destroy();
        return null;
      }),
    );
    expect(await mailer.deliver(await parcel({ port }), granted)).toMatchObject({ outcome: 'refused', claimed: false });
  });

  test('while the claim is being made: refused, with the claim to be taken back, and no text leaves', async () => {
    let drop: () => void = () => undefined;
    const { port, lines } = await roughServer(
      polite((line, socket) => {
        if (line === 'DATA') drop = () => socket.destroy();
        return undefined;
      }),
    );
    const delivery = await mailer.deliver(await parcel({ port }), async () => {
      drop();
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(delivery).toMatchObject({ outcome: 'refused', claimed: true });
    expect(lines.some((line) => line.startsWith('Subject:'))).toBe(false);
  });

  test('nobody listens there', async () => {
    expect(await mailer.deliver(await parcel({ port: 1 }), granted)).toMatchObject({
      outcome: 'refused',
      at: 'connect',
    });
  });
});

describe('a server that takes its time', () => {
  test('without a greeting is given up', async () => {
    const { port } = await roughServer(() => null, { greeting: null });
    expect(await hurried.deliver(await parcel({ port }), granted)).toMatchObject({
      outcome: 'refused',
      claimed: false,
    });
  });

  test('dripping its answer before the text is given up as a whole', async () => {
    const { port } = await roughServer(
      polite((line, socket) => {
        if (!line.startsWith('MAIL')) return undefined;
        const drip = setInterval(() => socket.write('2'), 20);
        socket.on('close', () => clearInterval(drip));
        return null;
      }),
    );
    expect(await hurried.deliver(await parcel({ port }), granted)).toMatchObject({
      outcome: 'refused',
      claimed: false,
    });
  });

  test('silent after the text: unknown', async () => {
    const { port } = await roughServer(polite((line) => (line === '.' ? null : undefined)));
    expect(await impatient.deliver(await parcel({ port }), granted)).toMatchObject({ outcome: 'unknown' });
  });

  test('an endless answer is cut off', async () => {
    const flood = `250-${'x'.repeat(1000)}\r\n`.repeat(200);
    const before = await roughServer(polite((line) => (line.startsWith('EHLO') ? flood : undefined)));
    expect(await mailer.deliver(await parcel({ port: before.port }), granted)).toMatchObject({ outcome: 'refused' });
    const after = await roughServer(polite((line) => (line === '.' ? flood : undefined)));
    expect(await mailer.deliver(await parcel({ port: after.port }), granted)).toMatchObject({ outcome: 'unknown' });
  });
});

test('a claim that is not granted: its error is passed on, and the server gets no text', async () => {
  const { port, mails } = await mailServer();
  const sending = mailer.deliver(await parcel({ port }), async () => {
    throw new Error('somebody else was faster');
  });
  await expect(sending).rejects.toThrow('somebody else was faster');
  expect(mails).toEqual([]);
});
