/**
 * A process that writes to the store in a folder, to be killed or to get in the way of another.
 * `node store-writer.ts FOLDER crash NAME`: appends events with a file and a secret for ever and prints each one once it is acknowledged.
 * `node store-writer.ts FOLDER contend NAME COUNT`: once its input ends, appends COUNT events to one case, reading it again before
 * each.
 */
import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { openStore } from '../adapters/store/open.ts';
import { chained, EMPTY_HEAD } from '../domain/case/chain.ts';
import type { NewEvent } from '../domain/case/events.ts';
import { SimoffError } from '../domain/errors.ts';
import { headOf, notes } from './case-links.ts';

const AT = '2026-11-24T09:00:00.000Z';
const CASES = 3;

const [folder = '', mode, name = '', count] = process.argv.slice(2);
const store = await openStore({ dataDir: folder, databaseUrl: process.env.DATABASE_URL });
if (mode === 'crash') writeSync(1, 'begin\n');
if (mode === 'crash') for (let turn = 0; ; turn += 1) await acknowledged(`killed-${turn % CASES}`, `${name} ${turn}`);
if (mode === 'contend') await startSignal();
for (let turn = 0; turn < Number(count); turn += 1) await insist('contended', `${name}/${turn}`);
await store.close();

async function startSignal(): Promise<void> {
  await store.log.list();
  writeSync(1, 'ready\n');
  await text(process.stdin);
}

async function acknowledged(caseId: string, value: string): Promise<void> {
  const head = (await store.log.read(caseId))?.head ?? EMPTY_HEAD;
  const note = await store.secrets.put(caseId, value, '***');
  const bytes = new TextEncoder().encode(`${value} `.repeat(2000));
  const sha256 = await store.blobs.put(caseId, bytes);
  const attachment = { sha256, bytes: bytes.length, name: 'a.txt', mediaType: 'text/plain' };
  const event: NewEvent = { type: 'note-added', at: AT, on: '2026-11-24', data: { note, attachments: [attachment] } };
  const links = chained(caseId, head, [event], AT);
  await store.log.append(caseId, head, links);
  writeSync(1, `${JSON.stringify({ case: caseId, ...headOf(links) })}\n`);
}

async function insist(caseId: string, note: string): Promise<void> {
  for (;;) {
    const head = (await store.log.read(caseId))?.head ?? EMPTY_HEAD;
    try {
      return await store.log.append(caseId, head, notes(caseId, head, [note]));
    } catch (error) {
      if (!(error instanceof SimoffError) || error.code !== 'case-changed') throw error;
      writeSync(1, 'conflict\n');
    }
  }
}
