import { basename } from 'node:path';
import { recordedView } from '../../../app/case/answers.ts';
import { chooseOption } from '../../../app/case/choose.ts';
import type { CaseDeps } from '../../../app/case/deps.ts';
import { deleteCases, listCases } from '../../../app/case/list.ts';
import { loadCase } from '../../../app/case/load.ts';
import { openCase } from '../../../app/case/open.ts';
import { recordEvent, undoEvent, type Wrote } from '../../../app/case/record.ts';
import { revealer } from '../../../app/case/reveal.ts';
import type { GivenFile } from '../../../app/case/seal.ts';
import { tellMore } from '../../../app/case/tell.ts';
import { viewCase } from '../../../app/case/view.ts';
import { mediaTypeOf } from '../../../domain/case/media-type.ts';
import { SimoffError } from '../../../domain/errors.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { errorSentence } from '../../../locale/error-sentence.ts';
import type { Io } from '../io.ts';
import { type GlobalOptions, instantOf, todayOf } from '../options.ts';
import { renderCase, renderCases, renderNext, renderRecorded } from '../render-case.ts';
import { type Context, EXIT } from '../run.ts';
import { situationOf } from './decide.ts';

/** Runs `act` with the store open, and closes it whatever happens. */
export async function withStore<T>({ io, options }: Context, act: (deps: CaseDeps) => Promise<T>): Promise<T> {
  // Dates are looked at before the store is opened, so that a wrong one touches nothing.
  const moment = momentsOf(options, io);
  const store = await io.store(options.data);
  try {
    return await act({ ...store, catalog: io.catalog(), ...moment });
  } finally {
    await store.close();
  }
}

function momentsOf(options: GlobalOptions, io: Io): Pick<CaseDeps, 'now' | 'today'> {
  const today = options.today === undefined ? null : todayOf(options, io.now);
  return { now: instantOf(options, io.now), today };
}

/** `open FILE.json`: a case from a situation. */
export async function open(context: Context, args: string[]): Promise<number> {
  const { say, answer, io } = context;
  const input = await situationOf(io, args[0] ?? '-');
  return withStore(context, async (deps) => {
    const view = viewCase(await openCase(input, deps, say), say);
    answer(view, () => renderCase(view, say));
    return EXIT.done;
  });
}

/** `cases`. */
export async function cases(context: Context): Promise<number> {
  return withStore(context, async (deps) => {
    const view = await listCases(deps, context.say);
    context.answer(view, () => renderCases(view, context.say));
    return EXIT.done;
  });
}

/** `show CASE [--reveal]`. */
export async function show(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  return withStore(context, async (deps) => {
    const loaded = await loadCase(args[0] ?? '', deps);
    const tell = (trouble: SimoffError): void => context.io.note(`${errorSentence(trouble, context.say)}\n`);
    const open = own.reveal ? await revealer(loaded, deps, tell) : undefined;
    const view = viewCase(loaded, context.say, open);
    context.answer(view, () => renderCase(view, context.say));
    return EXIT.done;
  });
}

/** `next CASE`. */
export async function next(context: Context, args: string[]): Promise<number> {
  return withStore(context, async (deps) => {
    const view = viewCase(await loadCase(args[0] ?? '', deps), context.say);
    const { case: id, stage, stageName, nextAction, alarms, problems, today } = view;
    context.answer({ case: id, stage, stageName, nextAction, alarms, problems, today }, () =>
      renderNext(view, context.say),
    );
    return EXIT.done;
  });
}

/** `record CASE EVENT --at ISO [--set k=v …] [--attach FILE …]`. */
export async function record(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const [name = '', type = ''] = args;
  return write(context, own, (deps, at, set, files) => {
    if (type === 'situation-recorded') return tellMore(name, set, at, deps, context.say);
    if (type === 'option-chosen') {
      return chooseOption(name, [set.kind ?? '', set.target].filter(Boolean).join(':'), at, deps, context.say);
    }
    return recordEvent(name, type, { at, set, files }, deps);
  });
}

/** `request CASE --via KIND --at ISO [--for KIND] [--note …] [--attach FILE …]`: says that it was asked for; sends nothing. */
export async function request(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const named = { via: own.via, purpose: own.for, reference: own.reference, note: own.note };
  return write(context, own, (deps, at, set, files) => {
    const given = Object.entries(named).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return recordEvent(
      args[0] ?? '',
      'request-sent',
      { at, set: { ...set, ...Object.fromEntries(given) }, files },
      deps,
    );
  });
}

/** `undo CASE SEQ [--note …]`. */
export async function undo(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const note = typeof own.note === 'string' ? { note: own.note } : {};
  return write(context, own, (deps, at) => undoEvent(args[0] ?? '', args[1] ?? '', { at, set: { ...note } }, deps));
}

/** `delete CASE|--all --yes`. */
export async function remove(context: Context, args: string[], own: Record<string, unknown>): Promise<number> {
  const name = own.all ? null : args[0];
  if (name === undefined || (own.all && args[0] !== undefined)) {
    throw new SimoffError('usage', { problem: 'missingArgument', named: 'case' });
  }
  return withStore(context, async (deps) => {
    const view = await deleteCases(name, context.options.yes === true, deps);
    context.answer(view, () => context.say('record.cli.deleted', { count: view.deleted.length }));
    return EXIT.done;
  });
}

async function write(
  context: Context,
  own: Record<string, unknown>,
  act: (deps: CaseDeps, at: string | null, set: Record<string, string>, files: GivenFile[]) => Promise<Wrote>,
): Promise<number> {
  const set = setOf(own.set as string[] | undefined);
  const files = ((own.attach as string[] | undefined) ?? []).map((path) => fileAt(path, context.io));
  return withStore(context, async (deps) => {
    const at = typeof own.at === 'string' ? own.at : null;
    const view = recordedView(await act(deps, at, set, files), context.say);
    context.answer(view, () => renderRecorded(view, context.say));
    return EXIT.done;
  });
}

/** `k=v` pairs as fields. A value is never repeated in an error: it may be a secret. */
export function setOf(pairs: readonly string[] = []): Record<string, string> {
  const set: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const name = at < 0 ? '***' : pair.slice(0, at).trim();
    if (at < 1)
      throw new SimoffError('event-field', { field: '--set', problem: 'missing', expected: '--set field=value' });
    if (Object.hasOwn(set, name))
      throw new SimoffError('event-field', { field: '--set', problem: 'twice', expected: 'field=value' });
    set[name] = pair.slice(at + 1);
  }
  return set;
}

/** A file to keep with an event. Throws `file-unreadable`. */
export function fileAt(path: string, io: Io): GivenFile {
  const bytes = io.file(path, LIMITS.attachmentBytes);
  const name = basename(path);
  return { name, bytes, mediaType: mediaTypeOf(name) };
}
