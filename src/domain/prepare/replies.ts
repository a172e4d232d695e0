import type { Details } from './details.ts';
import { line } from './line.ts';
import type { ScriptLine } from './types.ts';

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
    'autopayOff',
    'online',
  ],
  refund: ['credit', 'notEligible', 'callBack'],
  'port-out': ['why', 'discount', 'cancelForYou', 'primaryOnly', 'pinElsewhere', 'store', 'callBack', 'balanceFirst'],
  suspend: ['cancelInstead', 'primaryOnly', 'online', 'callBack', 'store'],
  'let-lapse': ['discount', 'cancelNow', 'primaryOnly', 'online', 'callBack'],
} as const;

/** Two lines each: what they say, what you answer. */
export function repliesOf(details: Details): ScriptLine[] {
  const { purpose, asked, kind } = details;
  if (purpose === null) return [];
  const moves: readonly string[] = MOVES[asked];
  const fitting = moves.filter((move) => fits(move, details));
  return fitting.flatMap((move): ScriptLine[] => [
    { kind: 'they', line: line(`deliver.they.${move}`) },
    { kind: 'say', line: line(answerCode(move, kind)) },
  ]);
}

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
