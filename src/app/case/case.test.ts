import { beforeEach, describe, expect, test } from 'vitest';
import { memoryStore } from '../../adapters/store-memory/store.ts';
import { canonical } from '../../domain/case/chain.ts';
import { hasher } from '../../domain/case/hasher.ts';
import { SimoffError } from '../../domain/errors.ts';
import { loadMessages } from '../../locale/messages.ts';
import { type Say, sayer } from '../../locale/say.ts';
import type { Store } from '../../ports/store.ts';
import { aBrand, aProduct, fact, memoryCatalog } from '../../testing/catalog.ts';
import { chooseOption } from './choose.ts';
import type { CaseDeps } from './deps.ts';
import { exportLines, noCounts } from './export.ts';
import { importLines } from './import.ts';
import { deleteCases, listCases } from './list.ts';
import { loadCase } from './load.ts';
import { openCase } from './open.ts';
import { recordEvent, undoEvent } from './record.ts';
import { revealer } from './reveal.ts';
import { tellMore } from './tell.ts';
import { viewCase } from './view.ts';

const ACCOUNT = '987654321';
const ICCID = '8901260000000000002';
const SITUATION = {
  account: { role: 'primary', number: ACCOUNT },
  line: { carrier: 'Acme', msisdn: '+12025550143', iccid: ICCID, simType: 'esim', monthlyUsd: '70.00', cycleDay: 12 },
  number: { keep: 'no', codesStillSentHere: ['bank'] },
  payment: 'us-credit',
};
const catalog = memoryCatalog([
  aBrand({}, [aProduct({ billing: { effective: fact('immediate'), proration: fact('none') } })]),
]);

let store: Store;
let deps: CaseDeps;
let say: Say;
beforeEach(async () => {
  store = memoryStore();
  deps = { ...store, catalog, now: '2026-12-01T15:00:00Z', today: null };
  say = sayer('en', await loadMessages('en'));
});

const opened = async (): Promise<string> => (await openCase(SITUATION, deps, say)).read.case;
const decided = async (): Promise<string> => {
  const id = await opened();
  await chooseOption(id, 'cancel', null, deps, say);
  return id;
};
const record = (
  id: string,
  type: string,
  set: Record<string, string> = {},
  files: { name: string; text: string }[] = [],
) =>
  recordEvent(
    id,
    type,
    {
      at: null,
      set,
      files: files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text), mediaType: 'text/plain' })),
    },
    deps,
  );
const errorOf = async (act: () => Promise<unknown>): Promise<SimoffError> => {
  const error = await act().then(
    () => null,
    (cause: unknown) => cause,
  );
  if (error instanceof SimoffError) return error;
  throw new Error('nothing was refused', { cause: error });
};
const logText = async (id: string): Promise<string> => canonical((await store.log.read(id))?.events);
const exported = async (secrets: boolean): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of exportLines(null, { secrets }, deps, noCounts())) lines.push(line.trimEnd());
  return lines;
};

describe('secrets', () => {
  test('stand nowhere in the log, whichever way they came in', async () => {
    const id = await decided();
    await record(id, 'note-added', { note: `They read ${ACCOUNT} back, and my PIN is 48291` });
    await record(id, 'request-sent', { via: 'phone', reference: `card ${ICCID}` }, [
      { name: `bill-${ACCOUNT}.txt`, text: 'the bill' },
    ]);
    const text = await logText(id);
    for (const secret of [ACCOUNT, ICCID, '48291']) expect(text).not.toContain(secret);
    expect(text).toContain('They read •••• back, and my PIN is ••••');
    expect(text).toContain('••••0002');
  });

  test('are shown to their owner who asks for them', async () => {
    const id = await decided();
    await record(id, 'note-added', { note: 'PIN 48291' });
    const loaded = await loadCase(id, deps);
    expect(JSON.stringify(viewCase(loaded, say))).not.toContain('48291');
    expect(JSON.stringify(viewCase(loaded, say, await revealer(loaded, deps)))).toContain('PIN 48291');
  });

  test('typed into the wrong field are kept like any other, and the case stays readable', async () => {
    const id = (
      await openCase(
        {
          ...SITUATION,
          holder: { name: `Wei ${ACCOUNT}` },
          line: { ...SITUATION.line, msisdn: '490154203237518' },
          number: { codesStillSentHere: ['bank 4111 1111 1111 1111'] },
        },
        deps,
        say,
      )
    ).read.case;
    await record(id, 'account-unlinked', { service: 'bank 4111 1111 1111 1111' });
    const text = await logText(id);
    for (const secret of [ACCOUNT, '490154203237518', '4111 1111']) expect(text).not.toContain(secret);
    expect(viewCase(await loadCase(id, deps), say).servicesLeft).toEqual([]);
  });

  test('are found where a few digits are all that was typed, and a ticket number is left', async () => {
    const id = await decided();
    await record(id, 'contact-logged', { note: '739154', reference: '739155' });
    const text = await logText(id);
    expect(text).not.toContain('739154');
    expect(text).toContain('739155');
  });

  test('that look like part of a date leave the date alone', async () => {
    const id = (await openCase({ ...SITUATION, account: { number: '1220' }, leavesOn: '2026-12-20' }, deps, say)).read
      .case;
    await chooseOption(id, 'cancel', null, deps, say);
    await record(id, 'request-sent', { via: 'phone', note: 'they read 1220 back' });
    await record(id, 'confirmation-accepted', { effectiveDate: '2026-12-20' });
    const { events } = viewCase(await loadCase(id, deps), say);
    expect(events.map(({ data }) => data)).toMatchObject([
      { situation: { leavesOn: '2026-12-20' } },
      {},
      { note: 'they read •••• back' },
      { effectiveDate: '2026-12-20' },
    ]);
  });

  test('survive when something else is told anew', async () => {
    const id = await opened();
    await tellMore(
      id,
      { 'line.balanceUsd': '12.00', 'number.codesStillSentHere': '["bank","wechat"]' },
      null,
      deps,
      say,
    );
    const loaded = await loadCase(id, deps);
    expect(loaded.situation).toMatchObject({ line: { balanceUsd: '12.00', iccid: '••••0002' } });
    const shown = JSON.stringify(viewCase(loaded, say, await revealer(loaded, deps)));
    expect(shown).toContain(ICCID);
    expect(shown).toContain(ACCOUNT);
  });

  test('a file keeps its name, but no way to anywhere', async () => {
    const id = await opened();
    const files = ['../../etc/passwd', 'C:\\bills\\may.pdf', '..', '账单.pdf'].map((name) => ({ name, text: name }));
    await record(id, 'evidence-attached', {}, files);
    const [event] = (await loadCase(id, deps)).state.all('evidence-attached');
    expect(event?.data.attachments?.map(({ name }) => name)).toEqual(['passwd', 'may.pdf', 'file', '账单.pdf']);
  });

  test('can be deleted without harm to the chain', async () => {
    const id = await opened();
    await store.secrets.deleteAll(id);
    expect((await loadCase(id, deps)).read.problems).toEqual([]);
  });
});

describe('writing', () => {
  test('a refused event writes nothing and keeps no file', async () => {
    const id = await opened();
    const before = await logText(id);
    const error = await errorOf(() => record(id, 'request-sent', { via: 'phone' }, [{ name: 'a.txt', text: 'x' }]));
    expect(error.code).toBe('case-refused');
    expect(error.facts.reason).toBe('not-decided');
    expect(await logText(id)).toBe(before);
    expect(await store.blobs.list(id)).toEqual([]);
  });

  test('many writers at once lose nothing', async () => {
    const id = await opened();
    await Promise.all(Array.from({ length: 40 }, (_, count) => record(id, 'note-added', { note: `note ${count}` })));
    const { read } = await loadCase(id, deps);
    expect(read.problems).toEqual([]);
    const notes = read.events.flatMap((event) => (event.type === 'note-added' ? [String(event.data.note)] : []));
    expect(new Set(notes).size).toBe(40);
  });

  test('an entry can be taken back, but not one that others rest on', async () => {
    const id = await decided();
    await record(id, 'request-sent', { via: 'phone' });
    expect((await errorOf(() => undoEvent(id, '2', { at: null, set: {} }, deps))).facts).toMatchObject({
      reason: 'needed-by',
      by: 3,
    });
    await undoEvent(id, '3', { at: null, set: { note: 'never happened' } }, deps);
    const view = viewCase(await loadCase(id, deps), say);
    expect(view.stage).toBe('decided');
    expect(view.events.find((event) => event.seq === 3)?.takenBackBy).toBe(4);
  });

  test('a plan the carrier does not have is refused, and another name of the carrier is the carrier', async () => {
    const id = await opened();
    expect((await errorOf(() => tellMore(id, { 'line.product': 'gold' }, null, deps, say))).code).toBe(
      'unknown-product',
    );
    const { loaded } = await tellMore(id, { 'line.carrier': 'ACME' }, null, deps, say);
    expect(loaded.situation?.line.carrier).toBe('acme');
  });

  test('another carrier is another case', async () => {
    const id = await opened();
    const error = await errorOf(() => tellMore(id, { 'line.carrier': 'other' }, null, deps, say));
    expect(error.facts.reason).toBe('other-carrier');
  });

  test('a case is found by an unmistakable beginning of its name', async () => {
    const id = await opened();
    expect((await loadCase(id.slice(0, 4).toUpperCase(), deps)).read.case).toBe(id);
    expect((await errorOf(() => loadCase('nobody', deps))).code).toBe('unknown-case');
    expect((await errorOf(() => loadCase('', deps))).code).toBe('unknown-case');
  });

  test('an option that is not there, and one that is not possible, are told apart', async () => {
    const id = await opened();
    expect((await errorOf(() => chooseOption(id, 'flee', null, deps, say))).code).toBe('option-unknown');
    expect((await errorOf(() => chooseOption(id, 'let-lapse', null, deps, say))).code).toBe('option-not-feasible');
  });
});

describe('export and import', () => {
  test('bring a case over whole, secrets and files included, and change nothing the second time', async () => {
    const id = await decided();
    await record(id, 'evidence-attached', {}, [{ name: 'chat.txt', text: '聊天记录' }]);
    const lines = await exported(true);
    const there = memoryStore();
    const other = { ...deps, ...there };
    expect((await importLines(() => lines, other)).cases).toEqual([{ case: id, events: 3, added: 3, problems: 0 }]);
    expect((await importLines(() => lines, other)).cases).toEqual([{ case: id, events: 3, added: 0, problems: 0 }]);
    expect(await there.log.read(id)).toEqual(await store.log.read(id));
    const loaded = await loadCase(id, other);
    expect(JSON.stringify(viewCase(loaded, say, await revealer(loaded, other)))).toContain(ACCOUNT);
    const [file] = await there.blobs.list(id);
    expect(new TextDecoder().decode((await there.blobs.get(id, file ?? '')) ?? undefined)).toBe('聊天记录');
  });

  test('leave a secret that is here as it is', async () => {
    const id = await decided();
    const changed: string[] = [];
    for (const line of await exported(true)) changed.push(line.replaceAll(ACCOUNT, '000000000'));
    const sum = hasher();
    const last = JSON.parse(changed.pop() ?? '');
    for (const line of changed) sum.update(`${line}\n`);
    sum.update(JSON.stringify(last.end));
    changed.push(JSON.stringify({ ...last, sha256: sum.hex() }));
    await importLines(() => changed, deps);
    const loaded = await loadCase(id, deps);
    expect(JSON.stringify(viewCase(loaded, say, await revealer(loaded, deps)))).toContain(ACCOUNT);
  });

  test('without a passphrase leave the secrets out', async () => {
    await decided();
    const text = (await exported(false)).join('\n');
    expect(text).not.toContain(ACCOUNT);
    expect(text).not.toContain(ICCID);
  });

  test('continue a case that went further elsewhere, and refuse one that went another way', async () => {
    const id = await decided();
    const early = await exported(true);
    const there = { ...deps, ...memoryStore() };
    await importLines(() => early, there);
    await record(id, 'note-added', { note: 'went on' });
    const late = await exported(true);
    expect((await importLines(() => late, there)).cases).toEqual([{ case: id, events: 3, added: 1, problems: 0 }]);

    const aside = { ...deps, ...memoryStore() };
    await importLines(() => early, aside);
    await recordEvent(id, 'note-added', { at: null, set: { note: 'went astray' }, files: [] }, aside);
    const before = await aside.log.read(id);
    expect((await errorOf(() => importLines(() => late, aside))).code).toBe('case-diverged');
    expect(await aside.log.read(id)).toEqual(before);
  });

  test('refuse whatever is not whole, line by line, and write nothing', async () => {
    await decided();
    const lines = await exported(true);
    const there = { ...deps, ...memoryStore() };
    for (let cut = 0; cut < lines.length; cut += 1) {
      const error = await errorOf(() => importLines(() => lines.filter((_, index) => index !== cut), there));
      expect(error.code).toBe('import-broken');
    }
    for (const [index, line] of lines.entries()) {
      for (let at = 0; at < line.length; at += 7) {
        const changed = `${line.slice(0, at)}${line[at] === '0' ? '1' : '0'}${line.slice(at + 1)}`;
        const error = await errorOf(() => importLines(() => lines.with(index, changed), there));
        expect(['import-broken', 'import-newer']).toContain(error.code);
      }
    }
    expect(await there.log.list()).toEqual([]);
  });

  test('refuse a foreign file and a newer format', async () => {
    expect((await errorOf(() => importLines(() => ['{"hello":1}'], deps))).code).toBe('import-broken');
    expect((await errorOf(() => importLines(() => [], deps))).code).toBe('import-broken');
    expect((await errorOf(() => importLines(() => ['{"simoff":"export","format":99}'], deps))).code).toBe(
      'import-newer',
    );
  });
});

describe('damage', () => {
  test('of the store as a whole is said with the case and with the list', async () => {
    const id = await opened();
    const where = '/data/simoff.db';
    const own = { ...deps, describe: async () => ({ kind: 'sqlite' as const, where, damaged: true }) };
    const [problem] = viewCase(await loadCase(id, own), say).problems;
    expect(problem).toMatchObject({ code: 'store-damaged', message: expect.stringContaining(where) });
    expect((await listCases(own, say)).problems).toEqual([problem]);
  });

  test('that took a file away is counted in an export', async () => {
    const id = await opened();
    await record(id, 'evidence-attached', {}, [{ name: 'chat.txt', text: 'a chat' }]);
    const counts = noCounts();
    const gone = { ...deps, blobs: { ...store.blobs, list: async () => [] } };
    for await (const _ of exportLines(null, { secrets: false }, gone, counts));
    expect(counts).toMatchObject({ files: 0, lost: 1 });
  });

  test('of a key is told once to whoever wants to see what is hidden', async () => {
    const id = await opened();
    const get = async (): Promise<never> => {
      throw new SimoffError('key-missing', { file: '/data' });
    };
    const told: string[] = [];
    const own = { ...deps, secrets: { ...store.secrets, get } };
    await revealer(await loadCase(id, own), own, ({ code }) => told.push(code));
    expect(told).toEqual(['key-missing']);
  });
});

describe('the list', () => {
  test('puts what is urgent first and what is over last', async () => {
    const first = await decided();
    const second = await opened();
    await record(first, 'case-abandoned');
    const { cases } = await listCases(deps, say);
    expect(cases.map((row) => row.case)).toEqual([second, first]);
    expect(cases[1]).toMatchObject({ stage: 'abandoned', carrier: 'acme', line: '+12025550143' });
  });

  test('deleting says what would go, and goes only with a yes', async () => {
    const id = await opened();
    expect((await errorOf(() => deleteCases(id, false, deps))).facts).toEqual({ count: 1, cases: [id] });
    expect(await deleteCases(id, true, deps)).toEqual({ deleted: [id] });
    expect(await store.log.list()).toEqual([]);
    expect(await store.secrets.all(id)).toEqual(new Map());
  });
});
