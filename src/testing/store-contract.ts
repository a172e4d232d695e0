import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { canonical, EMPTY_HEAD } from '../domain/case/chain.ts';
import type { Blobs } from '../ports/blobs.ts';
import type { CaseLog } from '../ports/case-log.ts';
import type { Secrets } from '../ports/secrets.ts';
import { headOf, notes } from './case-links.ts';

export interface Handle {
  log: CaseLog;
  blobs: Blobs;
  secrets: Secrets;
  close(): Promise<void>;
}

/** An empty store that several handles can be opened on. */
export interface Ground {
  open(): Promise<Handle>;
  remove(): Promise<void>;
}

/** What every store has to do, whatever it writes to. */
export function storeContract(kind: string, prepare: () => Promise<Ground>): void {
  describe(`the store contract: ${kind}`, { timeout: 60_000 }, () => {
    let ground: Ground;
    const handles: Handle[] = [];
    let serial = 0;
    const fresh = (): string => `case-${++serial}`;
    const open = async (): Promise<Handle> => {
      const handle = await ground.open();
      handles.push(handle);
      return handle;
    };

    beforeAll(async () => {
      ground = await prepare();
    }, 120_000);
    afterEach(async () => {
      for (const handle of handles.splice(0)) {
        await Promise.all((await handle.log.list()).map((id) => handle.log.delete(id)));
        await handle.close();
      }
    });
    afterAll(() => ground.remove());

    test('an empty store has no cases', async () => {
      const { log, blobs, secrets } = await open();
      expect(await log.list()).toEqual([]);
      expect(await log.read('nobody')).toBeNull();
      expect(await log.delete('nobody')).toBe(false);
      expect(await Array.fromAsync(log.readAll())).toEqual([]);
      expect(await blobs.get('nobody', 'a'.repeat(64))).toBeNull();
      expect(await blobs.list('nobody')).toEqual([]);
      expect(await secrets.get('nobody', { secret: 's-1', masked: '***', hash: 'x' })).toBeNull();
      expect((await secrets.all('nobody')).size).toBe(0);
    });

    test('what is appended through one handle is read through another', async () => {
      const [one, two] = [await open(), await open()];
      const id = fresh();
      const first = notes(id, EMPTY_HEAD, ['a', 'b']);
      await one.log.append(id, EMPTY_HEAD, first);
      const second = notes(id, headOf(first), ['c']);
      await two.log.append(id, headOf(first), second);
      const read = await one.log.read(id);
      expect(read).toEqual({
        case: id,
        events: [...first, ...second].map(({ event }) => event),
        head: headOf(second),
        problems: [],
      });
      expect(await Array.fromAsync(two.log.readAll())).toEqual([read]);
    });

    test('of two that expect the same head, one writes and the other is told', async () => {
      const [one, two] = [await open(), await open()];
      const id = fresh();
      const first = notes(id, EMPTY_HEAD, ['a']);
      await one.log.append(id, EMPTY_HEAD, first);
      await one.log.append(id, headOf(first), notes(id, headOf(first), ['b']));
      const late = two.log.append(id, headOf(first), notes(id, headOf(first), ['c', 'd']));
      await expect(late).rejects.toMatchObject({ code: 'case-changed', facts: { case: id } });
      await expect(two.log.append(id, EMPTY_HEAD, notes(id, EMPTY_HEAD, ['e']))).rejects.toMatchObject({
        code: 'case-changed',
      });
      const wrong = { seq: 2, hash: '0'.repeat(64) };
      await expect(two.log.append(id, wrong, notes(id, wrong, ['f']))).rejects.toMatchObject({ code: 'case-changed' });
      expect((await two.log.read(id))?.events.map(({ data }) => data)).toEqual([{ note: 'a' }, { note: 'b' }]);
    });

    test('a case that is not there cannot be continued', async () => {
      const { log } = await open();
      const head = { seq: 1, hash: '0'.repeat(64) };
      const id = fresh();
      await expect(log.append(id, head, notes(id, head, ['a']))).rejects.toMatchObject({ code: 'case-changed' });
      expect(await log.read(id)).toBeNull();
    });

    test('many writers opening and continuing one case at once lose nothing', async () => {
      const writers = [await open(), await open(), await open()];
      const id = fresh();
      const write = async ({ log }: Handle, text: string): Promise<void> => {
        for (;;) {
          const head = (await log.read(id))?.head ?? EMPTY_HEAD;
          const failed = await log.append(id, head, notes(id, head, [text])).then(
            () => null,
            (error: unknown) => error,
          );
          if (!failed) return;
          expect(failed).toMatchObject({ code: 'case-changed' });
        }
      };
      const texts = writers.flatMap((_, writer) => Array.from({ length: 10 }, (_none, turn) => `${writer}/${turn}`));
      await Promise.all(texts.map((text, at) => write(writers[at % 3] as Handle, text)));
      const read = await writers[0]?.log.read(id);
      expect(read?.problems).toEqual([]);
      expect(read?.events.map(({ data }) => (data as { note: string }).note).sort()).toEqual(texts.sort());
    });

    test('nothing to append writes nothing', async () => {
      const { log } = await open();
      const id = fresh();
      await log.append(id, EMPTY_HEAD, []);
      expect(await log.list()).toEqual([]);
    });

    test('cases are listed in the order they were opened, by the beginning of their ids', async () => {
      const { log } = await open();
      const ids = ['b2', 'a1', 'b1', 'B1', 'b%', '编号一', "b'"];
      for (const id of ids) await log.append(id, EMPTY_HEAD, notes(id, EMPTY_HEAD, ['x']));
      const head = headOf(notes('b2', EMPTY_HEAD, ['x']));
      await log.append('b2', head, notes('b2', head, ['y']));
      expect(await log.list()).toEqual(ids);
      expect(await log.list('b')).toEqual(['b2', 'b1', 'b%', "b'"]);
      expect(await log.list('b%')).toEqual(['b%']);
      expect(await log.list('编')).toEqual(['编号一']);
      expect(await log.list('_')).toEqual([]);
      expect((await Array.fromAsync(log.readAll())).map((read) => read.case)).toEqual(ids);
    });

    test('more cases than are read at once', async () => {
      const { log } = await open();
      const ids = Array.from({ length: 300 }, (_, at) => `many-${at}`);
      for (const id of ids) await log.append(id, EMPTY_HEAD, notes(id, EMPTY_HEAD, ['x']));
      expect((await Array.fromAsync(log.readAll())).map((read) => read.case)).toEqual(ids);
      expect((await log.list()).length).toBe(300);
    });

    test('any text comes back byte for byte', async () => {
      const { log } = await open();
      const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
      await fc.assert(
        fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (texts) => {
          const id = fresh();
          const links = notes(id, EMPTY_HEAD, [...texts, '\u0000张伟\u2028🇨🇳']);
          await log.append(id, EMPTY_HEAD, links);
          const read = await log.read(id);
          expect(read?.problems).toEqual([]);
          expect(read?.events.map(canonical)).toEqual(links.map(({ json }) => json));
        }),
        { numRuns: 20 },
      );
    });

    test('big events', async () => {
      const { log } = await open();
      const id = fresh();
      const links = notes(id, EMPTY_HEAD, ['短', 'é'.repeat(150_000), 'x'.repeat(300_000), 'y'.repeat(16_350)]);
      await log.append(id, EMPTY_HEAD, links);
      const read = await log.read(id);
      expect(read?.problems).toEqual([]);
      expect(read?.events.map(canonical)).toEqual(links.map(({ json }) => json));
    });

    test('files come back, are kept once and belong to their case', async () => {
      const { blobs } = await open();
      const [id, other] = [fresh(), fresh()];
      const bytes = Uint8Array.from({ length: 200_000 }, (_, at) => (at * at) & 255);
      const name = await blobs.put(id, bytes);
      const empty = await blobs.put(id, new Uint8Array());
      expect(await blobs.put(id, bytes)).toBe(name);
      expect(empty).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
      expect(Buffer.from(bytes).equals((await blobs.get(id, name)) ?? new Uint8Array())).toBe(true);
      expect((await blobs.get(id, empty))?.length).toBe(0);
      expect((await blobs.list(id)).sort()).toEqual([name, empty].sort());
      expect(await blobs.get(other, name)).toBeNull();
      await blobs.deleteAll(other);
      expect((await blobs.list(id)).length).toBe(2);
      await blobs.deleteAll(id);
      expect(await blobs.list(id)).toEqual([]);
      expect(await blobs.get(id, name)).toBeNull();
    });

    test('secrets come back, each under its own reference, and can be carried over', async () => {
      const { secrets } = await open();
      const [id, other] = [fresh(), fresh()];
      const [one, two] = [await secrets.put(id, '1234', '****'), await secrets.put(id, '1234', '****')];
      expect(one.secret).not.toBe(two.secret);
      expect(one.hash).not.toBe(two.hash);
      expect(JSON.stringify([one, two])).not.toContain('1234');
      expect(await secrets.get(id, one)).toBe('1234');
      const all = await secrets.all(id);
      expect([...all.keys()].sort()).toEqual([one.secret, two.secret].sort());
      for (const [reference, secret] of all) await secrets.restore(other, reference, secret);
      await secrets.deleteAll(id);
      expect(await secrets.get(id, one)).toBeNull();
      expect(await secrets.get(other, one)).toBe('1234');
      expect(await secrets.get(other, two)).toBe('1234');
      const swapped = secrets.get(other, { ...one, hash: two.hash });
      await expect(swapped).rejects.toMatchObject({ code: 'secret-damaged', facts: { masked: '****' } });
      await secrets.deleteAll(other);
    });

    test('deleting a case deletes all of it, and nothing else', async () => {
      const { log, blobs, secrets } = await open();
      const [id, other] = [fresh(), fresh()];
      for (const each of [id, other]) {
        await log.append(each, EMPTY_HEAD, notes(each, EMPTY_HEAD, ['a']));
        await blobs.put(each, new TextEncoder().encode('file'));
        await secrets.put(each, 'value', '*****');
      }
      expect(await log.delete(id)).toBe(true);
      expect(await log.delete(id)).toBe(false);
      expect(await log.read(id)).toBeNull();
      expect(await blobs.list(id)).toEqual([]);
      expect((await secrets.all(id)).size).toBe(0);
      expect(await log.list()).toEqual([other]);
      expect((await log.read(other))?.events.length).toBe(1);
      expect((await blobs.list(other)).length).toBe(1);
      expect((await secrets.all(other)).size).toBe(1);
      await log.append(id, EMPTY_HEAD, notes(id, EMPTY_HEAD, ['again']));
      expect(await log.list()).toEqual([other, id]);
    });
  });
}
