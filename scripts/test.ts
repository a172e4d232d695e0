/** Everything that has to hold, in the order of how fast it fails: build, lint, types, catalog, tests. Prints the counts last. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const report = join(root, '.tmp/test-report.json');
mkdirSync(join(root, '.tmp'), { recursive: true });
rmSync(report, { force: true });

const steps: [name: string, command: string, ...args: string[]][] = [
  ['build', 'node', 'scripts/build.ts', '--stale'],
  ['lint', 'biome', 'ci', '--colors=off', '.'],
  ['dead code', 'knip'],
  ['types', 'tsc', '--noEmit'],
  ['codes', 'node', 'scripts/codes.ts', '--check'],
  ['schemas', 'node', 'scripts/schemas.ts', '--check'],
  ['slugs', 'node', 'scripts/slugs.ts', '--check'],
  ['catalog', 'bin/simoff', 'catalog', 'lint', '--quiet'],
  ['tests', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
];

for (const [name, command, ...args] of steps) {
  process.stderr.write(`\n== ${name}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) continue;
  if (name === 'tests') printCounts();
  process.stderr.write(`\n${name} failed\n`);
  process.exit(1);
}
printCounts();

function printCounts(): void {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`);
}
