/** Every practice carrier, led by the command and walked by a program in the user's place: the line ends, and nothing else does. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../src/adapters/store/open.ts';
import type { CaseView } from '../../src/app/case/view.ts';
import { browserPath } from '../../src/faces/web/testing/browser.ts';
import type { Portal, Portals } from './kit/server.ts';
import { SITES, startPortals } from './portal.ts';
import { walk } from './walker.ts';

const COMMAND = [process.execPath, join(import.meta.dirname, '../../src/faces/cli/bin.ts')] as const;
const SITUATION = {
  line: { carrier: 't-mobile', product: 'postpaid', msisdn: '+12025550143', cycleDay: 12, monthlyUsd: '70.00' },
  number: { keep: 'no', codesStillSentHere: [] },
};
/** What each ending leaves in the case. */
const STAGES: Record<string, { kind: string; stages: string[]; last: string }> = {
  accepted: { kind: 'accepted', stages: ['confirmed', 'effective'], last: 'confirmation-accepted' },
  'received-only': { kind: 'received-only', stages: ['acknowledged'], last: 'reply-received' },
  chat: { kind: 'received-only', stages: ['acknowledged'], last: 'reply-received' },
  'pre-registered': { kind: 'pre-registered', stages: ['acknowledged'], last: 'reply-received' },
  phone: { kind: 'other', stages: ['decided'], last: 'contact-logged' },
  'app-store': { kind: 'other', stages: ['decided'], last: 'contact-logged' },
};

let portals: Portals;
let browser: Browser;
let cdp = '';
let stop = async (): Promise<void> => undefined;
const folder = mkdtempSync(join(tmpdir(), 'simoff-led-'));

beforeAll(async () => {
  portals = await startPortals({ now: () => new Date().toISOString() });
  const profile = join(folder, 'profile');
  const args = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
  const child = spawn(await browserPath(), args, { stdio: 'ignore' });
  const port = join(profile, 'DevToolsActivePort');
  await vi.waitFor(
    () => {
      if (!existsSync(port) || readFileSync(port, 'utf8').split('\n').length < 2) throw new Error('not yet');
    },
    { timeout: 30_000 },
  );
  cdp = `http://127.0.0.1:${readFileSync(port, 'utf8').split('\n')[0]}`;
  browser = await chromium.connectOverCDP(cdp);
  stop = async () => {
    await browser.close();
    child.kill();
    await portals.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
});
afterAll(() => stop());

const simoff = (data: string, ...argv: string[]): never =>
  JSON.parse(execFileSync(COMMAND[0], [COMMAND[1], ...argv, '--json', '--data', data], { encoding: 'utf8' })) as never;

describe.each(SITES.map(({ id }) => id))('%s', (id) => {
  test('is walked to its end with no harm done, and the case says what the page said', async () => {
    const portal = portals.sites.find((own) => own.id === id) as Portal;
    const data = mkdtempSync(join(folder, 'data-'));
    const file = join(data, 'situation.json');
    writeFileSync(file, JSON.stringify(SITUATION));
    const { case: caseId } = simoff(data, 'open', file) as { case: string };
    simoff(data, 'decide', caseId, '--choose', 'cancel');
    const walked = await walk({
      browser,
      cdp,
      portals,
      portal,
      command: COMMAND,
      caseId,
      dataDir: data,
      patience: 25_000,
    });
    const told = walked.states
      .map(({ verdict, control, sentence }) => `${verdict} ${control?.name ?? ''} ${sentence}`)
      .join('\n');
    expect(
      portals.log(id).filter(({ harm }) => harm),
      told,
    ).toEqual([]);
    const wanted = STAGES[portal.ending];
    const done = walked.states.at(-1);
    expect(done?.verdict, `${told}\n${walked.stderr}`).toBe('done');
    expect(walked.code).toBe(0);
    expect(done?.kind).toBe(wanted?.kind);
    if (portal.ending === 'accepted') expect(done?.effectiveDate).toBe(portal.line.endsOn);
    if (done?.kind !== 'other') expect(done?.reference).toMatch(/^[A-Z]{2}-\d{6}$/);

    const shown: CaseView = simoff(data, 'show', caseId);
    expect(wanted?.stages).toContain(shown.stage);
    expect(shown.events.at(-1)?.type).toBe(wanted?.last);
    expect(shown.events.filter(({ type }) => type === 'evidence-attached').length).toBeGreaterThanOrEqual(
      walked.states.length,
    );

    // What was typed as secret is in nothing that was kept or told.
    const secrets = [portal.password, portals.code(id)].filter((own) => own !== null);
    const store = await openStore({ dataDir: data });
    const attachments = shown.events.flatMap(
      ({ data: own }) => (own.attachments as { sha256: string; name: string }[] | undefined) ?? [],
    );
    const kept = await Promise.all(attachments.map(({ sha256 }) => store.blobs.get(caseId, sha256)));
    await store.close();
    const all = [
      JSON.stringify(walked.states),
      JSON.stringify(shown),
      walked.stderr,
      ...kept.map((bytes) => new TextDecoder('latin1').decode(bytes ?? undefined)),
    ];
    for (const secret of secrets) expect(all.filter((own) => own.includes(secret))).toEqual([]);
    expect(attachments.some(({ name }) => name.endsWith('.png'))).toBe(true);
  }, 120_000);
});
