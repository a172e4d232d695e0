import { useEffect, useState } from 'react';
import { isMachine } from './where.ts';

/** `locked`: simoff runs, but this window was not opened from the address it printed. */
export type Server = 'asking' | 'ready' | 'locked' | 'none';

let found: Promise<Server> | null = null;

/** Whether there is a simoff that keeps cases. Asked once for as long as the page is loaded. */
export function useServer(): Server {
  const [server, setServer] = useState<Server>(isMachine() ? 'asking' : 'none');
  useEffect(() => {
    let current = true;
    found ??= find();
    found.then((answer) => current && setServer(answer));
    return () => {
      current = false;
    };
  }, []);
  return server;
}

async function find(): Promise<Server> {
  if (!isMachine()) return 'none';
  try {
    const { status, headers } = await fetch('./api/catalog', { method: 'HEAD', cache: 'no-store' });
    if (!(headers.get('content-type') ?? '').includes('json')) return 'none';
    return status === 200 ? 'ready' : status === 401 ? 'locked' : 'none';
  } catch {
    return 'none';
  }
}
