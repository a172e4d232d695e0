import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SimoffError } from '../../domain/errors.ts';
import type { Cipher } from './cipher.ts';
import { type SealedRows, sealedBlobs, sealedSecrets } from './sealed.ts';
import { salted, secretHash } from './secret.ts';

/** Turns every bit round and puts a mark in front: enough to see what is stored and to notice a change. */
let keyed = true;
const cipher: Cipher = {
  hasKey: async () => keyed,
  missing: () => new SimoffError('key-missing', { file: 'here' }),
  encrypt: async (bytes) => Uint8Array.from([42, ...bytes.map((byte) => byte ^ 255)]),
  async decrypt(bytes) {
    if (bytes[0] !== 42) throw new Error('changed');
    return bytes.slice(1).map((byte) => byte ^ 255);
  },
};

function rows(): SealedRows & { stored: Map<string, Uint8Array> } {
  const stored = new Map<string, Uint8Array>();
  return {
    stored,
    any: async () => stored.size > 0,
    has: async (_case, name) => stored.has(name),
    get: async (_case, name) => stored.get(name) ?? null,
    put: async (_case, name, ciphertext) => void stored.set(name, ciphertext),
    names: async () => [...stored.keys()],
    deleteAll: async () => stored.clear(),
  };
}

describe('files', () => {
  test('that do not decrypt, or decrypt to something else, are said to be damaged', async () => {
    const store = rows();
    const blobs = sealedBlobs(store, cipher);
    const name = await blobs.put('a', new Uint8Array([1, 2]));
    store.stored.set(name, new Uint8Array([0]));
    await expect(blobs.get('a', name)).rejects.toMatchObject({ code: 'blob-damaged', facts: { name } });
    store.stored.set(name, await cipher.encrypt(new Uint8Array([1, 3])));
    await expect(blobs.get('a', name)).rejects.toMatchObject({ code: 'blob-damaged' });
  });
});

test('no new key is made beside what an older one locked', async () => {
  const store = rows();
  await sealedSecrets(store, cipher).put('a', '1111', '1***');
  keyed = false;
  try {
    await expect(sealedSecrets(store, cipher).put('a', '2222', '2***')).rejects.toMatchObject({ code: 'key-missing' });
    await expect(sealedBlobs(store, cipher).put('a', new Uint8Array([1]))).rejects.toMatchObject({
      code: 'key-missing',
    });
    expect(store.stored.size).toBe(1);
    await expect(sealedSecrets(rows(), cipher).put('a', '1111', '1***')).resolves.toMatchObject({ masked: '1***' });
  } finally {
    keyed = true;
  }
});

describe('secrets', () => {
  test('that are damaged are said to be, and do not stop an export', async () => {
    const store = rows();
    const secrets = sealedSecrets(store, cipher);
    const [one, two] = [await secrets.put('a', '1111', '1***'), await secrets.put('a', '2222', '2***')];
    store.stored.set(one.secret, new Uint8Array([0]));
    await expect(secrets.get('a', one)).rejects.toMatchObject({ code: 'secret-damaged', facts: { masked: '1***' } });
    expect([...(await secrets.all('a'))].map(([name, { value }]) => [name, value])).toEqual([[two.secret, '2222']]);
  });

  test('are hashed with HMAC-SHA256 under a salt of 16 bytes that stands only beside the value', async () => {
    const secret = salted('编号 1234');
    expect(secret.salt).toMatch(/^[0-9a-f]{32}$/);
    const expected = createHmac('sha256', Buffer.from(secret.salt, 'hex')).update(secret.value).digest('hex');
    expect(secretHash(secret)).toBe(expected);
    expect(salted('x').salt).not.toBe(salted('x').salt);
  });
});
