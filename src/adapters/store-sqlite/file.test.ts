import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { EMPTY_HEAD } from '../../domain/case/chain.ts';
import type { SecretRef } from '../../domain/case/events.ts';
import { headOf, notes } from '../../testing/case-links.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { ageCipher } from '../secrets-age/cipher.ts';
import { MIGRATIONS } from './schema.ts';
import { STORE_FILE, sqliteStore } from './store.ts';

const LATER = [...MIGRATIONS, 'ALTER TABLE cases ADD COLUMN label TEXT; CREATE TABLE later (x TEXT) STRICT;'];
const open = (folder: string, migrations = MIGRATIONS) => sqliteStore(folder, ageCipher(folder), migrations);
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** All bytes of all files below a folder. */
function everything(folder: string): Buffer {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Buffer.concat(
    entries.filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );
}

function firstRelease(): string {
  const folder = join(tempFolder(), 'data');
  cpSync(join(import.meta.dirname, 'fixtures/v1'), folder, { recursive: true });
  return folder;
}

describe('the file', { timeout: 60_000 }, () => {
  test('reading makes nothing', async () => {
    const folder = join(tempFolder(), 'data');
    const store = open(folder);
    expect(await store.log.list()).toEqual([]);
    expect(await store.damaged()).toBe(false);
    await store.close();
    expect(statSync(folder, { throwIfNoEntry: false })).toBeUndefined();
  });

  test('only its owner may enter the folder and read the files', async () => {
    const folder = join(tempFolder(), 'a/data');
    const store = open(folder);
    await store.secrets.put('a', '1', '*');
    await store.log.append('a', EMPTY_HEAD, notes('a', EMPTY_HEAD, ['x']));
    expect(modeOf(folder)).toBe('700');
    const names = readdirSync(folder).sort();
    expect(names).toEqual(['identity.age-key', STORE_FILE, `${STORE_FILE}-shm`, `${STORE_FILE}-wal`]);
    expect(names.map((name) => modeOf(join(folder, name)))).toEqual(['600', '600', '600', '600']);
    await store.close();
    expect(readdirSync(folder).sort()).toEqual(['identity.age-key', STORE_FILE]);
  });

  test('a folder that cannot be written to is said', async () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    const store = open(join(file, 'data'));
    const refused = store.log.append('a', EMPTY_HEAD, notes('a', EMPTY_HEAD, ['x']));
    await expect(refused).rejects.toMatchObject({ code: 'store-unavailable', facts: { reason: 'ENOTDIR' } });
  });

  test('what is secret or in a file stands nowhere in plain bytes', async () => {
    const folder = tempFolder();
    const store = open(folder);
    await store.secrets.put('a', 'plain-secret-8841', '***');
    await store.blobs.put('a', new TextEncoder().encode('plain-file-9952'));
    await store.log.append('a', EMPTY_HEAD, notes('a', EMPTY_HEAD, ['plain-note-7730']));
    expect(everything(folder).includes('plain-note-7730')).toBe(true);
    expect(everything(folder).includes('plain-secret-8841')).toBe(false);
    expect(everything(folder).includes('plain-file-9952')).toBe(false);
    await store.close();
    expect(everything(folder).includes('plain-secret-8841')).toBe(false);
  });
});

describe('deleting', { timeout: 60_000 }, () => {
  test('leaves no trace of a case in any file, and the others whole', async () => {
    const folder = tempFolder();
    const store = open(folder);
    const ids = Array.from({ length: 300 }, (_, at) => `${((at * 7919) % 307).toString(36)}-trace-${at}`);
    const textOf = (id: string): string => `the text of ${id} ${'x'.repeat(300)}`;
    for (const id of ids) {
      const first = notes(id, EMPTY_HEAD, [textOf(id)]);
      await store.log.append(id, EMPTY_HEAD, first);
      await store.log.append(id, headOf(first), notes(id, headOf(first), ['more']));
      if (id.endsWith('5')) await store.secrets.put(id, id, '*');
    }
    const gone = ids.filter((_, at) => at % 7 === 3);
    const second = open(folder);
    await second.log.list();
    expect(await store.log.delete(gone[0] as string)).toBe(true);
    expect(everything(folder).includes(`${gone[0]}`)).toBe(false);
    expect(await Promise.all(gone.slice(1).map((id) => store.log.delete(id)))).not.toContain(false);
    for (const id of gone) {
      expect(everything(folder).includes(id)).toBe(false);
      expect(everything(folder).includes(textOf(id))).toBe(false);
    }
    const left = ids.filter((id) => !gone.includes(id));
    expect(await second.log.list()).toEqual(left);
    for await (const read of second.log.readAll()) expect(read.problems).toEqual([]);
    await store.close();
    await second.close();
    for (const id of gone) expect(everything(folder).includes(id)).toBe(false);
  });

  test('looks for what is left in free parts of the file, and removes it', async () => {
    const folder = tempFolder();
    const store = open(folder);
    const links = notes('left-behind', EMPTY_HEAD, ['x']);
    await store.log.append('left-behind', EMPTY_HEAD, links);
    const careless = new Sqlite(join(folder, STORE_FILE));
    careless.pragma('secure_delete = OFF');
    careless.exec(`INSERT INTO blobs (case_id, name, ciphertext) VALUES ('left-behind', 'n', zeroblob(100));
      DELETE FROM blobs;`);
    careless.close();
    expect(await store.log.delete('left-behind')).toBe(true);
    expect(everything(folder).includes('left-behind')).toBe(false);
    await store.close();
  });

  test('reaches the exports made before migrations', async () => {
    const folder = firstRelease();
    const store = open(folder, LATER);
    expect(await store.log.list()).toEqual(['fixture-one', 'fixture-two']);
    expect(await store.log.delete('fixture-one')).toBe(true);
    await store.close();
    expect(everything(folder).includes('fixture-one')).toBe(false);
    expect(everything(folder).includes('第一版的备注')).toBe(false);
    expect(everything(join(folder, 'backups')).includes('fixture-two')).toBe(true);
  });
});

describe('versions', { timeout: 60_000 }, () => {
  test('a file of the first release opens', async () => {
    const folder = firstRelease();
    const store = open(folder);
    const read = await store.log.read('fixture-one');
    expect(read?.problems).toEqual([]);
    expect(read?.events[1]?.data).toEqual({ note: '第一版的备注' });
    const data = read?.events[2]?.data as { note: SecretRef } | undefined;
    expect(data && (await store.secrets.get('fixture-one', data.note))).toBe('4321');
    const [name = ''] = await store.blobs.list('fixture-one');
    expect(new TextDecoder().decode((await store.blobs.get('fixture-one', name)) ?? undefined)).toBe(
      'a file of the first release',
    );
    await store.close();
  });

  test('an older file is exported whole and then brought up, by one of two that open it at once', async () => {
    const folder = firstRelease();
    const before = readFileSync(join(folder, STORE_FILE));
    const stores = [open(folder, LATER), open(folder, LATER)];
    const reads = await Promise.all(stores.map(({ log }) => log.read('fixture-one')));
    for (const read of reads) expect(read?.problems).toEqual([]);
    await stores[0]?.log.append('new', EMPTY_HEAD, notes('new', EMPTY_HEAD, ['x']));
    for (const store of stores) await store.close();
    const backups = readdirSync(join(folder, 'backups'));
    expect(backups[0]).toMatch(/^simoff-v1-\d{4}-\d\d-\d\dT.*\.db$/);
    expect(modeOf(join(folder, 'backups'))).toBe('700');
    expect(modeOf(join(folder, 'backups', backups[0] as string))).toBe('600');

    const restored = join(tempFolder(), 'data');
    cpSync(folder, restored, { recursive: true });
    cpSync(join(folder, 'backups', backups[0] as string), join(restored, STORE_FILE));
    const old = open(restored);
    expect(await old.log.list()).toEqual(['fixture-one', 'fixture-two']);
    expect((await old.log.read('fixture-one'))?.problems).toEqual([]);
    expect(await old.damaged()).toBe(false);
    await old.close();
    expect(before.length).toBe(readFileSync(join(restored, STORE_FILE)).length);
  });

  test('a migration that fails changes nothing', async () => {
    const folder = firstRelease();
    const broken = open(folder, [...MIGRATIONS, 'CREATE TABLE half (x TEXT) STRICT; INSERT INTO nowhere VALUES (1);']);
    await expect(broken.log.list()).rejects.toThrow('nowhere');
    await broken.close();
    const store = open(folder);
    expect(await store.log.list()).toEqual(['fixture-one', 'fixture-two']);
    await store.close();
  });

  test('a newer file is refused and left as it is', async () => {
    const folder = firstRelease();
    const later = open(folder, LATER);
    await later.log.list();
    await later.close();
    const before = readFileSync(join(folder, STORE_FILE));
    const store = open(folder);
    const file = join(folder, STORE_FILE);
    const refusal = { code: 'store-newer', facts: { file, found: 2, known: 1 } };
    await expect(store.log.list()).rejects.toMatchObject(refusal);
    await expect(store.log.append('a', EMPTY_HEAD, notes('a', EMPTY_HEAD, ['x']))).rejects.toMatchObject(refusal);
    await store.close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
