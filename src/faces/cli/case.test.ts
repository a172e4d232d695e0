import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../adapters/store-memory/store.ts';
import { chained, EMPTY_HEAD } from '../../domain/case/chain.ts';
import type { NewEvent } from '../../domain/case/events.ts';
import { aBrand, aProduct, fact, memoryCatalog } from '../../testing/catalog.ts';
import { command, type Machine } from '../../testing/command.ts';

const catalog = memoryCatalog([
  aBrand({}, [
    aProduct({
      billing: { effective: fact('end-of-cycle'), proration: fact('none') },
      channels: [{ kind: 'phone', value: fact('+12025550100'), canCancelHere: fact('yes') }],
    }),
  ]),
]);
const SITUATION = {
  account: { number: '987654321' },
  line: {
    carrier: 'acme',
    msisdn: '+12025550143',
    iccid: '8901260000000000002',
    simType: 'esim',
    monthlyUsd: '70.00',
    cycleDay: 12,
    paidThrough: '2026-12-11',
  },
  needsServiceUntil: '2026-12-05',
  number: { keep: 'no', codesStillSentHere: ['bank'] },
};
const machine = (files: Record<string, string> = {}): Machine =>
  command({ catalog, files: { 's.json': JSON.stringify(SITUATION), ...files } });

interface Status {
  case: string;
  stage: string;
  nextAction: { code: string; message: string; date: string | null };
  alarms: { code: string }[];
}

const openOn = async (on: Machine): Promise<string> => ((await on.json(['open', 's.json'])) as Status).case;

describe('a whole life', () => {
  test('each stage by the events and the day', async () => {
    const on = machine({ 'mail.eml': 'your line ends' });
    const id = await openOn(on);
    const stage = async (today: string): Promise<string> =>
      ((await on.json(['show', id, '--today', today])) as Status).stage;
    const does = async (today: string, ...argv: string[]): Promise<string> =>
      ((await on.json([...argv, '--today', today])) as Status).stage;

    expect(await stage('2026-11-24')).toBe('draft');
    expect(await does('2026-11-24', 'decide', id, '--choose', 'cancel')).toBe('decided');
    expect(await does('2026-11-24', 'prepare', id, '--out', 'out')).toBe('prepared');
    expect(on.files.has('out/letter.txt')).toBe(true);
    expect(await does('2026-11-25', 'record', id, 'account-unlinked', '--set', 'service=bank')).toBe('prepared');
    expect(await does('2026-11-26', 'request', id, '--via', 'phone', '--at', '2026-11-26T18:00:00Z')).toBe('requested');
    expect(await does('2026-11-27', 'record', id, 'reply-received', '--set', 'kind=pre-registered')).toBe(
      'acknowledged',
    );
    const confirmation = ['--set', 'effectiveDate=2026-12-11', '--attach', 'mail.eml'];
    expect(await does('2026-11-28', 'record', id, 'confirmation-accepted', ...confirmation)).toBe('confirmed');
    expect(await stage('2026-12-10')).toBe('confirmed');
    expect(await stage('2026-12-12')).toBe('effective');
    expect(await does('2027-01-05', 'record', id, 'balance-recorded', '--set', 'balanceUsd=0')).toBe('settled');
    expect(await does('2027-01-06', 'record', id, 'profile-deleted')).toBe('closed');
    const { cases } = (await on.json(['cases', '--today', '2027-01-07'])) as { cases: Status[] };
    expect(cases).toMatchObject([{ case: id, stage: 'closed', alarms: 0 }]);
  });

  test('speaks both languages', async () => {
    const on = machine();
    const id = await openOn(on);
    for (const argv of [['show', id], ['cases'], ['next', id]]) {
      expect((await on.run([...argv, '--lang', 'zh'])).out).toMatch(/[\u4e00-\u9fff]/);
      expect((await on.run([...argv, '--lang', 'zh'])).out).not.toMatch(/\b(?:case|record|decide)\.[a-z]+\.[a-z]/);
      expect((await on.run([...argv, '--lang', 'en'])).out).not.toMatch(/\b(?:case|record|decide)\.[a-z]+\.[a-z]/);
    }
  });
});

describe('wrong orders and wrong words: exit 2, the reason, nothing written', () => {
  test.each<[string, string[], string]>([
    ['a request before a decision', ['request', 'CASE', '--via', 'phone'], 'case-refused'],
    ['documents before a decision', ['prepare', 'CASE', '--out', 'out'], 'case-refused'],
    ['a profile deleted before the last code', ['record', 'CASE', 'profile-deleted'], 'case-refused'],
    ['a confirmation of nothing', ['record', 'CASE', 'confirmation-accepted'], 'case-refused'],
    ['no such event', ['record', 'CASE', 'cancelled'], 'event-type'],
    ['an event of a verb', ['record', 'CASE', 'pack-sealed'], 'event-by-verb'],
    ['no such field', ['record', 'CASE', 'note-added', '--set', 'pin=1234'], 'event-field'],
    ['no value', ['record', 'CASE', 'note-added', '--set', 'note'], 'event-field'],
    ['a field twice', ['record', 'CASE', 'note-added', '--set', 'note=a', '--set', 'note=b'], 'event-field'],
    ['a wrong moment', ['record', 'CASE', 'note-added', '--set', 'note=a', '--at', 'yesterday'], 'bad-instant'],
    ['no such file', ['record', 'CASE', 'note-added', '--set', 'note=a', '--attach', 'x.pdf'], 'file-unreadable'],
    ['evidence without a file', ['record', 'CASE', 'evidence-attached'], 'event-field'],
    ['no such way', ['request', 'CASE', '--via', 'pigeon'], 'event-field'],
    ['no way', ['request', 'CASE'], 'event-field'],
    ['no such case', ['show', 'zzzzzzzz'], 'unknown-case'],
    ['no such option', ['decide', 'CASE', '--choose', 'flee'], 'option-unknown'],
    ['an option for a file', ['decide', 's.json', '--choose', 'cancel'], 'usage'],
    ['an entry that is not there', ['undo', 'CASE', '99'], 'case-refused'],
    ['no number', ['undo', 'CASE', 'last'], 'event-field'],
    ['a delete without a yes', ['delete', 'CASE'], 'needs-yes'],
    ['a delete of nothing', ['delete'], 'usage'],
    ['an export to nowhere', ['export'], 'usage'],
    ['an export over a file', ['export', '--out', 's.json'], 'file-exists'],
    ['an import of something else', ['import', 's.json'], 'import-broken'],
    [
      'a situation that is not right',
      ['record', 'CASE', 'situation-recorded', '--set', 'line.cycleDay=77'],
      'situation-field',
    ],
  ])('%s', async (_, argv, code) => {
    const on = machine();
    const id = await openOn(on);
    const said = (await on.json(
      argv.map((arg) => (arg === 'CASE' ? id : arg)),
      2,
    )) as { error: { code: string; message: string } };
    expect(said.error.code).toBe(code);
    expect(said.error.message).not.toMatch(/^(?:error|case)\./);
    expect(((await on.json(['show', id])) as { events: unknown[] }).events).toHaveLength(1);
  });

  test('a cancel request while the number is on the move', async () => {
    const on = machine();
    const id = await openOn(on);
    await on.json(['decide', id, '--choose', 'port-out']);
    await on.json(['request', id, '--via', 'online']);
    await on.json(['decide', id, '--choose', 'cancel']);
    const said = (await on.json(['request', id, '--via', 'phone'], 2)) as { error: { facts: { reason: string } } };
    expect(said.error.facts.reason).toBe('port-out-open');
    await on.json(['record', id, 'contact-logged', '--set', 'outcome=port-withdrawn']);
    expect(((await on.json(['request', id, '--via', 'phone'])) as Status).stage).toBe('requested');
  });
});

describe('export and import', () => {
  test('from one machine to another, locked with a passphrase', async () => {
    const env = { SIMOFF_PASSPHRASE: 'correct horse battery staple' };
    const from = command({ catalog, files: { 's.json': JSON.stringify(SITUATION) }, env });
    const id = await openOn(from);
    const view = (await from.json(['export', '--out', 'x.age'])) as { encrypted: boolean; cases: number };
    expect(view).toMatchObject({ encrypted: true, cases: 1, events: 1, secrets: 2, lost: 0 });
    const bytes = from.files.get('x.age') ?? new Uint8Array();
    expect(new TextDecoder().decode(bytes)).not.toContain('acme');

    const to = command({ catalog, env });
    to.files.set('x.age', bytes);
    expect(await to.json(['import', 'x.age'])).toEqual({ cases: [{ case: id, events: 1, added: 1, problems: 0 }] });
    expect((await to.run(['show', id, '--reveal', '--json'])).out).toContain('"line":"+12025550143"');

    const stranger = command({ catalog, env: { SIMOFF_PASSPHRASE: 'wrong' } });
    stranger.files.set('x.age', bytes);
    expect(await stranger.json(['import', 'x.age'], 2)).toMatchObject({ error: { code: 'import-locked' } });
  });

  test('without a passphrase say what was left out', async () => {
    const on = machine();
    await openOn(on);
    const ran = await on.run(['export', '--out', 'x.jsonl']);
    expect(ran.code).toBe(0);
    expect(ran.note).toContain('Not encrypted');
    expect(new TextDecoder().decode(on.files.get('x.jsonl'))).not.toMatch(/987654321|8901260000000000002/);
  });
});

test('documents made anew replace those simoff made, and keep what was changed by hand', async () => {
  const on = machine();
  const id = await openOn(on);
  await on.json(['decide', id, '--choose', 'cancel']);
  await on.json(['prepare', id, '--out', 'out']);
  await on.json(['prepare', id, '--out', 'out']);
  expect([...on.files.keys()].filter((path) => path.endsWith('~'))).toEqual([]);
  on.files.set('out/letter.txt', new TextEncoder().encode('mine'));
  expect((await on.run(['prepare', id, '--out', 'out'])).note).toContain('out/letter.txt~');
  expect(new TextDecoder().decode(on.files.get('out/letter.txt~'))).toBe('mine');
  expect(new TextDecoder().decode(on.files.get('out/letter.txt'))).not.toBe('mine');
});

test('a request the carrier takes in no such way, and a date to come, are recorded with a warning', async () => {
  const on = machine();
  const id = await openOn(on);
  await on.json(['decide', id, '--choose', 'cancel']);
  const said = (await on.json(['request', id, '--via', 'email', '--at', '2027-01-01'])) as {
    warnings: { code: string }[];
  };
  expect(said.warnings.map(({ code }) => code)).toEqual(['in-future', 'channel-unknown']);
});

test('what an imported case holds does not steer the terminal', async () => {
  const store = memoryStore();
  const on = command({ catalog, files: { 's.json': JSON.stringify(SITUATION) }, store });
  const id = await openOn(on);
  const { head } = (await store.log.read(id)) ?? { head: EMPTY_HEAD };
  const at = '2026-12-01T12:00:00.000Z';
  const event: NewEvent = { type: 'note-added', at, on: '2026-12-01', data: { note: 'a \u001b[31mred\u202e note' } };
  await store.log.append(id, head, chained(id, head, [event], at));
  const { out } = await on.run(['show', id]);
  expect(out).toContain('a  [31mred note');
});
