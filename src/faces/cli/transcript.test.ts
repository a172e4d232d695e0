import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../adapters/store-memory/store.ts';
import type { TranscriptView } from '../../app/case/transcript.ts';
import { aBrand, memoryCatalog } from '../../testing/catalog.ts';
import { command } from '../../testing/command.ts';

const SITUATION = { account: { number: '987654321' }, line: { carrier: 'acme', msisdn: '+12025550143' } };
const PAGE = '<html><p>Ann: your PIN is 4821, account 987654321. Reference R-1.</p><script>x</script></html>';

async function desk() {
  const store = memoryStore();
  const on = command({
    catalog: memoryCatalog([aBrand()]),
    store,
    files: {
      's.json': JSON.stringify(SITUATION),
      'chat.html': PAGE,
      'chat.txt': 'Ann: it is cancelled',
      'shot.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    },
  });
  const { case: id } = (await on.json(['open', 's.json'])) as { case: string };
  return { on, id, store };
}

describe('transcript', () => {
  test('keeps the file as it is and its text beside it, and repeats none of it', async () => {
    const { on, id, store } = await desk();
    const ran = await on.run(['transcript', id, 'chat.html', 'shot.png', '--via', 'chat', '--json']);
    const view: TranscriptView = JSON.parse(ran.out);
    expect(view.files).toMatchObject([
      { name: 'chat.html', kind: 'html', problem: null },
      { name: 'shot.png', kind: 'picture', problem: 'picture' },
    ]);
    expect(ran.out).not.toMatch(/4821|987654321/);
    const event = (await store.log.read(id))?.events.at(-1);
    expect(event).toMatchObject({ type: 'evidence-attached', data: { kind: 'chat' } });
    expect(JSON.stringify(event)).not.toMatch(/4821|987654321/);
    const { attachments } = (event as { data: { attachments: { name: string; sha256: string }[] } }).data;
    expect(attachments.map(({ name }) => name)).toEqual(['chat.html', 'chat.html.txt', 'shot.png']);
    const kept = await Promise.all(attachments.map(({ sha256 }) => store.blobs.get(id, sha256)));
    expect(new TextDecoder().decode(kept[0] ?? undefined)).toBe(PAGE);
    expect(new TextDecoder().decode(kept[1] ?? undefined)).toBe(
      'Ann: your PIN is 4821, account 987654321. Reference R-1.',
    );
  });

  test('with what came out of it, it is a contact', async () => {
    const { on, id } = await desk();
    await on.json([
      'transcript',
      id,
      'chat.txt',
      '--via',
      'social',
      '--set',
      'outcome=promised',
      '--set',
      'reference=R-1',
    ]);
    const { events } = (await on.json(['show', id])) as { events: { type: string; data: object }[] };
    expect(events.at(-1)).toMatchObject({
      type: 'contact-logged',
      data: { via: 'social', outcome: 'promised', reference: 'R-1' },
    });
  });

  test.each([
    [['transcript', 'x', 'gone.txt'], 'file-unreadable'],
    [['transcript', 'x'], 'usage'],
  ])('%j is refused', async (argv, code) => {
    const { on, id } = await desk();
    const named = argv.map((arg) => (arg === 'x' ? id : arg));
    expect(await on.json(named, 2)).toMatchObject({ error: { code } });
  });
});
