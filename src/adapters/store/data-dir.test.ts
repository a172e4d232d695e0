import { expect, test } from 'vitest';
import { defaultDataDir } from './data-dir.ts';

test.each([
  [{ SIMOFF_DATA: '/x', XDG_DATA_HOME: '/y' }, 'linux', '/x'],
  [{ XDG_DATA_HOME: '/y' }, 'linux', '/y/simoff'],
  [{ XDG_DATA_HOME: 'relative' }, 'linux', '/home/w/.local/share/simoff'],
  [{ XDG_DATA_HOME: '', SIMOFF_DATA: '' }, 'linux', '/home/w/.local/share/simoff'],
  [{ XDG_DATA_HOME: '/y' }, 'darwin', '/home/w/Library/Application Support/simoff'],
  [{ APPDATA: 'C:\\Users\\w\\AppData\\Roaming' }, 'win32', 'C:\\Users\\w\\AppData\\Roaming\\simoff'],
] as const)('%j on %s: %s', (env, platform, expected) => {
  expect(defaultDataDir(env, platform, '/home/w')).toBe(expected);
});

test('on Windows without APPDATA it is where that would be', () => {
  expect(defaultDataDir({}, 'win32', 'C:\\Users\\w')).toBe('C:\\Users\\w\\AppData\\Roaming\\simoff');
});
