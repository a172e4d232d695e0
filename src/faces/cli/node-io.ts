/** What the command line does with this machine's disk and terminal. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { makeFolder } from '../../adapters/store/files.ts';
import { echo, SimoffError } from '../../domain/errors.ts';

export const exists = existsSync;

/**
 * Writes a file that only this user can read, and only as a whole: first beside it, then under its name. Gives the SHA-256 of
 * its bytes, hex. Throws `file-exists` (unless it may be replaced), `file-unwritable`.
 */
export async function write(
  path: string,
  content: Uint8Array | ReadableStream<Uint8Array>,
  { replace = false }: { replace?: boolean } = {},
): Promise<string> {
  if (!replace && existsSync(path)) throw new SimoffError('file-exists', { file: echo(path, 200) });
  const draft = `${path}.${process.pid}.part`;
  const sum = createHash('sha256');
  try {
    makeFolder(dirname(path));
    const file = await open(draft, 'wx', 0o600);
    try {
      for await (const chunk of content instanceof Uint8Array ? [content] : content) {
        sum.update(chunk);
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    // Where a folder in front of it is a file, there is nothing to remove, and saying so would hide what went wrong.
    await rm(draft, { force: true }).catch(() => undefined);
    const code = (cause as NodeJS.ErrnoException).code;
    if (cause instanceof SimoffError || typeof code !== 'string') throw cause;
    throw new SimoffError('file-unwritable', { file: echo(path, 200), reason: code }, { cause });
  }
  return sum.digest('hex');
}

/** Asks at the terminal without showing what is typed; null where nobody sits there. */
export async function ask(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(question);
  try {
    return await new Promise<string | null>((resolve) => {
      terminal.once('close', () => resolve(null));
      terminal.question('', resolve);
    });
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

/** Asks at the terminal; null where nobody sits there, or where the line was broken off (Ctrl-C, Ctrl-D). */
export async function line(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise<string | null>((resolve) => {
      terminal.once('close', () => resolve(null));
      terminal.question(question, resolve);
    });
  } finally {
    terminal.close();
  }
}
