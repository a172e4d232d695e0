import type { ContactOutcome } from '../case/events.ts';
import type { Details } from './details.ts';
import { line } from './line.ts';
import type { Branch, ScriptLine, ScriptSection } from './types.ts';

/** The moves that try to keep a customer, or to put the request off, and the answer to each, by what is asked for. */
const MOVES = {
  cancel: [
    'why',
    'discount',
    'pause',
    'moveNumber',
    'primaryOnly',
    'store',
    'callBack',
    'preRegistered',
    'payFirst',
    'autopayOff',
    'online',
    'asksCode',
  ],
  refund: ['credit', 'notEligible', 'callBack', 'asksCode'],
  'port-out': [
    'why',
    'discount',
    'cancelForYou',
    'primaryOnly',
    'pinElsewhere',
    'store',
    'callBack',
    'balanceFirst',
    'asksCode',
  ],
  suspend: ['cancelInstead', 'primaryOnly', 'online', 'callBack', 'store', 'asksCode'],
  'let-lapse': ['discount', 'cancelNow', 'primaryOnly', 'online', 'callBack', 'asksCode'],
} as const;

/** Two lines each: what they say, what you answer. */
export function repliesOf(details: Details): ScriptLine[] {
  return branchesOf(details).flatMap(({ they, say }): ScriptLine[] => [
    { kind: 'they', line: they },
    { kind: 'say', line: say },
  ]);
}

/** What a call that ends on such a move is recorded as. */
const OUTCOMES: Readonly<Record<string, ContactOutcome>> = {
  primaryOnly: 'refused',
  store: 'refused',
  online: 'refused',
  notEligible: 'refused',
  pinElsewhere: 'refused',
  callBack: 'call-back',
  preRegistered: 'pre-registered',
};
/** Where the call goes on after the answer; otherwise with the request, said once more. */
const GOES_ON: Readonly<Record<string, ScriptSection>> = {
  preRegistered: 'confirm',
  callBack: 'note-down',
  autopayOff: 'confirm',
  asksCode: 'identity',
};

/** The moves that fit this case, each with its answer, the place where the script goes on, and what it would mean if the call ended on it. */
export function branchesOf(details: Details): Branch[] {
  const { purpose, asked, kind } = details;
  if (purpose === null) return [];
  const moves: readonly string[] = MOVES[asked];
  return moves
    .filter((move) => fits(move, details))
    .map((id) => ({
      id,
      they: line(`deliver.they.${id}`),
      say: line(answerCode(id, kind)),
      advice: Object.hasOwn(ADVICE, id) ? line(`deliver.advice.${id}`) : null,
      goesOn: GOES_ON[id] ?? 'request',
      outcome: OUTCOMES[id] ?? null,
    }));
}

/** Moves at which the user has to think before answering. */
const ADVICE = { asksCode: true, preRegistered: true, primaryOnly: true, callBack: true } as const;

/** Some answers turn on what is asked for. */
const BY_PURPOSE = ['why', 'discount'];

function answerCode(move: string, kind: Details['kind']): string {
  return BY_PURPOSE.includes(move) && kind !== 'cancel' ? `deliver.answer.${move}.other` : `deliver.answer.${move}`;
}

function fits(move: string, { input }: Details): boolean {
  const { hasNumber } = input.product.service;
  if (move === 'moveNumber') return hasNumber;
  if (move === 'pause') return input.product.suspend.available?.value !== 'no' || hasNumber;
  return true;
}
