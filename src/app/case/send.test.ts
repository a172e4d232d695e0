import { spawn } from 'node:child_process';
import { describe, expect, test, vi } from 'vitest';
import { openStore } from '../../adapters/store/open.ts';
import { memoryCatalog } from '../../testing/catalog.ts';
import { command, type Machine } from '../../testing/command.ts';
import {
  ACCOUNT,
  CARE,
  MAIL_BRAND,
  MAIL_ENV,
  mailFiles,
  NOW,
  openMailCase,
  serverAt,
} from '../../testing/mail-case.ts';
import { MAILBOX, mailServer, polite, roughServer } from '../../testing/smtp.ts';
import { tempFolder } from '../../testing/temp-folder.ts';

/** Commands are loaded when first used, certificates checked, folders synced: on a busy machine that takes longer. */
vi.setConfig({ testTimeout: 60_000 });

const setting = { catalog: memoryCatalog([MAIL_BRAND]), env: MAIL_ENV, now: NOW };
const aMachine = (over = {}): Machine => command({ ...setting, files: mailFiles(), ...over });
const sendTo = (id: string, port: number, ...more: string[]): string[] => [
  'send',
  id,
  '--server',
  serverAt(port),
  '--ca',
  'ca.pem',
  ...more,
];
interface Shown {
  stage: string;
  nextAction: { code: string; button: { command: string } };
  alarms: { code: string; message: string }[];
  events: { seq: number; type: string; takenBackBy: number | null; data: Record<string, unknown> }[];
}
const shown = async (machine: Machine, id: string): Promise<Shown> => machine.json(['show', id]);
const counting = ({ events }: Shown): string[] =>
  events.filter(({ takenBackBy }) => takenBackBy === null).map(({ type }) => type);

describe('before anything is sent', () => {
  test('without --yes it shows the mail and sends nothing', async () => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    const { port, mails } = await mailServer();
    const { code, out, note } = await machine.run(sendTo(id, port));
    expect(code).toBe(2);
    expect(out).toContain(`To: ${CARE}`);
    expect(out).toContain('Message-ID: <simoff.');
    expect(out).toContain(`smtps://wei@example.com@127.0.0.1:${port}`);
    expect(out).toContain('202-555-0143');
    expect(note).toContain('--yes');
    expect(mails).toEqual([]);
    expect(counting(await shown(machine, id))).not.toContain('request-sent');
  });

  test('the error of --json holds no account number, and a dry run is no error', async () => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    const error = await machine.run([...sendTo(id, 1), '--json']);
    expect(JSON.parse(error.out)).toMatchObject({ error: { code: 'send-needs-yes', facts: { to: CARE } } });
    expect(error.out).not.toContain(ACCOUNT);
    const dry = (await machine.json(sendTo(id, 1, '--dry-run'))) as Record<string, unknown>;
    expect(dry).toMatchObject({
      sent: 'no',
      to: CARE,
      from: 'wei@example.com',
      toKnown: true,
      warnings: [{ code: 'early' }],
    });
    expect(dry.body).toContain(ACCOUNT);
  });

  test('an address of one’s own is taken and said not to be the catalog’s', async () => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    const dry = await machine.json(sendTo(id, 1, '--dry-run', '--to', 'boss@acme.example'));
    expect(dry).toMatchObject({ toKnown: false, warnings: [{ code: 'early' }, { code: 'to-not-in-catalog' }] });
  });

  test.each([
    [['--to', 'care@acme.example\r\nBcc: all@example.com'], 'mail-field'],
    [['--to', 'care@acme.example, other@example.com'], 'mail-field'],
    [['--from', 'nobody'], 'mail-field'],
    [['--server', 'https://smtp.example.com'], 'smtp-server'],
    [['--server', 'smtps://wei:secret8@smtp.example.com'], 'smtp-server'],
    [['--via', 'letter'], 'event-field'],
  ])('%j is refused with %s', async (more, code) => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    const { error } = (await machine.json([...sendTo(id, 1), ...more], 2)) as { error: { code: string } };
    expect(error.code).toBe(code);
    expect(JSON.stringify(error)).not.toContain('secret8');
  });

  test('a case in which nothing is chosen has nothing to send', async () => {
    const machine = aMachine();
    const { case: id } = (await machine.json(['open', 'situation.json'])) as { case: string };
    expect(await machine.json(sendTo(id, 1, '--yes'), 2)).toMatchObject({ error: { code: 'case-refused' } });
  });

  test('a text with gaps goes out only if that is meant', async () => {
    const situation = JSON.stringify({ holder: { email: 'wei@example.com' }, line: { carrier: 'acme' } });
    const machine = aMachine({ files: { ...mailFiles(), 'situation.json': situation } });
    const id = await openMailCase(machine);
    const { port, mails } = await mailServer();
    expect(await machine.json(sendTo(id, port, '--yes'), 2)).toMatchObject({ error: { code: 'mail-has-gaps' } });
    expect(mails).toEqual([]);
    expect(await machine.json(sendTo(id, port, '--yes', '--with-gaps'))).toMatchObject({ sent: 'yes' });
  });
});

describe('a server that answers', () => {
  test('takes it: on record with the copy and the answer, and the case waits for the carrier', async () => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    const { port, mails } = await mailServer();
    const dry = (await machine.json(sendTo(id, port, '--dry-run'))) as { messageId: string };
    const sent = await machine.json(sendTo(id, port, '--yes'));
    expect(sent).toMatchObject({ sent: 'yes', messageId: dry.messageId, stage: 'requested' });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain(`Message-ID: ${dry.messageId}`);
    const view = await shown(machine, id);
    expect(counting(view)).toEqual(['situation-recorded', 'option-chosen', 'corrected', 'request-sent']);
    expect(view.alarms.map(({ code }) => code)).not.toContain('maybe-sent');
    const { data } = view.events.at(-1) as Shown['events'][number];
    expect(data).toMatchObject({ via: 'email', purpose: 'cancel', reference: dry.messageId, to: CARE });
    expect((data.attachments as { name: string }[]).map(({ name }) => name)).toEqual([
      'sent.eml',
      'server-answer.json',
    ]);
  });

  test('the password stands nowhere', async () => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    const { port } = await mailServer();
    const { out, note } = await machine.run([...sendTo(id, port, '--yes')]);
    await machine.run(['export', '--out', 'all.jsonl', '--plain']);
    const exported = new TextDecoder().decode(machine.files.get('all.jsonl'));
    expect(exported.length).toBeGreaterThan(100);
    const files = [...exported.matchAll(/"data":"([^"]+)"/g)].map(([, data]) => atob(data ?? ''));
    for (const text of [out, note, exported, ...files]) expect(text).not.toContain(MAILBOX.password);
  });

  test.each([
    ['refuses the login', { env: { SIMOFF_SMTP_PASSWORD: 'wrong' } }, polite(), 'smtp-login'],
    ['wants a password that is not given', { env: {} }, polite(), 'smtp-password'],
    ['does not take the text', {}, polite((line) => (line === '.' ? '554 no\r\n' : undefined)), 'smtp-refused'],
  ])('%s: nothing counts as sent', async (name, over, answer, code) => {
    const machine = aMachine(over);
    const id = await openMailCase(machine);
    const refusing = polite((line) => (line.startsWith('AUTH') ? '535 no\r\n' : undefined));
    const { port } = await roughServer(name === 'refuses the login' ? refusing : answer);
    expect(await machine.json(sendTo(id, port, '--yes'), 2)).toMatchObject({ error: { code } });
    const view = await shown(machine, id);
    expect(counting(view)).not.toContain('request-sent');
    expect(counting(view)).not.toContain('contact-logged');
    expect(view.alarms.map((alarm) => alarm.code)).not.toContain('maybe-sent');
  });

  test('and the same again within a day has to be meant', async () => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    const { port, mails } = await mailServer();
    await machine.json(sendTo(id, port, '--yes'));
    expect(await machine.json(sendTo(id, port, '--yes'), 2)).toMatchObject({ error: { code: 'sent-recently' } });
    expect(mails).toHaveLength(1);
    await machine.json(sendTo(id, port, '--yes', '--to', 'other@acme.example'));
    await machine.json(sendTo(id, port, '--yes', '--again'));
    expect(mails).toHaveLength(3);
  });
});

describe('a server that breaks off in the middle', () => {
  const broken = () =>
    roughServer(
      polite((line, socket) => {
        if (line !== '.') return undefined;
        socket.destroy();
        return null;
      }),
    );

  test('leaves a case that says so, and a second mail that has to be meant', async () => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    const first = await broken();
    const sent = await machine.json(sendTo(id, first.port, '--yes'), 1);
    expect(sent).toMatchObject({ sent: 'unknown', nextAction: { code: 'maybe-sent' } });
    const view = await shown(machine, id);
    expect(counting(view).at(-1)).toBe('contact-logged');
    expect(view.stage).not.toBe('requested');
    expect(view.alarms[0]).toMatchObject({ code: 'maybe-sent', message: expect.stringContaining(CARE) });
    const { port, mails } = await mailServer();
    expect(await machine.json(sendTo(id, port, '--yes'), 2)).toMatchObject({ error: { code: 'maybe-sent-already' } });
    expect(mails).toEqual([]);
    expect(await machine.json(sendTo(id, port, '--yes', '--again'))).toMatchObject({ sent: 'yes' });
    expect(mails).toHaveLength(1);
    expect((await shown(machine, id)).alarms.map(({ code }) => code)).not.toContain('maybe-sent');
  });

  test('the user found it in the Sent folder: recording that ends the question', async () => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    await machine.json(sendTo(id, (await broken()).port, '--yes'), 1);
    const { nextAction } = await shown(machine, id);
    const argv = nextAction.button.command.replace('simoff ', '').split(' ');
    expect(await machine.json(argv)).toMatchObject({ stage: 'requested', alarms: [] });
  });

  test('the user found that it did not go out: taking the entry back lets it be sent', async () => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    await machine.json(sendTo(id, (await broken()).port, '--yes'), 1);
    const { events } = await shown(machine, id);
    await machine.json(['undo', id, String(events.at(-1)?.seq)]);
    const { port, mails } = await mailServer();
    expect(await machine.json(sendTo(id, port, '--yes'))).toMatchObject({ sent: 'yes' });
    expect(mails).toHaveLength(1);
  });
});

describe('processes on one data folder', () => {
  const script = new URL('../../testing/send-process.ts', import.meta.url).pathname;
  const started = (...args: string[]) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    const ended = new Promise<{ code: number | null; out: string }>((resolve) =>
      child.once('close', (code) => resolve({ code, out })),
    );
    return { child, ended };
  };
  const onDisk = async (): Promise<{ machine: Machine; id: string; dataDir: string }> => {
    const dataDir = tempFolder();
    const machine = aMachine({ store: await openStore({ dataDir }) });
    return { machine, id: await openMailCase(machine), dataDir };
  };

  test('killed while the text is on its way: the case says unknown, and nothing is sent again by itself', async () => {
    const { machine, id, dataDir } = await onDisk();
    let reached: () => void = () => undefined;
    const hasText = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const { port } = await roughServer(
      polite((line) => {
        if (line !== '.') return undefined;
        reached();
        return null;
      }),
    );
    const { child, ended } = started(dataDir, id, String(port));
    await hasText;
    child.kill('SIGKILL');
    await ended;
    const view = await shown(machine, id);
    expect(view.nextAction.code).toBe('maybe-sent');
    const second = await mailServer();
    expect(await started(dataDir, id, String(second.port)).ended).toMatchObject({
      code: 2,
      out: expect.stringContaining('maybe-sent-already'),
    });
    expect(second.mails).toEqual([]);
  }, 120_000);

  test('two at the same moment send one mail, with --again as without', async () => {
    for (const more of [[], ['--again']]) {
      const { machine, id, dataDir } = await onDisk();
      const waiting: (() => void)[] = [];
      // Both are let into the text only once both have come that far, so that neither has seen the other.
      const meet = (go: () => void): void => {
        waiting.push(go);
        if (waiting.length === 2) for (const each of waiting) each();
      };
      const { port, mails } = await mailServer({
        onRcptTo: (_address, _session, done) => meet(() => done()),
      });
      const both = await Promise.all([0, 1].map(() => started(dataDir, id, String(port), ...more).ended));
      expect(both.map(({ code }) => code).sort()).toEqual([0, 2]);
      expect(mails).toHaveLength(1);
      expect(counting(await shown(machine, id)).filter((type) => type === 'request-sent')).toHaveLength(1);
    }
  }, 120_000);
});
