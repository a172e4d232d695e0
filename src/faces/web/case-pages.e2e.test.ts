/** The pages of cases in both schemes, widths and languages; by keyboard; with a thousand cases; without a simoff; all cases at once. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCase as openInStore } from '../../app/case/open.ts';
import { loadMessages } from '../../locale/messages.ts';
import { type Language, type Say, sayer } from '../../locale/say.ts';
import { PLAN_DRAFT } from './testing/answers.ts';
import { NOW, startApp } from './testing/app.ts';
import { type Machine, openCase, SITUATION, startMachine } from './testing/machine.ts';

/** A page on a busy machine takes its time; what is expected is waited for. */
const WAIT = { timeout: 15_000 };

let machine: Machine;
let folder: Awaited<ReturnType<typeof startApp>>;
beforeAll(async () => {
  machine = await startMachine();
  folder = await startApp();
});
afterAll(async () => {
  await folder.stop();
  await machine.stop();
});
beforeEach(() => machine.clear());

const speak = async (language: Language): Promise<Say> => sayer(language, await loadMessages(language));
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS: { scheme: 'light' | 'dark'; width: number; language: Language }[] = [
  { scheme: 'light', width: 360, language: 'zh' },
  { scheme: 'dark', width: 360, language: 'en' },
  { scheme: 'light', width: 1280, language: 'en' },
  { scheme: 'dark', width: 1280, language: 'zh' },
];

describe.each(LOOKS)('$scheme at $width px in $language', (look) => {
  test('axe finds nothing, nothing sticks out, every sentence is one', async () => {
    const say = await speak(look.language);
    const { page, context, visit, complaints, foreign } = await machine.open({ ...look, draft: PLAN_DRAFT });
    const accessible = async (what: string): Promise<void> => {
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary}`),
        what,
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(look.width);
      expect(await notForPeople(), what).toEqual([]);
      expect(await skippedHeadings(), what).toEqual([]);
    };

    await visit('/cases');
    await page.getByText(say('web.cases.none')).waitFor();
    await accessible('no case');
    const id = await openCase(page, { ...SITUATION, number: { keep: 'no', codesStillSentHere: ['bank'] } });
    await page.evaluate(async (own) => {
      const send = (path: string, body: unknown) =>
        fetch(`./api/cases/${own}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      await send('/record', { event: 'request-sent', at: '2026-11-02', set: { via: 'chat' } });
      await send('/record', {
        event: 'contact-logged',
        at: '2026-11-02',
        set: { outcome: 'pre-registered', callBy: '2026-11-09' },
      });
      await send('/record', { event: 'charge-seen', at: '2026-11-20', set: { amountUsd: '70', date: '2026-11-20' } });
      await send('/undo', { seq: 5 });
    }, id);
    await visit('/brands');
    await visit('/cases');
    await page.locator('.case-row').waitFor();
    await accessible('cases');
    await visit(`/case/${id}`);
    await page.locator('.alarms').waitFor();
    // Everything that can stand open on this page at once: one look of axe at a long page takes seconds.
    await page.locator('#documents + .section-body').getByRole('button').first().click();
    await page.locator('.document').first().waitFor();
    await page.getByRole('button', { name: say('record.do.situation-recorded'), exact: true }).click();
    await page.getByLabel(say('need.email')).waitFor();
    await page
      .locator('.else')
      .getByRole('button', { name: say('record.do.profile-deleted'), exact: true })
      .click();
    await page.getByRole('button', { name: say('web.case.record'), exact: true }).click();
    await page.locator('form.record [role=alert]').waitFor();
    await accessible('case');
    await page
      .locator('.else')
      .getByRole('button', { name: say('record.do.contact-logged'), exact: true })
      .click();
    await page.locator('form.record [name=outcome]').waitFor();
    await page.getByRole('button', { name: say('web.case.delete'), exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await accessible('form and dialog');
    await page.keyboard.press('Escape');
    await visit(`/case/${id}/choose`);
    await page.locator('.choose-this button').first().waitFor();
    await accessible('choose');
    await visit('/settings');
    await page.getByText(say('web.settings.delete.what', { count: 1 })).waitFor();
    if (look.width === 360) await page.getByLabel(say('web.settings.export.open')).check();
    await accessible('settings');
    await visit('/plan');
    await page.locator('.hero .choose-this').waitFor();
    await accessible('plan');
    // The refusal above is a 409, and browsers report that.
    expect([complaints.filter((text) => !text.includes('409')), foreign]).toEqual([[], []]);
    await context.close();

    /** Dates as machines write them, codes without a sentence, holes without a fact; what a person typed or copies may hold any of it. */
    function notForPeople(): Promise<string[]> {
      return page.evaluate(() => {
        const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
        for (const own of main.querySelectorAll('a, datalist, pre, .messages, .script, .todo')) own.remove();
        const found = (main.textContent ?? '').match(
          /.{0,20}(\b\d{4}-\d{2}-\d{2}\b|\b(web|decide|check|need|error|identify|case|record|prepare)\.[a-z]\w*|\{\w+\}|undefined|NaN).{0,20}/g,
        );
        return found ?? [];
      });
    }

    function skippedHeadings(): Promise<string[]> {
      return page.evaluate(() => {
        const all = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')];
        const levels = all.map((heading) => Number(heading.tagName[1]));
        const skipped = all.filter((_, at) => at > 0 && (levels[at] ?? 0) > (levels[at - 1] ?? 0) + 1);
        return [
          ...skipped.map((heading) => heading.textContent ?? ''),
          ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1']),
        ];
      });
    }
    // Eight looks of axe at long pages.
  }, 180_000);
});

test('from the plan to a recorded request by keyboard alone, with the focus always to be seen', async () => {
  const say = await speak('en');
  const { page, visit, context } = await machine.open({
    draft: { ...PLAN_DRAFT, answers: { ...PLAN_DRAFT.answers, codes: [] } },
  });
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const now = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const label = (element as HTMLInputElement).labels?.[0]?.textContent;
        const outline = getComputedStyle(element).outlineStyle;
        return { name: element.getAttribute('aria-label') ?? label ?? element.textContent ?? '', outline };
      });
      expect(now.outline, now.name).not.toBe('none');
      if (now.name.startsWith(name)) return;
    }
    throw new Error(`${name} is not reached by Tab`);
  };
  await visit('/plan');
  await page.locator('.choose-this').first().waitFor();
  await tabTo(say('web.plan.choose'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/case\/\w+$/);
  await page.locator('.next').waitFor();
  await tabTo(say('record.do.prepare'));
  await page.keyboard.press('Enter');
  await page.locator('.document').first().waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'documents');
  await tabTo(say('record.do.request-sent'));
  await page.keyboard.press('Enter');
  await page.locator('form.record').waitFor();
  await tabTo(say('record.label.via'));
  await page.keyboard.type('Phone');
  await tabTo(say('record.label.reference'));
  await page.keyboard.type('REQ-1');
  await page.keyboard.press('Enter');
  await page.locator('.hero-line').getByText(say('case.stage.requested')).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'next-step');
  await expect.poll(() => page.locator('.news').textContent(), WAIT).toContain(say('record.event.request-sent'));
  await context.close();
});

test('a thousand cases: the most urgent first, a page of them at once, any of them found by its number', async () => {
  const say = await speak('en');
  const { page, visit, context } = await machine.open();
  for (let at = 0; at < 1000; at += 1) {
    const msisdn = `+1202555${String(1000 + at)}`;
    const deps = { ...machine.store, catalog: machine.catalog, now: NOW, today: null };
    await openInStore({ line: { carrier: 'mint-mobile', msisdn } }, deps, say);
  }
  await visit('/cases');
  await page.getByText(say('web.cases.count', { count: 1000 })).waitFor();
  await expect.poll(() => page.locator('.case-row').count(), WAIT).toBe(50);
  await page.getByRole('button', { name: say('web.cases.more', { count: 50 }) }).click();
  await expect.poll(() => page.locator('.case-row').count(), WAIT).toBe(100);
  await page.getByLabel(say('web.cases.search')).fill('2025551999');
  await page.getByText(say('web.cases.count', { count: 1 })).waitFor();
  await page.locator('.case-row a').click();
  await page.locator('.case-line').getByText('+1 202-555-1999').waitFor();
  await context.close();
});

describe('all cases at once', () => {
  test('export, delete everything, import: everything is there again, what is kept encrypted too', async () => {
    const say = await speak('en');
    const { page, visit, context, complaints } = await machine.open();
    const id = await openCase(page, { ...SITUATION, account: { number: '970123456' } });
    await visit('/settings');
    const again = page.getByLabel(say('web.settings.again'));
    const passphrase = page.getByLabel(say('web.settings.passphrase'), { exact: true });
    await page.getByRole('button', { name: say('web.settings.export.do'), exact: true }).click();
    await page.getByText(say('web.settings.wrong.empty')).waitFor();
    await passphrase.fill('short');
    await page.getByText(say('web.settings.strength.short')).waitFor();
    await passphrase.fill('correct horse battery staple');
    await page.getByText(say('web.settings.strength.long')).waitFor();
    await again.fill('correct horse battery stable');
    await page.getByRole('button', { name: say('web.settings.export.do'), exact: true }).click();
    await page.getByText(say('web.settings.wrong.differs')).waitFor();
    await expect.poll(() => again.evaluate((element) => element === document.activeElement), WAIT).toBe(true);
    await again.fill('correct horse battery staple');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('web.settings.export.do'), exact: true }).click(),
    ]);
    const file = await download.path();
    expect(download.suggestedFilename()).toBe('simoff-2026-11-24.jsonl.age');
    await page.getByText(say('web.settings.export.done')).waitFor();

    await page.getByRole('button', { name: say('web.settings.delete'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(say('web.settings.delete.sure', { count: 1 })).waitFor();
    await dialog.getByRole('button', { name: say('web.settings.delete.yes', { count: 1 }) }).click();
    await page.getByText(say('web.settings.deleted', { count: 1 })).waitFor();
    await page.getByText(say('web.settings.delete.none')).waitFor();
    expect(await machine.store.log.list()).toEqual([]);

    await page.locator('input[type=file]').setInputFiles(file);
    const unlock = page.locator('[name=unlock]');
    await unlock.fill('a wrong one');
    await page.getByRole('button', { name: say('web.settings.import.do'), exact: true }).click();
    await page.getByText(say('web.machine.import-locked')).waitFor();
    await unlock.fill('correct horse battery staple');
    await page.getByRole('button', { name: say('web.settings.import.do'), exact: true }).click();
    await page.getByText(say('web.settings.import.done', { count: 2, cases: 1 })).waitFor();
    await visit(`/case/${id}`);
    await page.getByRole('button', { name: say('web.case.reveal') }).click();
    await page.locator('.events').getByText('970123456').waitFor();
    expect(complaints.filter((text) => !text.includes('400'))).toEqual([]);
    await context.close();
    // A passphrase is stretched on purpose, three times here.
  }, 180_000);

  test('not encrypted only where that was chosen, and it says what is left out', async () => {
    const say = await speak('zh');
    const { page, visit, context } = await machine.open({ language: 'zh' });
    await openCase(page);
    await visit('/settings');
    await page.getByLabel(say('web.settings.export.open')).check();
    await page.getByText(say('web.settings.export.open.what')).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('web.settings.export.do'), exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('simoff-2026-11-24.jsonl');
    await page.getByRole('button', { name: say('web.settings.import.do'), exact: true }).click();
    await page.getByText(say('web.settings.wrong.file')).waitFor();
    const file = { name: 'x.jsonl', mimeType: 'text/plain', buffer: Buffer.from('no export') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: say('web.settings.import.do'), exact: true }).click();
    await page.getByText(say('error.import-broken', { line: 1 })).waitFor();
    await page.locator('input[type=file]').setInputFiles(await download.path());
    await page.getByRole('button', { name: say('web.settings.import.do'), exact: true }).click();
    await page.getByText(say('web.settings.import.nothing', { count: 1 })).waitFor();
    await context.close();
  });
});

describe('without a simoff', () => {
  test.each<Language>(['en', 'zh'])(
    'a folder of files says so, asks nobody, and the plan works (%s)',
    async (language) => {
      const say = await speak(language);
      const { page, visit, context, complaints, foreign } = await folder.open({ language, draft: PLAN_DRAFT });
      for (const path of ['/cases', '/case/k7m2', '/case/k7m2/choose', '/settings']) {
        await visit(path);
        await page.getByText(say('web.machine.none')).waitFor();
      }
      await page.getByRole('button', { name: say('web.again') }).click();
      await page.getByText(say('web.machine.none')).waitFor();
      await visit('/plan');
      await page.locator('.hero').waitFor();
      await expect.poll(() => page.locator('.choose-this, .keep-later').count(), WAIT).toBe(0);
      expect([complaints, foreign]).toEqual([[], []]);
      await context.close();
    },
  );

  test('a window that was not opened from the printed address says so', async () => {
    const say = await speak('en');
    const { page, visit, context } = await machine.open({ draft: PLAN_DRAFT });
    await context.clearCookies();
    await page.reload();
    await visit('/cases');
    await page.getByText(say('web.machine.refused')).waitFor();
    await visit('/plan');
    await page.getByText(say('web.plan.keep.locked')).waitFor();
    await expect.poll(() => page.locator('.choose-this').count(), WAIT).toBe(0);
    await context.close();
  });

  test('a simoff that has ended says so, and keeps what was typed', async () => {
    const say = await speak('en');
    const { page, visit, context } = await machine.open();
    const id = await openCase(page);
    await visit(`/case/${id}`);
    await page
      .locator('.else')
      .getByRole('button', { name: say('record.do.note-added') })
      .click();
    await page.locator('form.record').getByLabel(say('record.label.note')).fill('Kept.');
    await page.route('**/api/**', (route) => route.abort());
    await page.getByRole('button', { name: say('web.case.record'), exact: true }).click();
    await page.locator('form.record [role=alert]').getByText(say('web.machine.gone')).waitFor();
    await expect
      .poll(() => page.locator('form.record').getByLabel(say('record.label.note')).inputValue(), WAIT)
      .toBe('Kept.');
    await context.close();
  });
});
