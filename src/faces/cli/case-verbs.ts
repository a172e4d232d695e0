import { Option } from 'commander';
import { type EventField, RECORDABLE, RECORDABLE_TYPES } from '../../domain/case/events.ts';
import type { Say } from '../../locale/say.ts';
import type { Action, Verb } from './run.ts';

const collected = (value: string, before: string[] = []): string[] => [...before, value];

/** The commands that keep a case; each loads what it needs when it runs. */
export function addCaseVerbs(verb: Verb, say: Say): void {
  const option = (flags: string, about: string): Option => new Option(flags, say(about));
  const many = (flags: string, about: string): Option => option(flags, about).argParser(collected);
  const at = option('--at <when>', 'cli.option.at');
  const set = many('--set <field=value>', 'cli.option.set');
  const attach = many('--attach <file>', 'cli.option.attach');
  const note = option('--note <text>', 'cli.option.note');
  const act =
    (name: 'open' | 'cases' | 'show' | 'next' | 'record' | 'request' | 'undo' | 'remove') =>
    async (...all: Parameters<Action>): Promise<number> => {
      const command: Action = (await import('./commands/case.ts'))[name];
      return command(...all);
    };

  verb('open', '<file>', 'cli.verb.open', act('open'));
  verb('cases', '', 'cli.verb.cases', act('cases'));
  verb('show', '<case>', 'cli.verb.show', act('show'), [option('--reveal', 'cli.option.reveal')]);
  verb('next', '<case>', 'cli.verb.next', act('next'));
  verb(
    'prepare',
    '<case>',
    'cli.verb.prepare',
    async (...all) => (await import('./commands/prepare.ts')).prepare(...all),
    [
      option('--out <dir>', 'cli.option.outDir'),
      option('--to <address>', 'cli.option.to'),
      option('--no-pdf', 'cli.option.noPdf'),
      option('--signed', 'cli.option.signed'),
    ],
  );
  verb('send', '<case>', 'cli.verb.send', async (...all) => (await import('./commands/send.ts')).send(...all), [
    option('--via <kind>', 'cli.option.sendVia'),
    option('--to <address>', 'cli.option.to'),
    option('--from <address>', 'cli.option.sender'),
    option('--server <url>', 'cli.option.server'),
    option('--ca <file>', 'cli.option.ca'),
    option('--dry-run', 'cli.option.dryRun'),
    option('--again', 'cli.option.again'),
    option('--with-gaps', 'cli.option.withGaps'),
  ]);
  verb(
    'calendar',
    '<case>',
    'cli.verb.calendar',
    async (...all) => (await import('./commands/send.ts')).calendar(...all),
    [option('--out <file>', 'cli.option.out')],
  );
  verb('call', '<case>', 'cli.verb.call', async (...all) => (await import('./commands/call.ts')).call(...all), [
    option('--end', 'cli.option.callEnd'),
    option('--asked', 'cli.option.callAsked'),
    at,
    set,
    attach,
  ]);
  verb(
    'transcript',
    '<case> <files...>',
    'cli.verb.transcript',
    async (...all) => (await import('./commands/transcript.ts')).transcript(...all),
    [option('--via <kind>', 'cli.option.via'), at, set, note],
  );
  verb('online', '[case]', 'cli.verb.online', async (...all) => (await import('./commands/online.ts')).online(...all), [
    option('--start <url>', 'cli.option.start'),
    option('--cdp <url>', 'cli.option.cdp'),
    option('--headless', 'cli.option.headless'),
    option('--practice [site]', 'cli.option.practice'),
  ]);
  verb(
    'confirm',
    '[file]',
    'cli.verb.confirm',
    async (...all) => (await import('./commands/confirm.ts')).confirm(...all),
    [
      option('--case <case>', 'cli.option.case'),
      option('--line <file>', 'cli.option.line'),
      option('--dns <file>', 'cli.option.dns'),
      option('--received <when>', 'cli.option.received'),
      option('--text <file>', 'cli.option.typedText'),
    ],
  );
  const record = verb('record', '<case> <event>', 'cli.verb.record', act('record'), [at, set, attach]);
  record.addHelpText('after', () => eventHelp(say));
  verb('request', '<case>', 'cli.verb.request', act('request'), [
    option('--via <kind>', 'cli.option.via'),
    option('--for <kind>', 'cli.option.for'),
    option('--reference <text>', 'cli.option.reference'),
    at,
    note,
    set,
    attach,
  ]);
  verb('undo', '<case> <number>', 'cli.verb.undo', act('undo'), [note, at]);
  verb(
    'export',
    '[case]',
    'cli.verb.export',
    async (...all) => (await import('./commands/transfer.ts')).exportCases(...all),
    [option('--out <file>', 'cli.option.out'), option('--plain', 'cli.option.plain')],
  );
  verb('import', '<file>', 'cli.verb.import', async (context, args) =>
    (await import('./commands/transfer.ts')).importCases(context, args),
  );
  verb('report', '<case>', 'cli.verb.report', async (...all) => (await import('./commands/report.ts')).report(...all), [
    option('--out <file>', 'cli.option.reportOut'),
  ]);
  verb('delete', '[case]', 'cli.verb.delete', act('remove'), [option('--all', 'cli.option.all')]);
}

/** Every event that can be recorded, with its fields: required ones bare, others in brackets. */
function eventHelp(say: Say): string {
  const lines = RECORDABLE_TYPES.map((type) => {
    const all: readonly EventField[] = RECORDABLE[type];
    const fields = all.map(({ name, values, required }) => {
      const field = values ? `${name}=${values.join('|')}` : name;
      return required ? field : `[${field}]`;
    });
    return `  ${type}\n      ${fields.join(' ')}`;
  });
  return `\n${say('cli.help.events')}\n${lines.join('\n')}`;
}
