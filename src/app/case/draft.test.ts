import { expect, test, vi } from 'vitest';
import { memoryCatalog } from '../../testing/catalog.ts';
import { command } from '../../testing/command.ts';
import { CARE, MAIL_BRAND, MAIL_ENV, mailFiles, NOW, openMailCase } from '../../testing/mail-case.ts';

/** Commands are loaded when first used, certificates checked, folders synced: on a busy machine that takes longer. */
vi.setConfig({ testTimeout: 60_000 });

const aMachine = () => command({ catalog: memoryCatalog([MAIL_BRAND]), files: mailFiles(), env: MAIL_ENV, now: NOW });
interface Prepared {
  mailto: string;
  files: { path: string; kind: string }[];
}
const textOf = (files: Map<string, Uint8Array>, path: string): string => new TextDecoder().decode(files.get(path));

test('the e-mail lies beside its text as a draft, with the id it will be sent under', async () => {
  const machine = aMachine();
  const id = await openMailCase(machine);
  const { mailto, files } = (await machine.json(['prepare', id, '--out', 'out'])) as Prepared;
  expect(mailto).toContain(`mailto:${CARE}?subject=`);
  const names = files.map(({ path }) => path);
  expect(names[names.indexOf('out/email.txt') + 1]).toBe('out/email.eml');
  const { messageId } = (await machine.json(['send', id, '--dry-run'])) as { messageId: string };
  expect(textOf(machine.files, 'out/email.eml')).toContain(`Message-ID: ${messageId}`);
});

test('preparing again the same day records nothing anew', async () => {
  const machine = aMachine();
  const id = await openMailCase(machine);
  await machine.json(['prepare', id, '--out', 'out']);
  const { events } = (await machine.json(['show', id])) as { events: unknown[] };
  await machine.json(['prepare', id, '--out', 'out']);
  expect(((await machine.json(['show', id])) as { events: unknown[] }).events).toHaveLength(events.length);
});

test('an address of one’s own can be named, and has to be one', async () => {
  const machine = aMachine();
  const id = await openMailCase(machine);
  const { mailto } = (await machine.json(['prepare', id, '--out', 'out', '--to', 'boss@acme.example'])) as Prepared;
  expect(mailto).toContain('mailto:boss@acme.example?');
  const wrong = await machine.json(['prepare', id, '--out', 'out', '--to', 'boss'], 2);
  expect(wrong).toMatchObject({ error: { code: 'mail-field' } });
});
