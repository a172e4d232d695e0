import { Command, CommanderError, Option } from 'commander';
import about from '../../../package.json' with { type: 'json' };
import { echo, printable, SimoffError } from '../../domain/errors.ts';
import { errorSentence } from '../../locale/error-sentence.ts';
import { loadMessages } from '../../locale/messages.ts';
import { type Language, type Say, sayer } from '../../locale/say.ts';
import { addCaseVerbs } from './case-verbs.ts';
import type { Io } from './io.ts';
import { type GlobalOptions, languageOf } from './options.ts';

/** Exit codes of the command line; they are part of its contract. */
export const EXIT = { done: 0, negative: 1, badInput: 2, internal: 3 } as const;

/** What a command's action works with. */
export interface Context {
  io: Io;
  say: Say;
  options: GlobalOptions;
  /** Prints the answer: the JSON document, or the text made from it. */
  answer(view: unknown, text: () => string): void;
}

export type Action = (context: Context, args: string[], own: Record<string, unknown>) => Promise<number>;

/** Adds a command: its name, arguments, the code of its description, what it does, its own options. */
export type Verb = (
  name: string,
  args: string,
  about: string,
  action: Action,
  own?: Option[],
  parent?: Command,
) => Command;

/** Runs one command line (without node and script). Gives the exit code; throws nothing. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const json = argv.includes('--json');
  let language: Language = 'en';
  try {
    language = languageOf(langFlag(argv), io.env);
    return await parse(argv, io, sayer(language, await loadMessages(language)));
  } catch (error) {
    return fail(error, json, sayer(language, await loadMessages(language)), io);
  }
}

/** The language is needed before the flags are parsed, so that usage errors speak it too. */
function langFlag(argv: readonly string[]): GlobalOptions {
  const at = argv.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return {};
  const lang = argv[at]?.startsWith('--lang=') ? argv[at].slice('--lang='.length) : argv[at + 1];
  return lang === undefined ? {} : { lang };
}

async function parse(argv: readonly string[], io: Io, say: Say): Promise<number> {
  let code: number = EXIT.done;
  const program = new Command('simoff')
    .version(about.version, '-V, --version', say('cli.option.version'))
    .description(say('cli.about'))
    .exitOverride()
    .showSuggestionAfterError(false);
  program.configureOutput({ writeOut: io.out, writeErr: () => undefined });
  program.configureHelp({ styleTitle: (title) => helpTitle(title, say) });
  program.helpOption('-h, --help', say('cli.option.help')).helpCommand('help [command]', say('cli.verb.help'));
  // In front of the verb they mean the same; each command's own help lists them.
  for (const option of globalOptions(say)) program.addOption(option.hideHelp());

  const verb: Verb = (name, args, about, action, own = [], parent = program) => {
    const command = parent.command(`${name} ${args}`.trim()).description(say(about));
    for (const option of [...globalOptions(say), ...own]) command.addOption(option);
    command.action(async (...given: unknown[]) => {
      const options = (given.at(-1) as Command).optsWithGlobals() as GlobalOptions & Record<string, unknown>;
      const positional = given
        .slice(0, -2)
        .flat()
        .filter((arg) => arg !== undefined) as string[];
      const answer = (view: unknown, text: () => string): void =>
        io.out(options.json ? `${JSON.stringify(view)}\n` : `${shown(text()).trimEnd()}\n`);
      code = await action({ io, say, options, answer }, positional, options);
    });
    return command;
  };

  verb(
    'identify',
    '[text...]',
    'cli.verb.identify',
    async (...all) => (await import('./commands/identify.ts')).identify(...all),
    [new Option('--image <file>', say('cli.option.image'))],
  );
  verb('check', '<carrier>', 'cli.verb.check', async (...all) => (await import('./commands/check.ts')).check(...all), [
    new Option('--from <country>', say('cli.option.from')),
    new Option('--zone <zone>', say('cli.option.zone')),
  ]);
  verb('decide', '<file>', 'cli.verb.decide', async (...all) => (await import('./commands/decide.ts')).decide(...all), [
    new Option('--choose <option>', say('cli.option.choose')),
    new Option('--at <when>', say('cli.option.at')),
  ]);
  addCaseVerbs(verb, say);
  verb('serve', '', 'cli.verb.serve', async (...all) => (await import('./commands/serve.ts')).serve(...all), [
    new Option('--port <port>', say('cli.option.port')),
    new Option('--no-open', say('cli.option.noOpen')),
  ]);

  const catalog = program.command('catalog').description(say('cli.verb.catalog'));
  const catalogVerb = (
    name: string,
    args: string,
    about: string,
    act: 'list' | 'show' | 'lint' | 'stats' | 'build',
    own: Option[] = [],
  ): Command =>
    verb(
      name,
      args,
      about,
      async (...all) => {
        const command: Action = (await import('./commands/catalog.ts'))[act];
        return command(...all);
      },
      own,
      catalog,
    );
  catalogVerb('list', '', 'cli.verb.catalogList', 'list');
  catalogVerb('show', '<carrier>', 'cli.verb.catalogShow', 'show');
  catalogVerb('lint', '[folder]', 'cli.verb.catalogLint', 'lint', [new Option('--quiet', say('cli.option.quiet'))]);
  catalogVerb('stats', '', 'cli.verb.catalogStats', 'stats');
  catalogVerb('build', '', 'cli.verb.catalogBuild', 'build', [
    new Option('--out <dir>', say('cli.option.out')).makeOptionMandatory(),
  ]);

  await program.parseAsync([...argv], { from: 'user' });
  return code;
}

/** Without what steers a terminal: an imported case may hold anything. */
function shown(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

function globalOptions(say: Say): Option[] {
  return [
    new Option('--json', say('cli.option.json')),
    new Option('--lang <lang>', say('cli.option.lang')),
    new Option('--data <dir>', say('cli.option.data')),
    new Option('--today <date>', say('cli.option.today')),
    new Option('--now <instant>', say('cli.option.now')),
    new Option('--yes', say('cli.option.yes')),
  ];
}

function helpTitle(title: string, say: Say): string {
  const known = ['usage', 'arguments', 'options', 'commands'].find((one) => title.toLowerCase() === `${one}:`);
  return known ? say(`cli.help.${known}`) : title;
}

function fail(error: unknown, json: boolean, say: Say, io: Io): number {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
  const known = asSimoffError(error);
  const message = errorSentence(known, say);
  if (json) io.out(`${JSON.stringify({ error: { code: known.code, message, facts: known.facts } })}\n`);
  else io.note(`${message}\n`);
  if (known.code !== 'internal') return EXIT.badInput;
  if (io.env.SIMOFF_DEBUG) io.note(`${String((error as Error).stack)}\n`);
  return EXIT.internal;
}

function asSimoffError(error: unknown): SimoffError {
  if (error instanceof SimoffError) return error;
  if (!(error instanceof CommanderError)) return new SimoffError('internal', {}, { cause: error });
  const code = error.code.replace(/^commander\./, '');
  // Only the name of a flag or command is repeated, never a value: a value may be a secret typed in the wrong place.
  const named = /(?:option|command|argument) '(-{0,2}[\w-]+)/.exec(error.message)?.[1] ?? '';
  return new SimoffError('usage', { problem: code === 'help' ? 'missingCommand' : code, named: echo(named) });
}
