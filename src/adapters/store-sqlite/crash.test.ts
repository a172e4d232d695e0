import { expect, test } from 'vitest';
import { contend, killRounds } from '../../testing/kill-rounds.ts';
import { tempFolder } from '../../testing/temp-folder.ts';

test('kill -9 at any moment loses nothing that was acknowledged', async () => {
  const { acknowledged, wrong } = await killRounds(tempFolder(), 40, Math.random);
  expect(wrong).toEqual([]);
  expect(acknowledged).toBeGreaterThan(40);
}, 600_000);

test('two processes writing to one case lose no update', async () => {
  const { events, conflicts, wrong } = await contend(tempFolder(), 300);
  expect(wrong).toEqual([]);
  expect(events).toBe(600);
  expect(conflicts).toBeGreaterThan(0);
}, 600_000);
