/** Every page in both schemes and widths: accessible, without sideways scrolling, without calling anybody. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../locale/say.ts';
import { PLAN_DRAFT } from './testing/answers.ts';
import { BUILT, startApp } from './testing/app.ts';

let app: Awaited<ReturnType<typeof startApp>>;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const PAGES = [
  '/',
  '/questions/place',
  '/questions/keep',
  '/questions/price',
  '/plan',
  '/brands',
  '/brands/mint-mobile',
  '/nowhere',
];
const LOOKS: { scheme: 'light' | 'dark'; width: number; language: Language }[] = [
  { scheme: 'light', width: 360, language: 'zh' },
  { scheme: 'dark', width: 360, language: 'en' },
  { scheme: 'light', width: 1280, language: 'en' },
  { scheme: 'dark', width: 1280, language: 'zh' },
];

describe.each(LOOKS)('$scheme at $width px in $language', (look) => {
  test('axe finds nothing, nothing sticks out, everything can be hit', async () => {
    const { page, context, visit, complaints, foreign } = await app.open({ ...look, draft: PLAN_DRAFT });
    for (const path of PAGES) {
      await visit(path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary}`);
      expect(found, path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(look.width);
      expect(await headings(), path).toEqual([]);
      expect(await notForPeople(), path).toEqual([]);
    }
    expect([complaints, foreign]).toEqual([[], []]);
    await context.close();

    /** Dates as machines write them, codes without a sentence, holes without a fact; addresses of pages may hold any of it. */
    function notForPeople(): Promise<string[]> {
      return page.evaluate(() => {
        const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
        for (const link of main.querySelectorAll('a, datalist')) link.remove();
        const found = (main.textContent ?? '').match(
          /.{0,20}(\b\d{4}-\d{2}-\d{2}\b|\b(web|decide|check|need|error|identify)\.[a-z]\w*|\{\w+\}|undefined|NaN).{0,20}/g,
        );
        return found ?? [];
      });
    }

    /** Headings that skip a level, and pages without exactly one first heading. */
    function headings(): Promise<string[]> {
      return page.evaluate(() => {
        const all = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')];
        const levels = all.map((heading) => Number(heading.tagName[1]));
        const skipped = all.filter((_, at) => at > 0 && (levels[at] ?? 0) > (levels[at - 1] ?? 0) + 1);
        const firsts = levels.filter((level) => level === 1).length;
        return [...skipped.map((heading) => heading.textContent ?? ''), ...(firsts === 1 ? [] : [`h1: ${firsts}`])];
      });
    }
  });
});

test('an answer, an open list of brands and a refused answer are accessible too', async () => {
  const { page, context, visit } = await app.open({ width: 360, draft: { carrier: 't-mobile', answers: {} } });
  await page.locator('textarea').fill('8901260000000000001');
  await page.locator('.result').waitFor();
  await page.getByRole('combobox').click();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('combobox').fill('zzzzzz');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.locator('textarea').fill('8'.repeat(30_000));
  await page.locator('.card .field-error').getByText('20000').waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  for (const path of ['/questions/price', '/questions/keep', '/questions/leaves']) {
    await visit(path);
    await page.locator('form button[type=submit]').click();
    await page.locator('.field-error').first().waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([]);
  }
  await context.close();
});

test('a brand page shows every side of a conflict, with its page and the dates', async () => {
  const brands = readdirSync(join(BUILT, 'catalog/brands')).map((name) =>
    JSON.parse(readFileSync(join(BUILT, 'catalog/brands', name), 'utf8')),
  );
  const sides = brands.flatMap((brand) => conflictsOf(brand).map((fact) => ({ slug: brand.slug, fact })));
  const [found] = sides;
  if (!found) throw new Error('no brand of the catalog has a conflict to show');
  const { page, context, visit } = await app.open();
  await visit(`/brands/${found.slug}`);
  const shown = await page
    .locator('.conflict')
    .evaluateAll((lists) =>
      lists.map((list) => [...list.querySelectorAll('a')].map((link) => link.getAttribute('href'))),
    );
  const pages = [found.fact, ...found.fact.alternatives].flatMap((side) => side.sources.map((source) => source.url));
  expect(shown).toContainEqual(pages);
  const text = await page.locator('.conflict').first().textContent();
  expect(text).toMatch(/looked at \d{1,2} \w+ \d{4}/);
  await context.close();
});

interface Conflict {
  value: unknown;
  sources: { url: string }[];
  alternatives: { value: unknown; sources: { url: string }[] }[];
}

/** Facts of a brand page on which pages disagree. */
function conflictsOf(value: unknown): Conflict[] {
  if (Array.isArray(value)) return value.flatMap(conflictsOf);
  if (typeof value !== 'object' || value === null) return [];
  const fact = value as Partial<Conflict>;
  const own = fact.value != null && (fact.alternatives?.length ?? 0) > 0 ? [fact as Conflict] : [];
  return [...own, ...Object.values(value).flatMap(conflictsOf)];
}
