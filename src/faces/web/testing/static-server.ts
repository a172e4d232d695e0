/** The plainest of file servers: what a static folder has to work from. Listens on 127.0.0.1 only. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticServer {
  /** Address of the folder, with a slash at the end. */
  url: string;
  /** Stops at once, open connections included. */
  close(): Promise<void>;
}

/** Serves the files of `root` below `prefix` (such as `/some/where/`). */
export function serveFolder(root: string, prefix = '/'): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = pathname.startsWith(prefix) ? fileAt(root, pathname.slice(prefix.length)) : null;
    if (path === null) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('404');
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const close = (): Promise<void> => {
        server.closeAllConnections();
        return new Promise((done) => server.close(() => done()));
      };
      resolve({ url: `http://127.0.0.1:${port}${prefix}`, close });
    });
  });
}

function fileAt(root: string, name: string): string | null {
  const path = join(root, normalize(`/${decodeURIComponent(name)}`), name === '' ? 'index.html' : '');
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : null;
}
