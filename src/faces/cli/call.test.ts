import { describe, expect, test } from 'vitest';
import type { CallView, EndedCall } from '../../app/case/call.ts';
import { aBrand, aProduct, fact, memoryCatalog } from '../../testing/catalog.ts';
import { command, type Machine } from '../../testing/command.ts';

const hours = fact({
  zone: 'America/New_York',
  weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'] as const, open: '08:00', close: '21:00' }],
  holidays: 'closed' as const,
});
const catalog = memoryCatalog([
  aBrand({}, [
    aProduct({
      billing: { effective: fact('end-of-cycle'), proration: fact('none') },
      channels: [
        {
          kind: 'phone',
          value: fact('+12025550100'),
          canCancelHere: fact('yes'),
          fromAbroad: fact('yes'),
          hours: hours as never,
          voiceMenu: fact({ en: 'Say cancel service.', zh: '说 cancel service。' }),
        },
        { kind: 'phone', value: fact('611'), canCancelHere: fact('yes') },
        { kind: 'email', value: fact('care@acme.example'), canCancelHere: fact('yes') },
      ],
    }),
  ]),
  aBrand({ slug: 'mute', name: { en: 'Mute', zh: 'Mute' } } as never, [aProduct({ channels: [] })]),
]);
const SITUATION = {
  holder: { name: 'Wei Zhang', email: 'wei@example.com' },
  account: { number: '987654321', role: 'primary' },
  line: { carrier: 'acme', msisdn: '+12025550143', simType: 'esim', monthlyUsd: '70.00', cycleDay: 12 },
  userZone: 'Asia/Shanghai',
  userCountry: 'CN',
  number: { keep: 'no' },
};
const OPEN = '2026-11-24T15:00:00Z';

async function desk(given: { typed?: string[]; now?: string; carrier?: string } = {}) {
  const situation = { ...SITUATION, line: { ...SITUATION.line, carrier: given.carrier ?? 'acme' } };
  const on = command({
    catalog,
    files: { 's.json': JSON.stringify(situation) },
    typed: given.typed ?? [],
    now: given.now ?? OPEN,
  });
  const id = ((await on.json(['open', 's.json'])) as { case: string }).case;
  await on.json(['decide', id, '--choose', 'cancel']);
  return { on, id };
}
const typesOf = async (on: Machine, id: string): Promise<string[]> =>
  ((await on.json(['show', id])) as { events: { type: string }[] }).events.map(({ type }) => type);

describe('call', () => {
  test('gives the number to dial from here, the menu, the script in both languages and the replies', async () => {
    const { on, id } = await desk();
    const view: CallView = await on.json(['call', id]);
    expect(view).toMatchObject({ case: id, purpose: 'cancel', from: 'CN', noNumber: null });
    expect(view.numbers[0]).toMatchObject({ value: '+12025550100', dial: true, openNow: 'yes' });
    expect(view.numbers[0]?.voiceMenu.text).toBe('Say cancel service.');
    // A short code works on the carrier's own network alone.
    expect(view.numbers.find(({ value }) => value === '611')).toMatchObject({ dial: false });
    const ids = view.branches.map((branch) => branch.id);
    expect(ids).toEqual(expect.arrayContaining(['discount', 'primaryOnly', 'callBack', 'preRegistered', 'asksCode']));
    const sections = view.script.sections.map((section) => section.id);
    expect(sections).not.toContain('replies');
    for (const { goesOn } of view.branches) expect(sections).toContain(goesOn);
    for (const { lines } of view.script.sections) {
      for (const { en, zh } of lines) expect([en, zh]).not.toContain('');
    }
    expect(await typesOf(on, id)).toEqual(['situation-recorded', 'option-chosen']);
  });

  test('says when the line opens', async () => {
    const { on, id } = await desk({ now: '2026-11-24T06:00:00Z' });
    const view: CallView = await on.json(['call', id]);
    expect(view.numbers[0]).toMatchObject({ openNow: 'no', opensAt: '2026-11-24T13:00:00Z' });
    expect((await on.run(['call', id])).out).toMatch(/Closed now; opens Tue 24 Nov, 21:00/);
  });

  test('offers no number where none has a source, and the script all the same', async () => {
    const { on, id } = await desk({ carrier: 'mute' });
    const view: CallView = await on.json(['call', id]);
    expect(view.numbers.filter(({ dial }) => dial)).toEqual([]);
    expect(view.noNumber).toContain('Mute');
    expect(view.script.sections.length).toBeGreaterThan(4);
  });

  test('is refused before anything is chosen', async () => {
    const on = command({ catalog, files: { 's.json': JSON.stringify(SITUATION) } });
    const { case: id } = (await on.json(['open', 's.json'])) as { case: string };
    expect(await on.json(['call', id], 2)).toMatchObject({
      error: { code: 'case-refused', facts: { reason: 'not-decided' } },
    });
  });

  test('ended, it is recorded with the request made on it, and pinned down in a message', async () => {
    const { on, id } = await desk();
    const set = ['agentName=Ann', 'agentId=A-77', 'reference=R-9', 'outcome=promised', 'promisedEndDate=2026-12-11'];
    const ended: EndedCall = await on.json([
      'call',
      id,
      '--end',
      '--asked',
      '--at',
      '2026-11-24T14:40:00Z',
      ...set.flatMap((one) => ['--set', one]),
      '--set',
      'promisedRefundUsd=12',
    ]);
    expect(ended.stage).toBe('acknowledged');
    expect(ended.written.map(({ type }) => type)).toEqual(['request-sent', 'contact-logged']);
    const { followUp } = ended;
    expect(followUp?.to).toBe('care@acme.example');
    for (const part of ['November 24, 2026', 'Ann, A-77', 'R-9', 'December 11, 2026', '$12.00', id]) {
      expect(followUp?.body).toContain(part);
    }
    expect(followUp?.bodyZh).toContain('2026年12月11日');
    expect(followUp?.mailto).toMatch(/^mailto:care@acme\.example\?subject=/);
    expect(await typesOf(on, id)).toEqual([
      'situation-recorded',
      'option-chosen',
      'request-sent',
      'contact-logged',
      'document-composed',
    ]);
    const { files } = (await on.json(['prepare', id, '--out', 'out'])) as { files: { path: string }[] };
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['out/follow-up.txt', 'out/follow-up.pdf']));
  });

  test('pre-registered is no end, and the message says that a step is missing', async () => {
    const { on, id } = await desk();
    const ended: EndedCall = await on.json([
      'call',
      id,
      '--asked',
      '--set',
      'outcome=pre-registered',
      '--set',
      'callBy=2026-12-01',
    ]);
    expect(ended.stage).toBe('acknowledged');
    expect(ended.followUp?.body).toMatch(/only pre-registered/);
    expect(ended.followUp?.body).toContain('December 1, 2026');
  });

  test('nobody answered: nothing to pin down', async () => {
    const { on, id } = await desk();
    const ended: EndedCall = await on.json(['call', id, '--end', '--set', 'outcome=no-answer']);
    expect(ended).toMatchObject({ followUp: null, stage: 'decided' });
  });

  test('once it stands in writing, the message is no longer made', async () => {
    const { on, id } = await desk();
    await on.json(['call', id, '--asked', '--set', 'outcome=promised']);
    await on.json(['record', id, 'confirmation-accepted', '--set', 'effectiveDate=2026-12-11']);
    const { files } = (await on.json(['prepare', id, '--out', 'out'])) as { files: { path: string }[] };
    expect(files.map(({ path }) => path)).not.toContain('out/follow-up.txt');
  });

  test.each([['promisedEndDate=soon'], ['outcome=gone'], ['promisedRefundUsd=lots'], ['nothing=x']])(
    'a field that cannot be recorded (%s) writes neither event',
    async (field) => {
      const { on, id } = await desk();
      expect(await on.json(['call', id, '--end', '--asked', '--set', field], 2)).toMatchObject({
        error: { code: 'event-field' },
      });
      expect(await typesOf(on, id)).toEqual(['situation-recorded', 'option-chosen']);
    },
  );

  test('refused where cancelling would take a number that is being moved, and then nothing is written', async () => {
    const { on, id } = await desk();
    await on.json(['request', id, '--via', 'phone', '--for', 'port-out']);
    const before = await typesOf(on, id);
    expect(await on.json(['call', id, '--end', '--asked'], 2)).toMatchObject({
      error: { code: 'case-refused', facts: { reason: 'port-out-open' } },
    });
    expect(await typesOf(on, id)).toEqual(before);
  });
});

describe('at a terminal', () => {
  const skipAll = (view: CallView): string[] =>
    view.script.sections.filter(({ id }) => id !== 'before').flatMap(({ lines }) => lines.map(() => ''));

  test('line by line, a reply by its letter, a note by its words; a wrong date is asked for again', async () => {
    const { on: look, id: other } = await desk();
    const view: CallView = await look.json(['call', other]);
    const typed = ['', ...skipAll(view).slice(0, 3), 'b', 'they put me on hold', 'q'];
    const fields = ['Ann', '', 'R-1', 'promised', 'soon', '2026-12-11', '', ''];
    const { on, id } = await desk({ typed: [...typed, ...fields, 'y', 'y'] });
    const ran = await on.run(['call', id]);
    expect(ran.code).toBe(0);
    expect(ran.note).toContain(view.branches[1]?.say.en.slice(0, 30));
    expect(await typesOf(on, id)).toContain('request-sent');
    const { events } = (await on.json(['show', id])) as { events: { type: string; data: object }[] };
    expect(events.find(({ type }) => type === 'contact-logged')?.data).toMatchObject({
      agentName: 'Ann',
      reference: 'R-1',
      promisedEndDate: '2026-12-11',
      note: 'they put me on hold',
    });
  });

  test('broken off or not confirmed: nothing is recorded, and the notes are shown again', async () => {
    const { on, id } = await desk({ typed: ['', 'Ann said maybe'] });
    const ran = await on.run(['call', id]);
    expect(ran.code).toBe(0);
    expect(ran.note).toContain('Ann said maybe');
    expect(ran.note).toContain(`simoff call ${id} --end`);
    expect(await typesOf(on, id)).toEqual(['situation-recorded', 'option-chosen']);
  });
});
