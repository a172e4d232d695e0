/** Leads through a call at a terminal, one line at a time, and asks what came of it. */
import type { CallView } from '../../app/case/call.ts';
import { eventData } from '../../domain/case/event-fields.ts';
import { SimoffError } from '../../domain/errors.ts';
import { errorSentence } from '../../locale/error-sentence.ts';
import type { Say } from '../../locale/say.ts';
import type { Io } from './io.ts';
import { branchLines, letterOf, spoken } from './render-call.ts';
import { wrap } from './wrap.ts';

export interface Led {
  set: Record<string, string>;
  asked: boolean;
  /** When the call began; null: now. */
  at: string | null;
}

interface Desk {
  io: Pick<Io, 'line' | 'note'>;
  say: Say;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Enter shows the next line, a letter the answer to what they say, other words are kept as a note, `q` ends. Gives what is to be
 * recorded after a yes; null: nobody sits at a terminal, or nothing is to be recorded. What was typed before a break is told.
 */
export async function leadCall(view: CallView, desk: Desk): Promise<Led | null> {
  const { io, say, now } = desk;
  const began = now();
  const notes: string[] = [];
  const spokenLines = view.script.sections.filter(({ id }) => id !== 'before').flatMap(({ lines }) => lines);
  const first = await io.line(`\n${say('call.lead.start')} `);
  if (first === null) return null;
  for (let place = 0; place < spokenLines.length; ) {
    const shown = spokenLines[place];
    if (shown) io.note(`${spoken(shown, '\n> ', say).join('\n')}\n`);
    const typed = await io.line(`${clock(now() - began)} ${say('call.lead.prompt')} `);
    if (typed === null) return brokenOff(noteOf(notes), view, desk);
    const word = typed.trim();
    if (word.toLowerCase() === 'q') break;
    const at = view.branches.findIndex((_, own) => letterOf(own) === word.toLowerCase());
    const branch = view.branches[at];
    if (branch) io.note(`${branchLines(branch, at, say).join('\n')}\n`);
    else if (word !== '') notes.push(word);
    else place += 1;
  }
  const minutes = Math.max(1, Math.round((now() - began) / 60_000));
  return atTheEnd(view, { minutes, began, notes }, desk);
}

interface Talk {
  minutes: number;
  began: number;
  notes: readonly string[];
}

async function atTheEnd(view: CallView, { minutes, began, notes }: Talk, desk: Desk): Promise<Led | null> {
  const { io, say } = desk;
  const set: Record<string, string> = { minutes: String(minutes), ...noteOf(notes) };
  for (const name of view.noted) {
    const typed = await fieldOf(name, view, desk);
    if (typed === null) return brokenOff(set, view, desk);
    if (typed !== '') set[name] = typed;
  }
  const asked = isYes(await io.line(`${say('call.lead.asked')} `));
  io.note(`\n${say('call.lead.record')}\n`);
  for (const [name, value] of Object.entries(set)) io.note(`${wrap(`${labelOf(name, view, say)}: ${value}`, '  ')}\n`);
  if (asked) io.note(`${wrap(say('call.lead.recordAsked'), '  ')}\n`);
  if (!isYes(await io.line(`${say('call.lead.yes')} `))) return brokenOff(set, view, desk);
  return { set, asked, at: new Date(began).toISOString() };
}

/** One field as typed, asked for again until it can be recorded; empty: not told; null: broken off. */
async function fieldOf(name: string, view: CallView, { io, say }: Desk): Promise<string | null> {
  for (;;) {
    const typed = (await io.line(`${labelOf(name, view, say)}: `))?.trim() ?? null;
    if (typed === null || typed === '') return typed;
    try {
      eventData('contact-logged', { [name]: typed });
      return typed;
    } catch (error) {
      if (!(error instanceof SimoffError)) throw error;
      io.note(`${wrap(errorSentence(error, say), '! ')}\n`);
    }
  }
}

function noteOf(notes: readonly string[]): Record<string, string> {
  return notes.length === 0 ? {} : { note: notes.join('; ') };
}

/** Nothing is recorded; what was typed is given back as the command that records it. */
function brokenOff(set: Readonly<Record<string, string>>, view: CallView, { io, say }: Desk): null {
  const fields = Object.entries(set).map(([name, value]) => ` --set ${name}='${value.replaceAll("'", "'\\''")}'`);
  io.note(`\n${wrap(say('call.lead.broken'))}\n  simoff call ${view.case} --end${fields.join('')}\n`);
  return null;
}

function labelOf(name: string, { outcomes }: CallView, say: Say): string {
  const label = say(`record.label.${name}`);
  return name === 'outcome' ? `${label} (${outcomes.map(({ value }) => value).join(', ')})` : label;
}

function isYes(typed: string | null): boolean {
  return /^(y|yes|是|好|对)$/i.test(typed?.trim() ?? '');
}

function clock(elapsed: number): string {
  const seconds = Math.floor(elapsed / 1000);
  return `[${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}]`;
}
