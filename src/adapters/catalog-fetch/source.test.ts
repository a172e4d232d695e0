import { afterEach, expect, test, vi } from 'vitest';
import { fetchCatalog } from './source.ts';

const answers = (...given: (Response | Error)[]) => {
  const asked = vi.fn(async (_url: string) => {
    const next = given.shift();
    if (next === undefined || next instanceof Error) throw next ?? new Error('asked too often');
    return next;
  });
  vi.stubGlobal('fetch', asked);
  return asked;
};
afterEach(() => vi.unstubAllGlobals());

test('asks for each part once, below the base', async () => {
  const asked = answers(Response.json({ brands: [] }));
  const catalog = fetchCatalog('./catalog/');
  expect(await catalog.index()).toEqual({ brands: [] });
  expect(await catalog.index()).toEqual({ brands: [] });
  expect(asked.mock.calls.map(([url]) => url)).toEqual(['./catalog/index.json']);
});

test('a failed answer is not kept', async () => {
  answers(new TypeError('offline'), Response.json({ ifIdle: [] }));
  const catalog = fetchCatalog('./catalog/');
  await expect(catalog.why()).rejects.toMatchObject({ code: 'catalog-unreachable', facts: { part: 'why.json' } });
  expect(await catalog.why()).toEqual({ ifIdle: [] });
});

test('no such brand is null, a broken answer an error', async () => {
  answers(new Response('', { status: 404 }), new Response('<html>'), new Response('', { status: 500 }));
  const catalog = fetchCatalog('./catalog/');
  expect(await catalog.brand('nobody')).toBeNull();
  await expect(catalog.brand('acme')).rejects.toMatchObject({ code: 'catalog-unreachable' });
  await expect(catalog.rules()).rejects.toMatchObject({ code: 'catalog-unreachable' });
});

test('a slug that could leave the folder is never asked for', async () => {
  const asked = answers();
  expect(await fetchCatalog('./catalog/').brand('../index')).toBeNull();
  expect(asked).not.toHaveBeenCalled();
});
