import { type EpochDay, formatDay } from '../time/civil.ts';
import { LEADING_ALARMS } from './alarm-codes.ts';
import type { Button, NextAction } from './types.ts';

/** The one thing to do now; the sentence of each stands under `case.next.<code>`. */
export const NEXT_ACTIONS = [
  ...LEADING_ALARMS,
  'decide',
  'prepare',
  'prepare-by',
  'unlink',
  'port-first',
  'decide-anew',
  'wait-to-ask',
  'request-cancel',
  'request-port-out',
  'request-suspend',
  'request-let-lapse',
  'let-run-out',
  'wait-answer',
  'escalate',
  'get-confirmation',
  'get-end-date',
  'wait-end',
  'wait-pause',
  'final-bill',
  'record-balance',
  'wait-refund',
  'delete-profile',
  'destroy-card',
  'remove-sim',
  'get-written-confirmation',
  'watch-statements',
  'keep-export',
  'review-keep',
  'review-suspend',
  'wait-dispute',
  'dispute-overdue',
  'nothing',
] as const;
export type NextActionCode = (typeof NEXT_ACTIONS)[number];

export type CodedNext = NextAction & { code: NextActionCode };

/** A step with its day, which its sentence may name as `day`. */
export function next(
  code: NextActionCode,
  day: EpochDay | null,
  button: Button | null,
  facts: NextAction['facts'] = {},
): CodedNext {
  return { code, facts: day === null ? facts : { day: formatDay(day), ...facts }, day, button };
}
