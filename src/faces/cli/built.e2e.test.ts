/** The built command, as users run it. What only bundling can break shows here and nowhere else. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const BIN = join(import.meta.dirname, '../../../bin/simoff');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simoff-built-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function simoff(args: string[], input = ''): { status: number | null; answer: Record<string, unknown> } {
  const { status, stdout } = spawnSync(BIN, [...args, '--data', folder, '--lang', 'en', '--json'], {
    input,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: '', SIMOFF_PASSPHRASE: 'long enough a passphrase' },
  });
  return { status, answer: JSON.parse(stdout) };
}

test('opens a case, keeps its secrets, prepares and exports it', () => {
  const situation = { line: { carrier: 't-mobile', iccid: '8901260000000000001' } };
  const opened = simoff(['open', '-'], JSON.stringify(situation));
  expect(opened.answer).toMatchObject({ carrier: 't-mobile', stage: 'draft', line: '••••0001' });
  const id = String(opened.answer.case);
  expect(simoff(['decide', id, '--choose', 'cancel']).status).toBe(0);
  expect(simoff(['prepare', id, '--out', join(folder, 'papers')]).answer).toMatchObject({ stage: 'prepared' });
  expect(simoff(['export', '--out', join(folder, 'cases.age')]).answer).toMatchObject({ encrypted: true, cases: 1 });
  expect(simoff(['delete', id, '--yes']).status).toBe(0);
  expect(simoff(['import', join(folder, 'cases.age')]).answer).toMatchObject({ cases: [{ case: id }] });
  const shown = simoff(['show', id, '--reveal']);
  expect(JSON.stringify(shown.answer)).toContain(situation.line.iccid);
}, 300_000);
