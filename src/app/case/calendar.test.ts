import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { icsCalendar } from '../../adapters/calendar-ics/calendar.ts';
import { formatDay, toDay } from '../../domain/time/civil.ts';
import type { CalendarEntry, CaseCalendar } from '../../ports/calendar.ts';
import { memoryCatalog } from '../../testing/catalog.ts';
import { command, type Machine } from '../../testing/command.ts';
import { type IcsEvent, readIcs } from '../../testing/ics.ts';
import { ACCOUNT, MAIL_BRAND, MAIL_ENV, mailFiles, NOW, openMailCase, SITUATION } from '../../testing/mail-case.ts';

/** Commands are loaded when first used, certificates checked, folders synced: on a busy machine that takes longer. */
vi.setConfig({ testTimeout: 60_000 });

const aMachine = (situation: object = SITUATION, now = NOW): Machine =>
  command({
    catalog: memoryCatalog([MAIL_BRAND]),
    files: { ...mailFiles(), 'situation.json': JSON.stringify(situation) },
    env: MAIL_ENV,
    now,
  });
const exported = async (machine: Machine, id: string, ...more: string[]) => {
  await machine.json(['calendar', id, '--out', 'case.ics', ...more]);
  const text = new TextDecoder().decode(machine.files.get('case.ics'));
  return { text, ...readIcs(text) };
};
interface Deadline {
  code: string;
  date: string;
  done: boolean;
}
const byUid = (events: IcsEvent[], id: string, key: string): IcsEvent | undefined =>
  events.find(({ fields }) => fields.UID === `${id}.${key}@simoff`);

describe('the calendar of a case', () => {
  test('holds every open date with an alarm at nine the day before, and the next step', async () => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    const view = (await machine.json(['show', id])) as { deadlines: Deadline[]; nextAction: { date: string } };
    const { events } = await exported(machine, id);
    const open = view.deadlines.filter(({ done }) => !done);
    expect(open.length).toBeGreaterThan(1);
    for (const { code, date } of open) {
      const event = byUid(events, id, code);
      expect(event?.lines).toContain(`DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`);
      expect(event?.lines).toContain(`DTEND;VALUE=DATE:${formatDay(toDay(date) + 1).replaceAll('-', '')}`);
      expect(event?.alarms[0]).toContain('TRIGGER:-PT15H');
      expect(event?.fields.STATUS).toBe('CONFIRMED');
    }
    expect(byUid(events, id, 'next')?.fields.SUMMARY).toMatch(/^Acme: Next: /);
    expect(new Set(events.map(({ fields }) => fields.UID)).size).toBe(events.length);
  });

  test('the call is planned for the first hour somebody answers on the day to act', async () => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    const { chosen } = (await machine.json(['show', id])) as { chosen: { actOn: string } };
    const { events } = await exported(machine, id);
    const call = byUid(events, id, 'call');
    const first = Math.max(Date.parse(`${chosen.actOn}T08:00:00-05:00`), Date.parse(NOW));
    const stamp = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.000/g, '');
    expect(call?.fields.DTSTART).toBe(stamp(first));
    expect(call?.fields.DTEND).toBe(stamp(first + 3_600_000));
    expect(call?.fields.DESCRIPTION).toContain('Asia/Shanghai');
    expect(call?.alarms[0]).toContain('TRIGGER:-PT30M');
  });

  test('once asked, no call is planned, and what is done comes as cancelled', async () => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    const before = await exported(machine, id);
    await machine.json(['request', id, '--via', 'email']);
    const view = (await machine.json(['show', id])) as { deadlines: Deadline[] };
    const after = await exported(machine, id);
    expect(byUid(before.events, id, 'call')).toBeDefined();
    expect(byUid(after.events, id, 'call')).toBeUndefined();
    const done = view.deadlines.filter((own) => own.done && own.date >= NOW.slice(0, 10));
    expect(done.length).toBeGreaterThan(0);
    for (const { code } of done) {
      expect(byUid(after.events, id, code)?.fields.STATUS).toBe('CANCELLED');
      expect(byUid(after.events, id, code)?.alarms).toEqual([]);
    }
  });

  test('a newer export keeps the names and raises the sequence; the same export gives the same bytes', async () => {
    const machine = aMachine();
    const id = await openMailCase(machine);
    const first = await exported(machine, id);
    expect((await exported(machine, id)).text).toBe(first.text);
    await machine.json(['record', id, 'note-added', '--set', 'note=called']);
    const second = await exported(machine, id);
    const uids = (all: IcsEvent[]): unknown[] => all.map(({ fields }) => fields.UID);
    expect(uids(second.events)).toEqual(uids(first.events));
    const sequence = ({ events }: { events: IcsEvent[] }): number => Number(events[0]?.fields.SEQUENCE);
    expect(sequence(second)).toBeGreaterThan(sequence(first));
  });

  test('speaks the language asked for and names no account', async () => {
    const services = [`bank, account ${ACCOUNT}`];
    const machine = aMachine(
      { ...SITUATION, number: { keep: 'no', codesStillSentHere: services } },
      '2026-12-08T15:00:00Z',
    );
    const id = await openMailCase(machine);
    for (const language of ['zh', 'en']) {
      const { text, events } = await exported(machine, id, '--lang', language);
      expect(text.replace(/\r\n /g, '')).not.toContain(ACCOUNT);
      expect(events.length).toBeGreaterThan(1);
      const chinese = events.every(({ fields }) => /[\u4e00-\u9fff]/.test(fields.SUMMARY ?? ''));
      expect(chinese).toBe(language === 'zh');
    }
  });

  test('a case in which nothing is chosen has at most its own dates', async () => {
    const machine = aMachine();
    const { case: id } = (await machine.json(['open', 'situation.json'])) as { case: string };
    const { events } = await exported(machine, id);
    expect(byUid(events, id, 'call')).toBeUndefined();
    expect(byUid(events, id, 'next')).toBeDefined();
  });
});

describe('the file', () => {
  const calendar = (entries: CalendarEntry[]): CaseCalendar => ({
    case: 'k3v9abcd',
    name: 'Acme, case; k3v9abcd',
    sequence: 3,
    stamp: '2026-11-25T15:00:00.000Z',
    language: 'en',
    entries,
  });
  const text = fc
    .string({ unit: 'grapheme', maxLength: 300 })
    .map((own) => own.toWellFormed().replace(/\p{Cc}/gu, ' '));

  test('gives back what went in, in lines of at most 75 octets, whatever the text', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 40_000 }), (summary, description, day) => {
        const when = { date: formatDay(day) };
        const entry = { uid: 'a@simoff', summary, description, when, alarmMinutes: 900, status: 'open' as const };
        const ics = icsCalendar(calendar([entry]));
        for (const line of ics.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const [event] = readIcs(ics).events;
        expect(event?.fields).toMatchObject({
          UID: 'a@simoff',
          SUMMARY: summary,
          SEQUENCE: '3',
          DTSTAMP: '20261125T150000Z',
        });
        expect(event?.fields.DESCRIPTION).toBe(description);
        expect(event?.fields.DTSTART).toBe(when.date.replaceAll('-', ''));
      }),
    );
  });
});
