import { describe, expect, test } from 'vitest';
import { memoryCatalog } from '../../testing/catalog.ts';
import { command, type Machine } from '../../testing/command.ts';
import { ACME, DNS, plainMail, signed } from '../../testing/signed-mail.ts';

const mail = await signed(plainMail());
const files = {
  'answer.eml': mail,
  'forged.eml': mail.replace('December 11', 'December 12'),
  'sms.txt': 'Your line ending in 0143 has been cancelled effective 12/11/2026.',
  'dns.json': JSON.stringify(DNS),
  'gone.json': '{}',
  'line.json': JSON.stringify({ carrier: 'acme', msisdn: '+12025550143', iccid: null, requestSentOn: '2026-11-28' }),
  'other.json': JSON.stringify({ carrier: 'acme', msisdn: '+12025550199' }),
  's.json': JSON.stringify({
    account: { number: '987654321' },
    line: {
      carrier: 'acme',
      msisdn: '+12025550143',
      iccid: '8901260000000000002',
      monthlyUsd: '70.00',
      paidThrough: '2026-12-11',
    },
    number: { keep: 'no' },
  }),
};
const on = (): Machine => command({ catalog: memoryCatalog([ACME]), files, now: '2026-12-01T16:00:00Z' });
const AT = ['--received', '2026-12-01T16:00:00Z'];

describe('confirm --line', () => {
  test.each([
    [0, 'answer.eml', 'line.json', 'dns.json', 'genuine', true],
    [1, 'answer.eml', 'other.json', 'dns.json', 'genuine', false],
    [1, 'answer.eml', 'line.json', 'gone.json', 'not-verifiable', true],
    [1, 'forged.eml', 'line.json', 'dns.json', 'forged', true],
    [1, 'sms.txt', 'line.json', 'dns.json', 'not-verifiable', true],
  ])('exit %i: %s %s %s', async (exit, file, line, dns, verdict, matches) => {
    const machine = on();
    const code = await machine.run(['confirm', file, '--line', line, '--dns', dns, ...AT, '--json']);
    expect(code.code).toBe(exit);
    expect(JSON.parse(code.out)).toMatchObject({ verdict, line: { matches } });
  });

  test('bad input: exit 2 and what is wrong', async () => {
    const machine = on();
    expect((await machine.run(['confirm', 'nothing.eml', '--json'])).code).toBe(2);
    expect((await machine.run(['confirm', 'answer.eml', '--line', 'answer.eml', '--json'])).code).toBe(2);
    expect((await machine.run(['confirm', 'answer.eml', '--dns', 'answer.eml', '--json'])).code).toBe(2);
    expect(
      (await machine.run(['confirm', 'answer.eml', '--received', 'yesterday', '--dns', 'dns.json', '--json'])).code,
    ).toBe(2);
  });
});

interface Filed {
  verdict: string;
  stage: string;
  accepted: boolean;
  notAccepted: string | null;
  written: { seq: number; type: string }[];
}

describe('confirm --case', () => {
  const asked = async (): Promise<{ machine: Machine; id: string }> => {
    const machine = on();
    const { case: id } = (await machine.json(['open', 's.json'])) as { case: string };
    await machine.json(['decide', id, '--choose', 'cancel']);
    await machine.json(['request', id, '--via', 'phone', '--at', '2026-11-28T18:00:00Z']);
    return { machine, id };
  };
  const confirm = (id: string, file: string, ...more: string[]): string[] => ['confirm', file, '--case', id, ...more];

  test('files the answer, and takes it as the confirmation only on a yes', async () => {
    const { machine, id } = await asked();
    const first = (await machine.json(confirm(id, 'answer.eml', '--dns', 'dns.json'))) as Filed;
    expect(first.written.map(({ type }) => type)).toEqual(['reply-received', 'reply-verified']);
    expect(first).toMatchObject({ verdict: 'genuine', accepted: false, notAccepted: 'needs-yes' });
    expect(first.stage).not.toBe('confirmed');
    const second = (await machine.json(confirm(id, 'answer.eml', '--dns', 'dns.json', '--yes'))) as Filed;
    expect(second.written.map(({ type }) => type)).toEqual(['confirmation-accepted']);
    expect(second).toMatchObject({ accepted: true, stage: 'confirmed' });
    const third = (await machine.json(confirm(id, 'answer.eml', '--dns', 'dns.json', '--yes'))) as Filed;
    expect(third).toMatchObject({ accepted: false, notAccepted: 'already', written: [] });
  });

  test('judges it later by the DNS answers of the first day, though the key is gone since', async () => {
    const { machine, id } = await asked();
    await machine.json(confirm(id, 'answer.eml', '--dns', 'dns.json'));
    const later = (await machine.json(
      confirm(id, 'answer.eml', '--dns', 'gone.json', '--now', '2027-06-01T00:00:00Z'),
    )) as Filed;
    expect(later.verdict).toBe('genuine');
  });

  test('never takes a forged mail, and keeps it as evidence', async () => {
    const { machine, id } = await asked();
    const filed = (await machine.json(confirm(id, 'forged.eml', '--dns', 'dns.json', '--yes'), 1)) as Filed;
    expect(filed).toMatchObject({ verdict: 'forged', accepted: false, notAccepted: 'forged' });
    expect(filed.written.map(({ type }) => type)).toEqual(['evidence-attached']);
  });

  test('a text message counts where the user says so', async () => {
    const { machine, id } = await asked();
    const filed = (await machine.json(confirm(id, 'sms.txt', '--dns', 'dns.json', '--yes'), 1)) as Filed;
    expect(filed).toMatchObject({ verdict: 'not-verifiable', accepted: true, stage: 'confirmed' });
  });

  test('shows it in both languages', async () => {
    const { machine, id } = await asked();
    expect((await machine.run(confirm(id, 'answer.eml', '--dns', 'dns.json'))).out).toContain('2026-12-11');
    expect((await machine.run([...confirm(id, 'answer.eml', '--dns', 'dns.json'), '--lang', 'zh'])).out).toContain(
      '服务终止日',
    );
  });
});
