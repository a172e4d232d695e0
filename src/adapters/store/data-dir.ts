import { posix, win32 } from 'node:path';

/**
 * The folder in which a person's cases are kept: `SIMOFF_DATA`, else where the system keeps a program's data: `XDG_DATA_HOME` or
 * `~/.local/share` (XDG Base Directory Specification), `~/Library/Application Support` on macOS, `%APPDATA%` on Windows.
 * `home` is the user's home folder.
 */
export function defaultDataDir(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (env.SIMOFF_DATA) return env.SIMOFF_DATA;
  if (platform === 'win32') return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'simoff');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'simoff');
  // The specification: a path that is not absolute is to be ignored.
  const given = env.XDG_DATA_HOME ?? '';
  return posix.join(posix.isAbsolute(given) ? given : posix.join(home, '.local', 'share'), 'simoff');
}
