const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether simoff may stand behind this page: it listens on this machine only, and serves the page at the root of its address.
 * Any other place is a folder of files, and is not asked for what it cannot have.
 */
export function isMachine({ hostname, pathname } = window.location): boolean {
  return LOOPBACK.includes(hostname) && (pathname === '/' || pathname === '/index.html');
}
