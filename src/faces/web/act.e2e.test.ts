/** What is prepared leaves the page: as files, as a mail that is sent, as steps ticked off; and what came back is kept. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadMessages } from '../../locale/messages.ts';
import { type Language, type Say, sayer } from '../../locale/say.ts';
import { MAILBOX, mailServer, TEST_CA } from '../../testing/smtp.ts';
import { type Machine, openCase, SITUATION, startMachine } from './testing/machine.ts';

const WAIT = { timeout: 15_000 };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const HOLDER = { name: 'Wei Zhang', email: 'wei@example.com', address: ['1 Main St', 'San Jose, CA 95112'] };
let machine: Machine;
beforeAll(async () => {
  machine = await startMachine();
});
afterAll(() => machine.stop());
beforeEach(() => machine.clear());

const speak = async (language: Language): Promise<Say> => sayer(language, await loadMessages(language));
const typesOf = async (id: string): Promise<string[]> =>
  ((await machine.store.log.read(id))?.events ?? []).map(({ type }) => type);

/** The page of a prepared case. */
async function prepared(page: Page, visit: (path: string) => Promise<void>, situation: object): Promise<string> {
  await visit('/cases');
  const id = await openCase(page, { ...SITUATION, holder: HOLDER, account: { number: '987654321' }, ...situation });
  await visit(`/case/${id}`);
  await page.locator('#documents + .section-body').getByRole('button').first().click();
  await page.locator('.downloads a').first().waitFor();
  return id;
}

const documentOf = (page: Page, name: string) =>
  page.locator('.document').filter({ has: page.locator('summary .soft', { hasText: name }) });

const fetched = (page: Page, href: string | null): Promise<{ status: number; start: string }> =>
  page.evaluate(async (own) => {
    const response = await fetch(own ?? '');
    return { status: response.status, start: (await response.text()).slice(0, 15) };
  }, href);

describe.each<{ language: Language; width: number; scheme: 'light' | 'dark' }>([
  { language: 'en', width: 360, scheme: 'dark' },
  { language: 'zh', width: 1280, scheme: 'light' },
])('$language at $width px', (look) => {
  test('every file can be had, steps are ticked and keep their screenshots', async () => {
    const say = await speak(look.language);
    const { page, visit, complaints, foreign, context } = await machine.open(look);
    const id = await prepared(page, visit, { line: { ...SITUATION.line, carrier: 'mint-mobile', product: 'prepaid' } });
    const links = await page
      .locator('.downloads a')
      .evaluateAll((all) => all.map((own) => own.getAttribute('href')).filter((href) => !href?.startsWith('mailto:')));
    expect(links.length).toBeGreaterThan(1);
    for (const href of links) {
      const { status, start } = await fetched(page, href);
      expect([href, status]).toEqual([href, 200]);
      if (href?.includes('.zip')) expect(start.startsWith('PK')).toBe(true);
      if (href?.includes('.ics')) expect(start).toBe('BEGIN:VCALENDAR');
    }

    const steps = documentOf(page, 'online-steps.md');
    await steps.locator('summary').first().click();
    await steps.locator('input[type=checkbox]').first().check();
    await steps
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'shot.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1') });
    await expect.poll(async () => (await typesOf(id)).at(-1), WAIT).toBe('evidence-attached');
    await page.locator('.news').getByText(say('web.act.kept')).waitFor();
    await steps.getByRole('button', { name: say('web.act.did.online') }).click();
    await expect.poll(() => page.locator('form.record [name=via]').inputValue(), WAIT).toBe('online');
    await page.reload();
    await page.locator('#documents + .section-body').getByRole('button').first().click();
    await steps.locator('summary').first().click();
    await expect.poll(() => steps.locator('input[type=checkbox]').first().isChecked(), WAIT).toBe(true);

    await page.locator('.drop input[type=file]').setInputFiles([
      { name: 'chat.html', mimeType: 'text/html', buffer: Buffer.from('<p>Ann: cancelled</p>') },
      { name: 'bad.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 nothing') },
    ]);
    await page.locator('.drop [role=status]').getByText('bad.pdf').waitFor();
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.target}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
    expect([complaints, foreign]).toEqual([[], []]);
    await context.close();
  });

  test('the mail is shown first, then sent once, with what the server said', async () => {
    const say = await speak(look.language);
    const server = await mailServer();
    const { page, visit, complaints, foreign, context } = await machine.open(look);
    // A server of one's own is vouched for on the command line; a person's provider needs no such thing.
    await page.route('**/send*', (route) => {
      const body = { ...route.request().postDataJSON(), ca: TEST_CA };
      return route.continue({ postData: JSON.stringify(body) });
    });
    const id = await prepared(page, visit, {});
    const mail = documentOf(page, 'email.txt');
    await mail.locator('summary').first().click();
    await mail.locator('details summary').click();
    await mail.locator('[name=to]').fill('care@acme.example');
    await mail.locator('[name=host]').fill(`localhost:${server.port}`);
    await mail.locator('[name=user]').fill(MAILBOX.user);
    await mail.locator('[name=password]').fill('wrong');
    await mail.getByRole('button', { name: say('web.send.preview') }).click();
    await mail.getByRole('heading', { name: say('web.send.state.no') }).waitFor();
    expect(await mail.locator('pre').last().textContent()).toContain('To: care@acme.example');
    expect(server.mails).toEqual([]);
    const send = mail.getByRole('button', { name: say('web.send.now') });
    for (const box of await mail.locator('.check input').all()) await box.check();
    await send.click();
    await mail.locator('[role=alert]').waitFor();
    expect(await typesOf(id)).not.toContain('request-sent');
    await mail.locator('[name=password]').fill(MAILBOX.password);
    await send.click();
    await mail.getByRole('heading', { name: say('web.send.state.yes') }).waitFor();
    expect(server.mails).toHaveLength(1);
    await expect.poll(() => typesOf(id), WAIT).toContain('request-sent');
    expect(await mail.locator('[name=password]').inputValue()).toBe('');
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.target}`)).toEqual([]);
    // The wrong password is a 4xx, and browsers report that.
    expect([complaints.filter((text) => !/40\d|42\d/.test(text)), foreign]).toEqual([[], []]);
    await context.close();
  });
});
