import { SimoffError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';
import { judge } from '../../domain/online/judge.ts';
import type { Control, OnlineGoal, OnlineJudgement, OnlineMemory, OnlineVerdict } from '../../domain/online/types.ts';
import type { Say } from '../../locale/say.ts';
import { LANGUAGE_TAGS } from '../../locale/say.ts';
import type { GuidedBrowser, Seen } from '../../ports/guided-browser.ts';
import type { CaseDeps } from '../case/deps.ts';
import { keepProof, recordEnd } from './record.ts';

export interface ControlView {
  role: string;
  name: string;
  text: string;
  /** Its place among the visible controls of the same role and name, from 0, in document order. */
  nth: number;
  /** The text of the row, card or form it stands in. */
  context: string;
}

/** One state of the page, as it is told to people and programs. */
export interface OnlineState {
  at: string;
  url: string;
  step: string;
  verdict: OnlineVerdict;
  control: ControlView | null;
  controls: ControlView[];
  sentence: string;
  traps: { code: string; sentence: string; quote: string }[];
  /** Pressing `control` ends the line. */
  endsLine: boolean;
  fills: { control: ControlView; what: string; value: string }[];
  /** On `done`. */
  kind?: string;
  effectiveDate?: string | null;
  reference?: string | null;
  callBy?: string | null;
  line?: { matches: boolean | null };
}

export interface OnlineRun {
  caseId: string;
  goal: OnlineGoal;
  /** Domains whose pages may be pointed at; elsewhere nothing is outlined. Empty: whatever page is open. */
  hosts: readonly string[];
  say: Say;
  deps: CaseDeps;
  /** The current instant, ISO 8601. */
  now: () => string;
  /** Hears of every state, once. */
  tell: (state: OnlineState) => void;
}

export type OnlineEnd = 'done' | 'stopped' | 'gone';

/** Two of them in a row on the same page and the same words are the same state. */
const MOST_STEPS = 60;

/**
 * Leads through the carrier's pages until the end page, the user's stop, or the window is gone. Each new state is judged, shown,
 * told and kept as proof; nothing is pressed. What the end page says is recorded. Throws what recording throws.
 */
export async function runOnline(browser: GuidedBrowser, run: OnlineRun): Promise<OnlineEnd> {
  const steps: OnlineMemory['steps'][number][] = [];
  let last = '';
  let kept = 0;
  for (;;) {
    const seen = await browser.next();
    if (seen === null) return browser.ended() === 'stopped' ? 'stopped' : 'gone';
    const before = steps.at(-1);
    const judged = judgedState(seen, run, { steps });
    const key = keyOf(seen, judged);
    if (key === last) continue;
    // A state of loading says nothing yet: it is neither told nor remembered.
    if (judged.say.code === 'loading') continue;
    last = key;
    if (before && seen.clicked) steps[steps.length - 1] = { ...before, clicked: seen.clicked };
    const state = stateOf(seen, judged, run);
    await browser.show(shownOf(state, judged, run.say));
    if (kept < LIMITS.onlineStates) {
      const proof = await browser.proof();
      if (proof) {
        await keepProof(run.caseId, state, proof, run.deps);
        kept += 1;
      }
    }
    steps.push({ step: judged.step, verdict: judged.verdict, clicked: null });
    if (steps.length > MOST_STEPS) steps.shift();
    if (judged.verdict === 'done') await recordEnd(run.caseId, judged, state, run.deps);
    run.tell(state);
    if (judged.verdict === 'done') return 'done';
  }
}

function judgedState(
  { snapshot, clicked }: Seen,
  { goal, hosts }: OnlineRun,
  { steps }: { steps: OnlineMemory['steps'] },
): OnlineJudgement {
  if (!isKnown(snapshot.url, hosts)) return away();
  const told = steps.map((step, at) => (at === steps.length - 1 && clicked ? { ...step, clicked } : step));
  return judge(snapshot, goal, { steps: told });
}

/** A page of the carrier, or of this machine where the run began here. What is no page of the web is left to the judge. */
function isKnown(address: string, hosts: readonly string[]): boolean {
  const url = URL.parse(address);
  if (hosts.length === 0 || !url || !/^https?:$/.test(url.protocol)) return true;
  const { hostname } = url;
  return hosts.some(
    (own) => hostname === own || hostname.endsWith(`.${own}`) || (LOOPBACK.test(own) && LOOPBACK.test(hostname)),
  );
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

function away(): OnlineJudgement {
  return {
    step: 'find-option',
    verdict: 'abstain',
    control: null,
    controls: [],
    endsLine: false,
    fills: [],
    traps: [],
    say: { code: 'away', values: {} },
    reading: null,
  };
}

/** What makes one state another: where it is, what was found, and what the page is about. */
function keyOf({ snapshot }: Seen, { step, verdict, control, controls, say }: OnlineJudgement): string {
  const name = (own: Control): string => `${own.role} ${own.name} ${own.context.slice(0, 80)} ${own.filled}`;
  const headings = snapshot.headings.map(({ text }) => text).join('|');
  const front = snapshot.controls
    .filter(({ region }) => region === 'dialog')
    .map(({ name: own }) => own)
    .join('|');
  return JSON.stringify([
    snapshot.url,
    step,
    verdict,
    say.code,
    control && name(control),
    controls.map(name),
    headings.slice(0, 500),
    front.slice(0, 300),
  ]);
}

function viewIn(all: readonly Control[]): (control: Control) => ControlView {
  return (control) => {
    const { role, name, text, context } = control;
    const alike = all.filter((own) => own.role === role && own.name === name && own.visible);
    return {
      role,
      name,
      text,
      nth: Math.max(
        0,
        alike.findIndex(({ id }) => id === control.id),
      ),
      context: context.slice(0, 200),
    };
  };
}

function stateOf({ snapshot }: Seen, judged: OnlineJudgement, { say, now }: OnlineRun): OnlineState {
  const { step, verdict, control, controls, endsLine, fills, traps, reading } = judged;
  const viewOf = viewIn(snapshot.controls);
  const byId = new Map(snapshot.controls.map((own) => [own.id, own]));
  return {
    at: now(),
    url: snapshot.url,
    step,
    verdict,
    control: control && viewOf(control),
    controls: controls.map(viewOf),
    sentence: say(`online.say.${judged.say.code}`, {
      ...judged.say.values,
      date: reading?.effectiveDate?.value ?? say('online.noDate'),
    }),
    traps: traps.map(({ code, quote }) => ({ code, sentence: say(`online.trap.${code}`), quote })),
    endsLine,
    fills: fills.flatMap(({ id, what, value }) => {
      const own = byId.get(id);
      return own ? [{ control: viewOf(own), what, value }] : [];
    }),
    ...(verdict === 'done'
      ? {
          kind: reading?.kind ?? 'other',
          effectiveDate: reading?.effectiveDate?.value ?? null,
          reference: reading?.reference?.value ?? null,
          callBy: reading?.callBy?.value ?? null,
          line: { matches: reading?.line.matches ?? null },
        }
      : {}),
  };
}

function shownOf(state: OnlineState, { control, controls }: OnlineJudgement, say: Say) {
  const ids = [...new Set([...(control ? [control.id] : []), ...controls.map(({ id }) => id)])];
  return {
    step: say(`online.step.${state.step}`),
    sentence: state.sentence,
    traps: state.traps.map(({ sentence }) => sentence),
    words: {
      title: say('online.panel.title'),
      stop: say('online.panel.stop'),
      wrong: say('online.panel.wrong'),
      fold: say('online.panel.fold'),
    },
    language: LANGUAGE_TAGS[say.language],
    outline: ids,
  };
}

/** The address a run begins at. Throws `no-online-address`, `online-address`. */
export function startAddress(given: string | null, known: string | null): string {
  if (given === null) {
    if (known === null) throw new SimoffError('no-online-address');
    return known;
  }
  const url = URL.parse(given);
  const isLoopback = url !== null && LOOPBACK.test(url.hostname);
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && isLoopback)) throw new SimoffError('online-address');
  return url.href;
}
