/** A call led on the page: whom to dial, what to say, what came of it, and the message afterwards. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadMessages } from '../../locale/messages.ts';
import { type Language, type Say, sayer } from '../../locale/say.ts';
import { type Machine, openCase, SITUATION, startMachine } from './testing/machine.ts';

const WAIT = { timeout: 15_000 };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let machine: Machine;
beforeAll(async () => {
  machine = await startMachine();
});
afterAll(() => machine.stop());
beforeEach(() => machine.clear());

const speak = async (language: Language): Promise<Say> => sayer(language, await loadMessages(language));

describe.each<{ language: Language; width: number; scheme: 'light' | 'dark' }>([
  { language: 'en', width: 1280, scheme: 'dark' },
  { language: 'zh', width: 360, scheme: 'light' },
])('$language at $width px', (look) => {
  test('the call is led, survives a reload, is recorded, and ends in a message', async () => {
    const say = await speak(look.language);
    const { page, visit, complaints, foreign, context } = await machine.open(look);
    await visit('/cases');
    const id = await openCase(page, { ...SITUATION, holder: { name: 'Wei Zhang', email: 'wei@example.com' } });
    await visit(`/case/${id}`);
    await page.getByRole('link', { name: say('web.case.call'), exact: true }).click();
    await page.locator('.steps li').first().waitFor();

    // Only a number that may be dialled can be pressed.
    const hrefs = await page.locator('.numbers a').evaluateAll((all) => all.map((own) => own.getAttribute('href')));
    expect(hrefs.length).toBeGreaterThan(0);
    for (const href of hrefs) expect(href).toMatch(/^tel:(\+1\d{10}|\d{3,6})$/);
    expect(await page.locator('.steps [lang=en]').count()).toBe(await page.locator('.steps [lang=zh-Hans]').count());

    const accessible = async (): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.target}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
    };
    await page.getByRole('button', { name: say('web.call.timer.start') }).click();
    await page.locator('.call-bar summary').click();
    await page.locator('.branches li button').nth(1).click();
    await expect.poll(() => page.locator('.answer-say').textContent(), WAIT).toMatch(/no/i);
    await accessible();
    await page.locator('.call-bar summary').click();

    await page.locator('.steps input').first().check();
    await expect.poll(() => page.locator('.steps li[aria-current=step]').getAttribute('data-line'), WAIT).toBe('1');
    await page.locator('[name=agentName]').fill('Ann');
    await page.locator('[name=reference]').fill('R-1');
    await page.reload();
    await expect.poll(() => page.locator('[name=agentName]').inputValue(), WAIT).toBe('Ann');
    await expect.poll(() => page.locator('.steps input:checked').count(), WAIT).toBe(1);
    await page.getByRole('button', { name: say('web.call.timer.stop') }).waitFor();

    await page.locator('[name=outcome]').selectOption('promised');
    await page.locator('[name=promisedEndDate]').fill('2026-12-11');
    await page.locator('[name=promisedRefundUsd]').fill('lots');
    await page.getByLabel(say('web.call.asked')).check();
    await page.getByRole('button', { name: say('web.call.end'), exact: true }).click();
    await page.locator('.field-error').waitFor();
    expect(await page.locator('[name=agentName]').inputValue()).toBe('Ann');
    await page.locator('[name=promisedRefundUsd]').fill('12.00');
    await page.getByRole('button', { name: say('web.call.end'), exact: true }).click();
    await page.getByRole('heading', { name: say('web.call.recorded') }).waitFor();
    await expect.poll(() => page.locator('pre[lang=en]').textContent(), WAIT).toContain('R-1');
    expect(await page.getByRole('link', { name: say('web.call.followUp.mail') }).getAttribute('href')).toMatch(
      /^mailto:/,
    );
    await accessible();

    const events = (await machine.store.log.read(id))?.events ?? [];
    expect(events.map(({ type }) => type)).toEqual([
      'situation-recorded',
      'option-chosen',
      'request-sent',
      'contact-logged',
      'document-composed',
    ]);
    expect(events[3]?.data).toMatchObject({ via: 'phone', agentName: 'Ann', promisedRefundUsd: '12.00', minutes: 1 });
    expect(await page.evaluate(() => window.sessionStorage.length)).toBe(0);
    // The refused field is a 400, and browsers report that.
    expect([complaints.filter((text) => !text.includes('400')), foreign]).toEqual([[], []]);
    await context.close();
  });
});
