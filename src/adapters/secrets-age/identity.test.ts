import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../../testing/temp-folder.ts';
import { ageCipher } from './cipher.ts';
import { ensureIdentity, IDENTITY_FILE, readIdentity } from './identity.ts';

describe('the key of a data folder', { timeout: 60_000 }, () => {
  test('is made once, by whoever comes first of many', async () => {
    const folder = join(tempFolder(), 'data');
    expect(await readIdentity(folder)).toBeNull();
    const made = await Promise.all(Array.from({ length: 12 }, () => ensureIdentity(folder)));
    expect(new Set(made).size).toBe(1);
    expect(made[0]).toMatch(/^AGE-SECRET-KEY-1/);
    expect(await readIdentity(folder)).toBe(made[0]);
    expect(readdirSync(folder)).toEqual([IDENTITY_FILE]);
    expect(statSync(join(folder, IDENTITY_FILE)).mode & 0o777).toBe(0o600);
  });

  test('what a killed process left behind is not taken for it, and is cleared away', async () => {
    const folder = tempFolder();
    const draft = join(folder, `${IDENTITY_FILE}.new-0a1b2c`);
    writeFileSync(draft, '# public key: age1');
    utimesSync(draft, 0, 0);
    expect(await readIdentity(folder)).toBeNull();
    await ensureIdentity(folder);
    expect(readdirSync(folder)).toEqual([IDENTITY_FILE]);
  });

  test('is refused where anything in it has changed, and never replaced', async () => {
    const folder = tempFolder();
    const file = join(folder, IDENTITY_FILE);
    await ensureIdentity(folder);
    const whole = readFileSync(file, 'utf8');
    for (const text of [
      whole.slice(0, -1),
      whole.slice(0, 40),
      '',
      whole.replace(/.\n$/, '\n'),
      whole.replace('age1', 'age2'),
    ]) {
      writeFileSync(file, text);
      await expect(ageCipher(folder).encrypt(new Uint8Array([1]))).rejects.toMatchObject({
        code: 'key-damaged',
        facts: { file },
      });
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  test('opens what was encrypted with it, and nothing that has changed since', async () => {
    const [folder, other] = [tempFolder(), tempFolder()];
    const bytes = new TextEncoder().encode('secret');
    const sealed = await ageCipher(folder).encrypt(bytes);
    expect(Buffer.from(sealed).includes('secret')).toBe(false);
    expect(await ageCipher(folder).decrypt(sealed)).toEqual(bytes);
    const changed = Uint8Array.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    await expect(ageCipher(folder).decrypt(changed)).rejects.toThrow();
    await expect(ageCipher(other).decrypt(sealed)).rejects.toMatchObject({
      code: 'key-missing',
      facts: { file: other },
    });
    expect(readdirSync(other)).toEqual([]);
  });
});
