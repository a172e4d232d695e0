import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROUNDS = 25;

/** The built `identify` as a ratio to starting Node on nothing: medians of alternating runs, so that a busy machine hits both alike. */
export function cliRatio(root: string): { cliIdentifyMs: number; nodeEmptyMs: number; cliIdentifyRatio: number } {
  const node = join(root, 'node_modules/.bin/node');
  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(timed(node, ['-e', '0']));
    ours.push(timed(join(root, 'bin/simoff'), ['identify', '+1 202 555 0143', '--json']));
  }
  const [cliIdentifyMs, nodeEmptyMs] = [median(ours), median(bare)];
  return {
    cliIdentifyMs: round2(cliIdentifyMs),
    nodeEmptyMs: round2(nodeEmptyMs),
    cliIdentifyRatio: round2(cliIdentifyMs / nodeEmptyMs),
  };
}

function timed(command: string, args: string[]): number {
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
  return performance.now() - started;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
