/**
 * Kills a writing process a thousand times and lets two processes append 10,000 events to one case: `npm run kill-rounds [rounds]`.
 * Prints the counts; ends with 1 where anything acknowledged is lost.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contend, killRounds } from '../src/testing/kill-rounds.ts';

const rounds = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), 'simoff-kill-'));
const note = (round: number): void => {
  if (round % 50 === 0) process.stderr.write(`${round} of ${rounds} rounds\n`);
};

const killed = await killRounds(folder, rounds, Math.random, note);
console.log(
  `${rounds} kills: ${killed.acknowledged} events acknowledged, ${killed.unacknowledged} more written, ${killed.wrong.length} wrong`,
);
process.stderr.write('two writers …\n');
const both = await contend(join(folder, 'contended'), rounds * 5);
console.log(`two writers: ${both.events} events, ${both.conflicts} tries repeated, ${both.wrong.length} wrong`);
for (const wrong of [...killed.wrong, ...both.wrong]) console.log(wrong);
rmSync(folder, { recursive: true, force: true });
process.exit(killed.wrong.length + both.wrong.length > 0 ? 1 : 0);
