import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A fresh folder, removed at the end of the test that asked for it. */
export function tempFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'simoff-test-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
