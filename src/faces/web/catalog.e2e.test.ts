/** The directory, the brand pages and the page of gaps, in both languages, with the keyboard, on a phone and a wide screen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aReport, aRetired } from '../../testing/catalog.ts';
import { BUILT, startApp } from './testing/app.ts';

let app: Awaited<ReturnType<typeof startApp>>;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const INDEX = JSON.parse(readFileSync(join(BUILT, 'catalog/index.json'), 'utf8'));
const CARRIER = readFileSync(join(import.meta.dirname, '../../../catalog/carriers/visible.yaml'), 'utf8');
const BRAND = JSON.parse(readFileSync(join(BUILT, 'catalog/brands/mint-mobile.json'), 'utf8'));

/** A catalog with what the real one may not hold on a given day: reports, a brand that is gone, every kind of step. */
async function withMore(page: Page): Promise<void> {
  const answer = (path: string, body: unknown) =>
    page.route(`**/catalog/${path}`, (route) => route.fulfill({ json: body }));
  const text = (en: string, zh: string) => ({
    ...BRAND.status,
    value: { en, zh },
    confidence: 'official',
    alternatives: [],
  });
  const [first, ...rest] = BRAND.products;
  const channels = [
    { ...first.channels[0], kind: 'phone', voiceMenu: text('Say “cancel service”.', '说 cancel service。') },
    ...first.channels.slice(1),
  ];
  const online = {
    ...first.online,
    steps: ['before', 'sign-in', 'find', 'form', 'retention', 'confirm', 'after'].map((kind) => ({
      kind,
      title: { en: `Step ${kind}`, zh: `步骤 ${kind}` },
      detail: text('Do it.', '照做。'),
    })),
    retention: [text('They offer three months at half price.', '他们会提出三个月半价。')],
    instead: text('The site offers a call back.', '网站可以预约回电。'),
  };
  await answer('brands/mint-mobile.json', { ...BRAND, products: [{ ...first, channels, online }, ...rest] });
  await answer('tried/mint-mobile.json', [
    aReport({ product: first.id }),
    aReport({ product: first.id, month: '2026-11', minutes: 15, outcome: 'refused', chargeAfterClosing: 'yes' }),
    aReport({ product: first.id, route: 'port-out', minutes: null }),
  ]);
  await answer('index.json', {
    ...INDEX,
    retired: [aRetired({ redirect: 'mint-mobile' }), aRetired({ slug: 'lost', name: { en: 'Lost', zh: '没了' } })],
  });
}

describe.each([
  { scheme: 'light', width: 360, language: 'zh' },
  { scheme: 'dark', width: 360, language: 'en' },
  { scheme: 'light', width: 1280, language: 'en' },
  { scheme: 'dark', width: 1280, language: 'zh' },
] as const)('$scheme at $width px in $language', (look) => {
  // The plain pages look the same wide: the narrow looks are enough for them.
  const plain = look.width === 360 ? ['/brands', '/brands/old', '/brands/lost'] : [];
  test.each(['/catalog', '/brands/mint-mobile', ...plain])(
    '%s: axe finds nothing, nothing sticks out, nobody is called',
    async (path) => {
      const opened = await app.open({ ...look, before: withMore, serviceWorker: false });
      const { page, context, visit, complaints, foreign } = opened;
      await visit(path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
      expect(await page.locator('main').textContent()).not.toMatch(
        /\b(web|tried|check|lint)\.[a-z]\w*\.|\{\w+\}|undefined|NaN/,
      );
      expect([complaints, foreign]).toEqual([[], []]);
      await context.close();
    },
  );
});

describe('the directory', () => {
  const names = (page: Page): Promise<string[]> => page.locator('.directory h2').allTextContents();

  test.each([
    ['a slip', 'veriozn', 'Verizon'],
    ['Chinese', '薄荷', 'Mint Mobile'],
    ['a nickname', 'vzw', 'Verizon'],
  ])('finds a brand by %s', async (_, query, name) => {
    const { page, context, visit } = await app.open();
    await visit('/brands');
    await page.getByRole('searchbox').fill(query);
    await page.waitForFunction(
      (count) => document.querySelectorAll('.directory h2').length < count,
      INDEX.brands.length,
    );
    expect((await names(page))[0]).toBe(name);
    await context.close();
  });

  test('filters by online and by kind with the keyboard alone, and leads back from nothing', async () => {
    const { page, context, visit } = await app.open({ width: 360 });
    await visit('/brands');
    const all = await names(page);
    const kind = page.getByLabel('Kind');
    await kind.focus();
    await kind.press('T');
    await page.getByRole('radio', { name: 'yes' }).focus();
    await page.keyboard.press('Space');
    const shown = await names(page);
    const expected = INDEX.brands.filter(
      (brand: { kind: string; products: { online: string }[] }) =>
        brand.kind === 'travel-esim' && brand.products.some(({ online }) => online === 'yes'),
    );
    expect(shown.length).toBe(expected.length);
    await page.getByRole('searchbox').fill('zzzzzzzz');
    await page.getByRole('button', { name: 'Show all brands' }).press('Enter');
    expect(await names(page)).toEqual(all);
    await context.close();
  });

  test('loads the index and no brand', async () => {
    const asked: string[] = [];
    const { page, context, visit } = await app.open({
      serviceWorker: false,
      before: async (opened) => {
        opened.on('request', (request) => asked.push(request.url().replace(/^.*\/catalog\//, '')));
      },
    });
    await visit('/brands');
    expect(asked.filter((path) => path.includes('brands/') || path.includes('tried/'))).toEqual([]);
    asked.length = 0;
    await page.locator('.directory h2 a').first().click();
    await page.locator('.page-brand').waitFor();
    const { slug } = INDEX.brands[0];
    expect(asked.filter((path) => path.endsWith('.json')).sort()).toEqual([
      `brands/${slug}.json`,
      `tried/${slug}.json`,
    ]);
    await context.close();
  });
});

describe('a brand page', () => {
  test('tells kinds of steps, what keeps, what is offered, what to press, and what was tried beside what is documented', async () => {
    const { page, context, visit } = await app.open({ before: withMore, serviceWorker: false });
    await visit('/brands/mint-mobile');
    const text = await page.locator('details.product').first().textContent();
    for (const told of [
      'they try to keep you',
      'three months at half price',
      'offers a call back',
      'Say “cancel service”',
    ])
      expect(text).toContain(told);
    const row = page.locator('.tried tbody tr').filter({ hasText: 'Phone' }).first();
    expect(await row.locator('td').nth(1).textContent()).toMatch(
      /tried 2 times, newest November 2026; closed: 1; refused: 1; 15 to 40 minutes; charged after closing: 1/,
    );
    expect(
      await page.locator('.tried tbody tr').filter({ hasText: 'Number moved elsewhere' }).first().textContent(),
    ).toContain('not documented');
    await context.close();
  });

  test('a brand that is gone leads to the one that took its place', async () => {
    const { page, context, visit } = await app.open({ before: withMore, serviceWorker: false });
    await visit('/brands/old');
    expect(await page.locator('main').textContent()).toContain('It was sold.');
    await page.getByRole('link', { name: 'Mint Mobile' }).click();
    await page.locator('.page-brand h1').getByText('Mint Mobile').waitFor();
    await context.close();
  });
});

describe('the page of gaps', () => {
  test('puts the worst first and leads to the brand', async () => {
    const { page, context, visit } = await app.open();
    await visit('/catalog');
    const shares = (await page.locator('.gaps summary').allTextContents()).map((gap) => {
      const [known = 0, fields = 1] = (gap.match(/\d+/g) ?? []).map(Number);
      return known / fields;
    });
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    await page.locator('.gaps a').first().click();
    await page.locator('.page-brand').waitFor();
    await context.close();
  });

  test('checks a pasted file: where it is wrong, and what to write', async () => {
    const { page, context, visit, complaints } = await app.open({ width: 360 });
    await visit('/catalog');
    const field = page.getByLabel('The file of a brand');
    const button = page.getByRole('button', { name: 'Check it' });
    await field.fill(CARRIER.replace('kind: mvno', 'kind: shop'));
    await button.click();
    const findings = page.locator('.findings');
    await findings.waitFor();
    const line = CARRIER.split('\n').indexOf('kind: mvno') + 1;
    expect(await findings.textContent()).toContain(`Line ${line}, error: kind`);
    expect(await findings.textContent()).toContain('mvno, travel-esim');
    await field.fill(CARRIER);
    await button.press('Enter');
    await page.getByText('Errors: 0.').waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('offers the document for other programs', async () => {
    const { page, context, visit } = await app.open();
    await visit('/catalog');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'simoff-catalog.json' }).click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8')).licence).toBe('CC0-1.0');
    await context.close();
  });
});
