import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../../testing/temp-folder.ts';
import { write } from './node-io.ts';

const text = new TextEncoder().encode('a letter');

describe('a file is written whole or not at all', () => {
  test('with the folders above it', async () => {
    const file = join(tempFolder(), 'a', 'b', 'letter.txt');
    await write(file, text);
    expect(readFileSync(file, 'utf8')).toBe('a letter');
  });

  test.each([
    ['a file stands where a folder should', 'taken/letter.txt'],
    ['deeper below a file', 'taken/papers/letter.txt'],
    ['a folder stands where the file should', 'folder'],
  ])('and said plainly: %s', async (_, name) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'taken'), 'mine');
    mkdirSync(join(folder, 'folder'));
    await expect(write(join(folder, name), text, { replace: true })).rejects.toMatchObject({ code: 'file-unwritable' });
    expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual(['folder', 'taken']);
  });

  test('and never over another one unasked', async () => {
    const file = join(tempFolder(), 'letter.txt');
    writeFileSync(file, 'mine');
    await expect(write(file, text)).rejects.toMatchObject({ code: 'file-exists' });
    expect(existsSync(file) && readFileSync(file, 'utf8')).toBe('mine');
  });
});
