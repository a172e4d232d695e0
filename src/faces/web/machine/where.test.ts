import { expect, test } from 'vitest';
import { isMachine } from './where.ts';

test.each([
  ['127.0.0.1', '/', true],
  ['localhost', '/index.html', true],
  ['[::1]', '/', true],
  ['simoff.example', '/', false],
  ['127.0.0.1.evil.example', '/', false],
  ['127.0.0.1', '/some/where/', false],
  ['', '/home/wei/dist/web/index.html', false],
])('%s%s', (hostname, pathname, expected) => {
  expect(isMachine({ hostname, pathname } as Location)).toBe(expected);
});
