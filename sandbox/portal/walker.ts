/**
 * A program in the user's place: it follows what `simoff online --json` says over the same browser, presses what is marked, types the
 * password, the code and words, and takes any of several. Used by tests; it decides nothing by itself.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import type { ControlView, OnlineState } from '../../src/app/online/run.ts';
import type { Portal, Portals } from './kit/server.ts';

export interface Walked {
  states: OnlineState[];
  /** Exit code of the command. */
  code: number | null;
  stderr: string;
}

interface Walk {
  browser: Browser;
  cdp: string;
  portals: Portals;
  portal: Portal;
  /** Command line up to `online`. */
  command: readonly string[];
  caseId: string;
  dataDir: string;
  language?: string;
  /** Milliseconds without a new state after which it gives up. */
  patience?: number;
}

export async function walk({
  browser,
  cdp,
  portals,
  portal,
  command,
  caseId,
  dataDir,
  language = 'en',
  patience = 12_000,
}: Walk): Promise<Walked> {
  const [program = '', ...rest] = command;
  const child = spawn(
    program,
    [...rest, 'online', caseId, '--start', portal.url, '--cdp', cdp, '--json', '--data', dataDir, '--lang', language],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const states: OnlineState[] = [];
  const stderr: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk.toString()));
  const waiting: ((state: OnlineState | null) => void)[] = [];
  const unread: (OnlineState | null)[] = [];
  const give = (state: OnlineState | null): void => {
    const next = waiting.shift();
    if (next) next(state);
    else unread.push(state);
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    const state = JSON.parse(line) as OnlineState;
    states.push(state);
    give(state);
  });
  const code = new Promise<number | null>((done) =>
    child.on('close', (own) => {
      give(null);
      done(own);
    }),
  );
  const next = (): Promise<OnlineState | null> =>
    unread.length > 0
      ? Promise.resolve(unread.shift() ?? null)
      : new Promise((resolve) => {
          const timer = setTimeout(() => resolve(null), patience);
          waiting.push((state) => {
            clearTimeout(timer);
            resolve(state);
          });
        });
  const context = browser.contexts()[0];
  for (let state = await next(); state !== null && state.verdict !== 'done'; state = await next()) {
    const page = context?.pages().at(-1);
    if (!page) break;
    await act(page, state, { portals, portal }).catch((error: unknown) =>
      stderr.push(`walker: ${String(error).slice(0, 300)}\n`),
    );
    if (states.length > 40) break;
  }
  return { states, code: await ended(child, code), stderr: stderr.join('') };
}

/** The command ends by itself after the end page; where it does not, it is ended. */
async function ended(child: ChildProcess, code: Promise<number | null>): Promise<number | null> {
  const late = setTimeout(() => child.kill('SIGINT'), 4_000);
  const result = await code;
  clearTimeout(late);
  return result;
}

async function act(
  page: Page,
  state: OnlineState,
  { portals, portal }: { portals: Portals; portal: Portal },
): Promise<void> {
  const control = state.control ?? state.controls[0];
  if (!control) return;
  const target = await find(page, control);
  if (!target) throw new Error(`not found: ${control.role} ${control.name}`);
  if (state.verdict === 'needs-you') {
    if (state.step === 'sign-in') return signIn(target, { portals, portal });
    await target.fill('Please cancel my line');
    return target.press('Enter');
  }
  if (control.role === 'textbox')
    return target.fill(state.fills[0]?.value ?? /[“"]?(CANCEL|注销)/.exec(state.sentence)?.[1] ?? 'CANCEL');
  if (control.role === 'combobox') {
    const options = await target.locator('option').allTextContents();
    const wanted = options.findIndex((text) => /pa[ií]s|abroad|country|otro|other/i.test(text));
    await target.selectOption({ index: Math.max(1, wanted) });
    return;
  }
  await target.click({ timeout: 4_000 });
}

async function signIn(field: Locator, { portals, portal }: { portals: Portals; portal: Portal }): Promise<void> {
  const form = field.locator('xpath=ancestor::form');
  const password = form.locator('input[type=password]');
  if ((await password.count()) > 0) {
    await form.locator('input:not([type=password]):not([type=submit])').first().fill(portal.user);
    await password.fill(portal.password);
  } else await field.fill(portals.code(portal.id) ?? '');
  await form.locator('button, input[type=submit]').first().click();
}

/** The control by its role and name, in whatever frame it stands. */
async function find(page: Page, { role, name, text, nth }: ControlView): Promise<Locator | null> {
  for (const frame of page.frames()) {
    for (const found of ways(frame, role, name, text)) {
      const visible: Locator[] = [];
      for (const one of await found.all().catch(() => []))
        if (await one.isVisible().catch(() => false)) visible.push(one);
      const [first] = visible;
      if (first) return visible[nth] ?? first;
    }
  }
  return null;
}

function ways(frame: Frame, role: string, name: string, text: string): Locator[] {
  const exact = { name, exact: true };
  return [
    frame.getByRole(role as 'button', name ? exact : {}),
    ...(text ? [frame.getByText(text, { exact: true })] : []),
    ...(name ? [frame.getByText(name, { exact: true }), frame.getByLabel(name, { exact: true })] : []),
  ];
}
