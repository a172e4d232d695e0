/**
 * Builds what a user runs: the catalog, the command line, the web app. Progress goes to stderr.
 * `node scripts/build.ts [--stale] [catalog] [cli] [web]`; with `--stale` only what is older than its sources.
 */
import { copyFileSync, cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildCatalog } from './build-catalog.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

interface Step {
  name: string;
  /** The file that is there once the step is done. */
  output: string;
  inputs: string[];
  run(): Promise<void>;
}

const STEPS: Step[] = [
  {
    name: 'catalog',
    output: 'catalog/index.json',
    inputs: ['catalog', 'src/domain/catalog', 'src/adapters', 'src/app/bundle.ts', 'scripts/build-catalog.ts'],
    run: buildCatalogJson,
  },
  { name: 'cli', output: 'cli/bin.js', inputs: ['src', 'package-lock.json', 'scripts/build.ts'], run: buildCli },
  {
    name: 'web',
    output: 'web/index.html',
    inputs: ['src', 'catalog', 'package-lock.json', 'vite.config.ts'],
    run: buildWeb,
  },
];

const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith('--'));
const wanted = STEPS.filter((step) => named.length === 0 || named.includes(step.name));
const steps = args.includes('--stale') ? wanted.filter(isStale) : wanted;

for (const [index, step] of steps.entries()) {
  const started = performance.now();
  process.stderr.write(`[${index + 1}/${steps.length}] building ${step.name} … `);
  await step.run();
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

function isStale(step: Step): boolean {
  const built = statSync(join(dist, step.output), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return step.inputs.some((input) => newest(join(root, input)) > built);
}

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

async function buildCatalogJson(): Promise<void> {
  await buildCatalog(join(root, 'catalog'), join(dist, 'catalog'));
}

async function buildCli(): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    // better-sqlite3 looks for its binary beside its own source, so it stays in node_modules.
    ssr: { noExternal: true, external: ['better-sqlite3'], target: 'node' },
    build: {
      ssr: join(root, 'src/faces/cli/bin.ts'),
      outDir: join(dist, 'cli'),
      emptyOutDir: true,
      target: 'node22',
      minify: true,
    },
  });
  const wasm = join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
  copyFileSync(wasm, join(dist, 'cli/zxing_reader.wasm'));
}

async function buildWeb(): Promise<void> {
  await buildCatalogJson();
  rmSync(join(root, '.tmp/web-public'), { recursive: true, force: true });
  cpSync(join(dist, 'catalog'), join(root, '.tmp/web-public/catalog'), { recursive: true });
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
}
