import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMPTY_HEAD } from '../../domain/case/chain.ts';
import { headOf, notes } from '../../testing/case-links.ts';
import { judge, type KnownStore, knownStore, type Outcome, reopen } from '../../testing/damage.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { ageCipher } from '../secrets-age/cipher.ts';
import { HEADER_BYTES } from './header.ts';
import { APPLICATION_ID, PAGE_BYTES } from './schema.ts';
import { STORE_FILE, sqliteStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'simoff-test-'));
const work = join(folder, 'work');
let known: KnownStore;

beforeAll(async () => {
  known = await knownStore(join(folder, 'known'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function flipped(at: number, by: number): Buffer {
  const bytes = Buffer.from(known.bytes);
  bytes[at] = ((bytes[at] ?? 0) + by) & 255;
  return bytes;
}

/** One byte lies in one thing at most; whatever else is lost would have been whole. */
async function expectOneThingLost(at: number, by: number): Promise<Outcome> {
  const outcome = await reopen(known, flipped(at, by), work);
  expect(outcome.refused).toBeNull();
  const { wrong, lost } = judge(known, outcome.cases);
  expect(wrong).toEqual([]);
  const files = known.files.length - outcome.files.size;
  const values = known.values.length - outcome.values.size;
  expect(lost.length + files + values).toBeLessThanOrEqual(1);
  expect(['ok', 'store-damaged']).toContain(outcome.appended);
  const after = judge(known, outcome.after);
  expect(after).toEqual({ wrong: [], lost });
  return outcome;
}

describe('a file damaged by one byte', { timeout: 300_000 }, () => {
  test('anywhere in its header', async () => {
    for (let at = 0; at < HEADER_BYTES; at += 1) await expectOneThingLost(at, 1 + ((at * 53) % 255));
  });

  test('anywhere at all', async () => {
    const pages = known.bytes.length / PAGE_BYTES;
    const inPage = fc.oneof(fc.nat(64), fc.nat(PAGE_BYTES - 1));
    const position = fc.tuple(fc.nat(pages - 1), inPage).map(([page, at]) => page * PAGE_BYTES + at);
    await fc.assert(
      fc.asyncProperty(
        position,
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => void (await expectOneThingLost(at, by)),
      ),
      { numRuns: 120 },
    );
  });

  test('is never written to where SQLite cannot be trusted with it', async () => {
    const outcome = await expectOneThingLost(0, 1);
    expect(outcome.appended).toBe('store-damaged');
    expect(outcome.files.size).toBe(known.files.length);
    expect(outcome.values.size).toBe(known.values.length);
  });
});

describe('worse damage', { timeout: 60_000 }, () => {
  test('a file cut off in the middle gives what is left and says that something is missing', async () => {
    for (const part of [0.3, 0.5, 0.8, 0.999]) {
      const outcome = await reopen(known, known.bytes.subarray(0, Math.floor(known.bytes.length * part)), work);
      expect(outcome.refused).toBeNull();
      expect(outcome.appended).toBe('store-damaged');
      const { wrong, lost } = judge(known, outcome.cases);
      const silent = wrong.filter((each) => !each.startsWith('case lost'));
      expect(silent).toEqual([]);
      const all = [...known.events.values()].flat();
      const whole = all.filter((json) => known.bytes.subarray(0, known.bytes.length * part).includes(json));
      expect(whole.filter((json) => lost.includes(json))).toEqual([]);
    }
  });

  test('a file with nothing left in it is said to be damaged, not to be empty', async () => {
    for (const bytes of [0, 50, 200, PAGE_BYTES]) {
      expect((await reopen(known, known.bytes.subarray(0, bytes), work)).refused).toBe('store-damaged');
    }
  });

  test('a page wiped out', async () => {
    const pages = known.bytes.length / PAGE_BYTES;
    for (let page = 0; page < pages; page += 5) {
      const bytes = Buffer.from(known.bytes);
      bytes.fill(0, page * PAGE_BYTES, (page + 1) * PAGE_BYTES);
      const outcome = await reopen(known, bytes, work);
      expect(outcome.refused).toBeNull();
      const { wrong, lost } = judge(known, outcome.cases);
      expect(wrong.filter((each) => !each.startsWith('case lost'))).toEqual([]);
      for (const json of lost) expect(bytes.includes(json)).toBe(false);
    }
  });

  test('an emptied log beside the file takes back what was only there, and nothing else', async () => {
    const home = tempFolder();
    const store = sqliteStore(home, ageCipher(home));
    const first = notes('a', EMPTY_HEAD, ['kept']);
    await store.log.append('a', EMPTY_HEAD, first);
    await store.close();
    const again = sqliteStore(home, ageCipher(home));
    await again.log.append('a', headOf(first), notes('a', headOf(first), ['only in the log']));
    const copy = tempFolder();
    copyFileSync(join(home, STORE_FILE), join(copy, STORE_FILE));
    writeFileSync(join(copy, `${STORE_FILE}-wal`), '');
    const read = sqliteStore(copy, ageCipher(copy));
    expect(await read.log.read('a')).toMatchObject({ head: headOf(first), problems: [] });
    await read.close();
    await again.close();
  });

  test('what stands only in the log beside the file is found there too', async () => {
    const home = tempFolder();
    const store = sqliteStore(home, ageCipher(home));
    const first = notes('a', EMPTY_HEAD, ['x', '长'.repeat(20_000)]);
    await store.log.append('a', EMPTY_HEAD, first);
    const copy = tempFolder();
    copyFileSync(join(home, `${STORE_FILE}-wal`), join(copy, `${STORE_FILE}-wal`));
    const main = readFileSync(join(home, STORE_FILE));
    main.fill(0, 0, 16);
    main.write('SQLite format 4', 0);
    writeFileSync(join(copy, STORE_FILE), main);
    await store.close();
    const read = sqliteStore(copy, ageCipher(copy));
    expect(await read.log.read('a')).toMatchObject({ events: first.map(({ event }) => event), problems: [] });
    await read.close();
  });
});

describe('a file that is not ours', { timeout: 60_000 }, () => {
  test.each([
    ['text', () => Buffer.from('hello, this is no database\n'.repeat(100))],
    ['another program', () => foreignDatabase()],
  ])('is refused and left as it is: %s', async (_name, make) => {
    const home = tempFolder();
    const bytes = await make();
    writeFileSync(join(home, STORE_FILE), bytes);
    const store = sqliteStore(home, ageCipher(home));
    const file = join(home, STORE_FILE);
    await expect(store.log.list()).rejects.toMatchObject({ code: 'store-foreign', facts: { file } });
    await expect(store.log.append('a', EMPTY_HEAD, notes('a', EMPTY_HEAD, ['x']))).rejects.toMatchObject({
      code: 'store-foreign',
    });
    await store.close();
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });
});

async function foreignDatabase(): Promise<Buffer> {
  const { default: Sqlite } = await import('better-sqlite3');
  const db = new Sqlite(':memory:');
  db.pragma(`application_id = ${APPLICATION_ID ^ 0x0101}`);
  db.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)');
  return db.serialize();
}
