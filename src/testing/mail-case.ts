/** A case whose e-mail can be sent: an invented carrier that names an address, and a situation that leaves no gap. */
import { readFileSync } from 'node:fs';
import { aBrand, aProduct, fact } from './catalog.ts';
import type { Machine } from './command.ts';

export const NOW = '2026-11-25T15:00:00Z';
export const CARE = 'care@acme.example';
export const ACCOUNT = '918273645';

const OPEN_DAILY = {
  zone: 'America/New_York',
  weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], open: '08:00', close: '22:00' }],
  holidays: 'open',
};

export const MAIL_BRAND = aBrand({ officialDomains: fact(['acme.example']) }, [
  aProduct({
    channels: [
      {
        kind: 'email',
        value: fact(CARE),
        canCancelHere: fact('yes'),
        fromAbroad: fact('yes'),
      },
      {
        kind: 'phone',
        value: fact('+12025550100'),
        canCancelHere: fact('yes'),
        fromAbroad: fact('yes'),
        hours: fact(OPEN_DAILY),
      },
    ],
  }),
]);

export const SITUATION = {
  holder: {
    name: 'Wei Zhang',
    nameZh: '张伟',
    address: ['1 Test Street', 'Springfield, IL 62701'],
    email: 'wei@example.com',
  },
  account: { role: 'primary', number: ACCOUNT },
  line: {
    carrier: 'acme',
    product: 'postpaid',
    msisdn: '+12025550143',
    monthlyUsd: '70.00',
    cycleDay: 12,
    paidThrough: '2026-12-11',
    autopay: true,
  },
  leavesOn: '2026-12-20',
  userCountry: 'CN',
  userZone: 'Asia/Shanghai',
  number: { keep: 'no', codesStillSentHere: [] },
};

export const MAIL_ENV = { SIMOFF_SMTP_PASSWORD: 'correct horse 8' };

/** What lies on the disk of the machine the commands run on. */
export function mailFiles(): Record<string, string> {
  const ca = readFileSync(new URL('../adapters/mailer-smtp/fixtures/ca.pem', import.meta.url), 'utf8');
  return { 'situation.json': JSON.stringify(SITUATION), 'ca.pem': ca };
}

export function serverAt(port: number): string {
  return `smtps://wei@example.com@127.0.0.1:${port}`;
}

/** Opens the case and chooses to cancel; its id. */
export async function openMailCase(machine: Machine): Promise<string> {
  const { case: id } = (await machine.json(['open', 'situation.json'])) as { case: string };
  await machine.json(['decide', id, '--choose', 'cancel']);
  return id;
}
